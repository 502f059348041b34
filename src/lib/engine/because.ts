import type { Id } from '$lib/domain/id';
import type { Seconds } from '$lib/domain/instant';
import { roleById } from '$lib/domain/role';
import type { Scenario } from '$lib/domain/scenario';
import { type Because, NONE, type Reason, type Snapshot } from '$lib/domain/snapshot';
import type { Index } from './columnar';
import { HOLDS, SUPER } from './columns/people';
import { type Moment, momentOf } from './rules/moment';
import { joinSpans } from './rules/monitored';
import { releaseDay } from './rules/window';

/**
 * L13 and L15: every reason for one person's seat, and when it would go. Undefined: no such person. `known`: dates up
 * to then are told, where that is later than as-of.
 */
export function because(
	index: Index,
	scenario: Scenario,
	snapshot: Snapshot,
	personId: Id,
	known = -Infinity
): Because | undefined {
	const p = index.people.ordinals.of(personId);
	if (p === undefined) return undefined;
	const moment = momentOf(index, scenario);
	const counts = moment.counts[p] === 1;
	const until = Math.max(known, moment.asOf);
	const overlaps = counts ? overlapsOf(index, moment, p, until) : [];
	const viewed = counts ? viewingsOf(index, moment, p, until) : [];
	const person = scenario.people[p]!;
	return {
		personId,
		name: person.name,
		extension: person.extension,
		active: [...overlaps.map(memberReason(index)), ...viewed],
		needed: [
			...(counts ? permissionReason(index, scenario, moment, p, viewed.length > 0) : []),
			...overlaps.filter((one) => one.to === Infinity).map(memberReason(index))
		],
		licenses: licensesIn(snapshot, p),
		releaseDate: releaseOf(overlaps, viewed, scenario.account.timeZone)
	};
}

/** A time, counting in the window, when the person was a member of a queue that a dashboard watched (L4). */
interface Overlap {
	readonly queue: number;
	readonly dashboard: number;
	readonly from: Seconds;
	/** Infinity where it lasts: an end later than as-of is not yet true. */
	readonly to: Seconds;
}

function overlapsOf(index: Index, { asOf, start, atEnd }: Moment, p: number, known: Seconds): Overlap[] {
	const { byPerson, watchings } = index;
	const memberships = byPerson();
	const spans = new Map<string, { queue: number; dashboard: number; spans: [Seconds, Seconds][] }>();
	for (let m = memberships.start[p]!; m < memberships.start[p + 1]!; m++) {
		const queue = memberships.queue[m]!;
		for (let w = watchings.start[queue]!; w < watchings.start[queue + 1]!; w++) {
			const from = Math.max(memberships.from[m]!, watchings.from[w]!);
			const end = Math.min(memberships.to[m]!, watchings.to[w]!);
			if (from > known || from >= end || (atEnd ? end <= asOf : end <= start)) continue;
			const dashboard = watchings.dashboard[w]!;
			const key = `${queue} ${dashboard}`;
			const pair = spans.get(key) ?? { queue, dashboard, spans: [] };
			spans.set(key, pair);
			pair.spans.push([from, end > known ? Infinity : end]);
		}
	}
	const place = index.dashboards.byName().rank;
	const queuePlace = index.queues.byName().rank;
	// In the order of the names, as the detail rows have them.
	return [...spans.values()]
		.sort((a, b) => queuePlace[a.queue]! - queuePlace[b.queue]! || place[a.dashboard]! - place[b.dashboard]!)
		.flatMap(({ queue, dashboard, spans }) =>
			joinSpans(spans).map(([from, to]) => ({ queue, dashboard, from, to }))
		);
}

const memberReason =
	(index: Index) =>
	(overlap: Overlap): Reason => ({
		kind: 'member',
		queue: index.queues.names[overlap.queue]!,
		dashboard: index.dashboards.names[overlap.dashboard]!,
		since: overlap.from === -Infinity ? null : overlap.from,
		until: overlap.to === Infinity ? null : overlap.to
	});

type Viewed = Extract<Reason, { kind: 'viewed' }>;

/** L5: the person's viewings in the window, one reason a dashboard, by name; opening alone comes first. */
function viewingsOf(index: Index, { start, openCounts }: Moment, p: number, known: Seconds): Viewed[] {
	const found = new Map<number, { lastAt: Seconds; times: number }>();
	for (const { block, person, dashboard, firstAt, lastAt } of index.viewings.blocks) {
		if (lastAt < start || firstAt > known || !person.includes(p)) continue;
		for (let i = 0; i < block.at.length; i++) {
			const at = block.at[i]!;
			if (person[block.person[i]!] !== p || at < start || at > known) continue;
			const which = dashboard[block.dashboard[i]!]!;
			if (which === NONE && !openCounts) continue;
			const earlier = found.get(which);
			found.set(which, { lastAt: Math.max(at, earlier?.lastAt ?? at), times: (earlier?.times ?? 0) + 1 });
		}
	}
	const { rank } = index.dashboards.byName();
	const placeOf = (dashboard: number) => (dashboard === NONE ? -1 : rank[dashboard]!);
	return [...found]
		.sort(([a], [b]) => placeOf(a) - placeOf(b))
		.map(([dashboard, { lastAt, times }]) => ({
			kind: 'viewed',
			dashboard: dashboard === NONE ? null : index.dashboards.names[dashboard]!,
			lastAt,
			times
		}));
}

/** L7, A-ADMIN: a Super Admin's permission is a reason only as the assumption says. */
function permissionReason(
	index: Index,
	scenario: Scenario,
	moment: Moment,
	p: number,
	viewer: boolean
): Reason[] {
	const bits = index.people.permission[p]!;
	const role = roleById(scenario.roles, scenario.people[p]!.roleId);
	if (!role || !(bits & HOLDS) || (moment.adminsWhenViewed && bits & SUPER && !viewer)) return [];
	const full = role.permissions.includes('live-reports.full');
	return [
		{ kind: 'permission', role: role.name, permission: full ? 'live-reports.full' : 'live-reports.view' }
	];
}

function licensesIn(snapshot: Snapshot, p: number): number[] {
	const { person, license } = snapshot.seats();
	const licenses: number[] = [];
	for (let row = person.indexOf(p); row !== -1 && person[row] === p; row++) licenses.push(license[row]!);
	return licenses;
}

/** L15: null while an overlap lasts, or for somebody who has no seat. */
function releaseOf(overlaps: readonly Overlap[], viewed: readonly Viewed[], timeZone: string): string | null {
	if (overlaps.some(({ to }) => to === Infinity)) return null;
	const last = Math.max(...overlaps.map(({ to }) => to - 1), ...viewed.map(({ lastAt }) => lastAt));
	return last === -Infinity ? null : releaseDay(last, timeZone);
}
