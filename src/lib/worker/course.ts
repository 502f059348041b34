import { type Id } from '$lib/domain/id';
import { type Instant } from '$lib/domain/instant';
import { type CourseAnswer } from '$lib/domain/overlap';
import { calendarOf } from '../engine/calendar';
import { secondsOf } from '../engine/seconds';
import { type Held } from './held';

/** Rows of a picture that can still be read. */
const MOST_ROWS = 40;

type Row = CourseAnswer['rows'][number];
interface Dated {
	readonly from?: Instant | undefined;
	readonly to?: Instant | undefined;
}

/**
 * What one person or queue was assigned to in the window (L1): a person's queues and the dashboards they viewed,
 * or the dashboards that watched a queue and its members. Null: there is no such thing.
 */
export function course({ document, snapshot }: Held, of: 'person' | 'queue', id: Id): CourseAnswer | null {
	const { scenario } = document;
	const { window } = snapshot.summary;
	const calendar = calendarOf(scenario.account.timeZone);
	const day = (at: Instant) => calendar.dayOf(secondsOf(at));
	const touches = ({ from, to }: Dated) =>
		(from === undefined || from <= scenario.asOf) && (to === undefined || secondsOf(to) > window.startsAt);
	const span = (name: string, { from, to }: Dated) => ({
		name,
		from: from === undefined ? null : day(from),
		// What ends later than as-of is open: it is not yet true that it ends.
		to: to === undefined || to > scenario.asOf ? null : day(to)
	});
	const name = (of === 'person' ? scenario.people : scenario.queues).find((one) => one.id === id)?.name;
	if (name === undefined) return null;
	const rows = of === 'person' ? ofPerson() : ofQueue();
	const days = window.days;
	return {
		name,
		from: days[0]!.date,
		to: days.at(-1)!.date,
		today: days.at(-1)!.date,
		rows: rows.slice(0, MOST_ROWS),
		more: Math.max(0, rows.length - MOST_ROWS)
	};

	function ofPerson(): readonly Row[] {
		const queues = scenario.queues.map((queue) => ({
			name: queue.name,
			spans: queue.members
				.filter((one) => one.personId === id && touches(one))
				.map((one) => span(queue.name, one)),
			points: []
		}));
		const viewed = [...viewedDays()].map(([dashboard, at]) => ({
			name: dashboard,
			spans: [],
			points: [...at].sort().map((date) => ({ name: `Viewed ${dashboard}`, at: date }))
		}));
		return [...queues.filter(({ spans }) => spans.length > 0), ...viewed];
	}

	/** The days in the window on which the person viewed, by the dashboard's name. */
	function viewedDays(): ReadonlyMap<string, ReadonlySet<string>> {
		const names = new Map(scenario.dashboards.map((one) => [one.id, one.name]));
		const seen = new Map<string, Set<string>>();
		for (const { personIds, dashboardIds, person, dashboard, at } of scenario.viewings) {
			const own = personIds.indexOf(id);
			if (own < 0) continue;
			for (let i = 0; i < at.length; i++) {
				if (person[i] !== own || at[i]! < window.startsAt || at[i]! > window.endsAt) continue;
				const viewed = dashboardIds[dashboard[i]!] ?? null;
				const title = viewed === null ? 'Live Reports' : (names.get(viewed) ?? viewed);
				const days = seen.get(title) ?? new Set();
				seen.set(title, days.add(calendar.dayOf(at[i]!)));
			}
		}
		return seen;
	}

	function ofQueue(): readonly Row[] {
		const watching = scenario.dashboards.map((dashboard) => ({
			name: dashboard.name,
			spans: dashboard.widgets
				.filter(({ queueId }) => queueId === id)
				.map((widget) => ({
					from: later(widget.from, dashboard.createdAt),
					to: earlier(widget.to, dashboard.deletedAt)
				}))
				.filter(touches)
				.map((one) => span(dashboard.name, one)),
			points: []
		}));
		const people = new Map(scenario.people.map((person) => [person.id, person.name]));
		const byPerson = new Map<Id, { name: string; spans: Row['spans'][number][]; points: [] }>();
		for (const member of scenario.queues.find((queue) => queue.id === id)?.members ?? []) {
			if (!touches(member)) continue;
			const who = people.get(member.personId) ?? member.personId;
			const row = byPerson.get(member.personId) ?? { name: who, spans: [], points: [] };
			byPerson.set(member.personId, row);
			row.spans.push(span(who, member));
		}
		return [...watching.filter(({ spans }) => spans.length > 0), ...byPerson.values()];
	}
}

const later = (a: Instant | undefined, b: Instant | undefined) =>
	a === undefined || (b !== undefined && b > a) ? b : a;
const earlier = (a: Instant | undefined, b: Instant | undefined) =>
	a === undefined || (b !== undefined && b < a) ? b : a;
