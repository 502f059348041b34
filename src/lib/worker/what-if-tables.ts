import { type FitKind } from '$lib/domain/fit';
import { leaveReasons, type LeaverRow } from '$lib/domain/forecast';
import { type Exempt } from '$lib/domain/practice';
import { RECLAIM_REASONS, type ReclaimReason, type ReclaimRow } from '$lib/domain/reclaim';
import { NONE } from '$lib/domain/snapshot';
import { type WhatIfChange } from '$lib/domain/what-if';
import {
	type DriverColumn,
	type DriverRow,
	type LeaverColumn,
	type ReclaimColumn
} from '$lib/domain/what-if-rows';
import { COMMANDS } from '../commands';
import { askedBy } from '../commands/what-if';
import { marginal, type MarginalSeats } from '../engine/marginal';
import { naturalOrder } from '../engine/natural-order';
import { reclaim } from '../engine/reclaim';
import { createToggles, type ToggleState } from '../engine/toggles';
import { type Held } from './held';
import { rankTexts } from './rank-texts';
import { type Table } from './row-pages';
import { tried } from './tried';
import { forecastOf } from './what-if-answers';

/** Who leaves the count, when and why (I6). */
export function leaverTable(held: Held, changes: readonly WhatIfChange[]): Table<LeaverColumn, LeaverRow> {
	const { days, leavers: list } = forecastOf(held, changes);
	const { count, person, day, reason } = list();
	const { ids, names, extensions } = tried(held, changes).snapshot.people;
	return {
		count,
		keys: (column) => {
			switch (column) {
				case 'date':
					return null;
				case 'name':
					return ranked(person, rankTexts(names, byName));
				case 'extension':
					return ranked(person, rankTexts(extensions, naturalOrder));
				case 'reason':
					return reason;
			}
		},
		texts: [
			[names, person],
			[extensions, person]
		],
		row: (i) => ({
			personId: ids[person[i]!]!,
			name: names[person[i]!]!,
			extension: extensions[person[i]!]!,
			date: days[day[i]!]!.date,
			reasons: leaveReasons(reason[i]!)
		})
	};
}

const ranked = (ordinals: ArrayLike<number>, ranks: ArrayLike<number>): Float64Array =>
	Float64Array.from(ordinals, (ordinal) => ranks[ordinal]!);

const NO_EXEMPT: Exempt = { people: [], queues: [], dashboards: [] };
const exemptOf = ({ document }: Held): Exempt => document.scenario.practice?.exempt ?? NO_EXEMPT;

/** What today keeps seats needed, with the marginal seats (L14) of the what-if; most freed first. */
export function driverTable(
	held: Held,
	changes: readonly WhatIfChange[],
	kind: FitKind
): Table<DriverColumn, DriverRow> {
	const the = tried(held, changes);
	const named = namedStops(changes);
	const { queues, dashboards } = held.index;
	const was = createToggles(held.index, held.document.scenario).state;
	const toggles = createToggles(the.index, the.scenario);
	const is = marginal(toggles);
	const exempt = exemptOf(held);
	const [exemptQueues, exemptDashboards] = [new Set(exempt.queues), new Set(exempt.dashboards)];
	// Ordinals of queues and dashboards are today's as long as no change adds or removes one.
	const queueNow = (q: number) => the.index.queues.ordinals.of(queues.ordinals.ids[q]!) ?? NONE;
	const dashboardNow = (d: number) => the.index.dashboards.ordinals.of(dashboards.ordinals.ids[d]!) ?? NONE;
	const rowOf = (
		queue: number | null,
		dashboard: number | null,
		seats: MarginalSeats,
		place: number,
		isStopped: boolean
	): DriverRow => {
		const queueId = queue === null ? null : queues.ordinals.ids[queue]!;
		const dashboardId = dashboard === null ? null : dashboards.ordinals.ids[dashboard]!;
		return {
			kind,
			queueId,
			dashboardId,
			name: queue === null ? dashboards.names[dashboard!]! : queues.names[queue]!,
			dashboard: queue === null || dashboard === null ? '' : dashboards.names[dashboard]!,
			freed: seats.freed[place] ?? 0,
			shared: seats.shared[place] ?? 0,
			isStopped,
			isOwnStop: named.has(JSON.stringify([queueId, dashboardId])),
			isExempt:
				(queueId !== null && exemptQueues.has(queueId)) ||
				(dashboardId !== null && exemptDashboards.has(dashboardId))
		};
	};
	const rows: DriverRow[] = [];
	const watched = watchedPairs(toggles.state);
	if (kind === 'queues')
		was.watchers.forEach((count, q) => {
			const now = queueNow(q);
			if (count > 0) rows.push(rowOf(q, null, is.queues, now, !(toggles.state.watchers[now]! > 0)));
		});
	if (kind === 'dashboards')
		dashboards.names.forEach((_, d) => {
			const now = dashboardNow(d);
			const { dashboardStart } = toggles.state;
			if (was.dashboardStart[d] === was.dashboardStart[d + 1]) return;
			rows.push(rowOf(null, d, is.dashboards, now, !(dashboardStart[now + 1]! > dashboardStart[now]!)));
		});
	if (kind === 'widgets')
		was.watchQueue.forEach((q, w) => {
			const d = was.watchDashboard[w]!;
			const place = watched.get(`${queueNow(q)} ${dashboardNow(d)}`);
			rows.push(rowOf(q, d, is.queueOnDashboard, place ?? NONE, place === undefined));
		});
	rows.sort((a, b) => b.freed - a.freed || b.shared - a.shared || byName(a.name, b.name));
	return {
		count: rows.length,
		keys: (column) => {
			switch (column) {
				case 'name':
					return rankTexts(
						rows.map(({ name }) => name),
						byName
					);
				case 'dashboard':
					return rankTexts(
						rows.map(({ dashboard }) => dashboard),
						byName
					);
				case 'freed':
				case 'shared':
					return rows.map((row) => row[column]);
				case 'exempt':
					return rows.map(({ isExempt }) => (isExempt ? 1 : 0));
				case 'stop':
					return rows.map(({ isStopped }) => (isStopped ? 1 : 0));
			}
		},
		texts: [
			[rows.map(({ name }) => name), rows.map((_, i) => i)],
			[rows.map(({ dashboard }) => dashboard), rows.map((_, i) => i)]
		],
		row: (i) => rows[i]!
	};
}

const byName = new Intl.Collator('en', { numeric: true }).compare;

/** What the stops of a what-if name: [queue, dashboard], each as JSON text. */
function namedStops(changes: readonly WhatIfChange[]): ReadonlySet<string> {
	const { input } = COMMANDS.stopMonitoring;
	const stops = changes.flatMap((change) => {
		const asked = askedBy(change);
		const read = asked.name === 'stopMonitoring' ? input.safeParse(asked.input) : undefined;
		return read?.success ? read.data.stops : [];
	});
	return new Set(stops.map(({ queueId, dashboardId }) => JSON.stringify([queueId, dashboardId])));
}

const watchedPairs = ({ watchQueue, watchDashboard }: ToggleState): ReadonlyMap<string, number> =>
	new Map(Array.from(watchQueue, (q, w) => [`${q} ${watchDashboard[w]!}`, w] as const));

const keptReclaims = new WeakMap<object, ReturnType<typeof reclaim>>();

/** Kept as long as what it is made of: counting a large account takes most of a second. */
export function reclaims(held: Held) {
	const exempt = exemptOf(held).people;
	const key = held.document;
	const known = keptReclaims.get(key);
	if (known) return known;
	const made = reclaim(held.index, held.document.scenario, held.snapshot, exempt);
	keptReclaims.set(key, made);
	return made;
}

/** The people of one reason (I7). */
export function reclaimTable(held: Held, reason: ReclaimReason): Table<ReclaimColumn, ReclaimRow> {
	const { columns, row } = reclaims(held);
	const { names, extensions } = held.snapshot.people;
	const wanted = RECLAIM_REASONS.indexOf(reason);
	const places: number[] = [];
	columns.reason.forEach((one, i) => {
		if (one === wanted) places.push(i);
	});
	const people = places.map((i) => columns.person[i]!);
	return {
		count: places.length,
		keys: (column) => {
			switch (column) {
				case 'name':
					return null;
				case 'extension':
					return ranked(people, rankTexts(extensions, naturalOrder));
				case 'cost':
					return places.map((i) => columns.booster[i]!);
				case 'releaseDate':
					// Those that never leave sort last.
					return places.map((i) => Math.min(columns.lastActivity[i]!, 8_640_000_000_000));
				case 'daysSinceViewed':
				case 'queues':
				case 'freed':
				case 'exempt':
					return places.map((i) => columns[column][i]!);
			}
		},
		texts: [
			[names, people],
			[extensions, people]
		],
		row: (i) => row(places[i]!)
	};
}
