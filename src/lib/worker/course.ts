import { type Id } from '$lib/domain/id';
import { type Instant, type Seconds } from '$lib/domain/instant';
import { type CourseAnswer } from '$lib/domain/overlap';
import { type Scenario } from '$lib/domain/scenario';
import { COURSE_TEXT } from '$lib/text/lanes';
import { calendarOf } from '../engine/calendar';
import { secondsOf } from '../engine/seconds';
import { type Held } from './held';

/** Rows of a picture that can still be read. */
const MOST_ROWS = 40;

type Row = CourseAnswer['rows'][number];
type Span = Row['spans'][number];
/** A dated fact, `[from, to)` in seconds; infinite where it is open. */
type Reach = readonly [from: Seconds, to: Seconds];

/**
 * What one person or queue was assigned to in the window (L1): a person's queues with the days on which these were
 * monitored (L4) and the dashboards they viewed (L5), or the dashboards that watched a queue (L3) and its members.
 * Null: there is no such thing.
 */
export function course({ document, snapshot }: Held, of: 'person' | 'queue', id: Id): CourseAnswer | null {
	const { scenario } = document;
	const { startsAt, endsAt, days } = snapshot.summary.window;
	const thing = (of === 'person' ? scenario.people : scenario.queues).find((one) => one.id === id);
	if (!thing) return null;
	const { dayOf } = calendarOf(scenario.account.timeZone);

	/** Those that touch the window (L2), in order, as civil days. What ends after as-of is open: that is not yet true. */
	const spans = (name: string, facts: readonly Reach[]): readonly Span[] =>
		facts
			.filter(([from, to]) => from <= endsAt && to > startsAt && to > from)
			.toSorted(byStart)
			.map(([from, to]) => ({
				name,
				from: from === -Infinity ? null : dayOf(from),
				to: to > endsAt ? null : dayOf(to - 1)
			}));
	const viewings = (): readonly Row[] => {
		const names = new Map(scenario.dashboards.map((dashboard) => [dashboard.id, dashboard.name]));
		return [...viewedBy(scenario, id, [startsAt, endsAt])].map(([dashboard, moments]) => ({
			name: dashboard === null ? COURSE_TEXT.opened : (names.get(dashboard) ?? dashboard),
			spans: [],
			points: [...new Set(moments.map(dayOf))].sort().map((at) => ({ name: COURSE_TEXT.viewed, at }))
		}));
	};
	const ofPerson = (): readonly Row[] => {
		const queues = scenario.queues.flatMap(({ id: queueId, name, members }): readonly Row[] => {
			const own = members.filter(({ personId }) => personId === id).map(reachOf);
			const member = spans(COURSE_TEXT.member, own);
			if (member.length === 0) return [];
			const watched = joined(scenario.dashboards.flatMap((dashboard) => watchings(dashboard, queueId)));
			return [{ name, spans: [...member, ...spans(COURSE_TEXT.monitored, watched)], points: [] }];
		});
		return [...queues, ...viewings()];
	};
	const ofQueue = (): readonly Row[] => {
		const names = new Map(scenario.people.map((person) => [person.id, person.name]));
		const members = new Map<Id, Reach[]>();
		for (const member of scenario.queues.find((queue) => queue.id === id)?.members ?? []) {
			const known = members.get(member.personId);
			if (known) known.push(reachOf(member));
			else members.set(member.personId, [reachOf(member)]);
		}
		const rows = [
			...scenario.dashboards.map((dashboard) => ({
				name: dashboard.name,
				spans: spans(COURSE_TEXT.watching, joined(watchings(dashboard, id)))
			})),
			...[...members].map(([personId, own]) => ({
				name: names.get(personId) ?? personId,
				spans: spans(COURSE_TEXT.member, own)
			}))
		];
		return rows.filter((row) => row.spans.length > 0).map((row) => ({ ...row, points: [] }));
	};

	const rows = of === 'person' ? ofPerson() : ofQueue();
	const today = days.at(-1)!.date;
	return {
		name: thing.name,
		from: days[0]!.date,
		to: today,
		today,
		rows: rows.slice(0, MOST_ROWS),
		more: Math.max(0, rows.length - MOST_ROWS)
	};
}

const reachOf = ({
	from,
	to
}: {
	readonly from?: Instant | undefined;
	readonly to?: Instant | undefined;
}): Reach => [from === undefined ? -Infinity : secondsOf(from), to === undefined ? Infinity : secondsOf(to)];

/** Not by difference: that of two open beginnings is no number. */
const byStart = ([a]: Reach, [b]: Reach): number => (a === b ? 0 : a < b ? -1 : 1);

/** When a dashboard's widgets watch a queue: each within the dashboard's life (L3). */
function watchings(
	{ createdAt, deletedAt, widgets }: Scenario['dashboards'][number],
	queueId: Id
): readonly Reach[] {
	const [born, gone] = reachOf({ from: createdAt, to: deletedAt });
	return widgets
		.filter((widget) => widget.queueId === queueId)
		.map(reachOf)
		.map(([from, to]) => [Math.max(from, born), Math.min(to, gone)]);
}

/** The same time, without what is said twice. */
function joined(facts: readonly Reach[]): readonly Reach[] {
	const all: Reach[] = [];
	for (const [from, to] of facts.filter((one) => one[0] < one[1]).toSorted(byStart)) {
		const last = all.at(-1);
		if (last && from <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], to)];
		else all.push([from, to]);
	}
	return all;
}

/** The moments at which somebody viewed each dashboard (null: opened Live Reports alone), both ends included. */
function viewedBy(
	{ viewings }: Scenario,
	personId: Id,
	[first, last]: Reach
): ReadonlyMap<Id | null, readonly Seconds[]> {
	const seen = new Map<Id | null, Seconds[]>();
	for (const { personIds, dashboardIds, person, dashboard, at } of viewings) {
		const own = personIds.indexOf(personId);
		if (own < 0) continue;
		for (let i = 0; i < at.length; i++) {
			if (person[i] !== own || at[i]! < first || at[i]! > last) continue;
			const viewed = dashboardIds[dashboard[i]!] ?? null;
			const moments = seen.get(viewed);
			if (moments) moments.push(at[i]!);
			else seen.set(viewed, [at[i]!]);
		}
	}
	return seen;
}
