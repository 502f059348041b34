import { type FitKind } from '$lib/domain/fit';
import { type Exempt } from '$lib/domain/practice';
import { type Scenario } from '$lib/domain/scenario';
import { type WhatIfChange } from '$lib/domain/what-if';
import { type DriverColumn, type DriverRow } from '$lib/domain/what-if-rows';
import { COMMANDS } from '../commands';
import { askedBy } from '../commands/what-if';
import { type Index } from '../engine/columnar';
import { marginal, type MarginalSeats } from '../engine/marginal';
import { createToggles } from '../engine/toggles';
import { type Held } from './held';
import { rankTexts } from './rank-texts';
import { type Table } from './row-pages';
import { tried } from './tried';

const byName = new Intl.Collator('en', { numeric: true }).compare;
const keyOf = ({ queueId, dashboardId }: Pick<DriverRow, 'queueId' | 'dashboardId'>): string =>
	JSON.stringify([queueId, dashboardId]);

/**
 * What keeps seats needed today, with the marginal seats of the what-if (L14). In the order of today's, so that no
 * row moves when it is stopped.
 */
export function driverTable(
	held: Held,
	changes: readonly WhatIfChange[],
	kind: FitKind
): Table<DriverColumn, DriverRow> {
	const the = tried(held, changes);
	const named = namedStops(changes);
	const left = new Map(driversOf(the.index, the.scenario, kind).map((one) => [keyOf(one), one]));
	const isExempt = exemption(held.document.scenario.practice?.exempt);
	const rows = driversOf(held.index, held.document.scenario, kind)
		.sort((a, b) => b.freed - a.freed || b.shared - a.shared || byName(a.name, b.name))
		.map((today): DriverRow => {
			const now = left.get(keyOf(today));
			return {
				...today,
				freed: now?.freed ?? 0,
				shared: now?.shared ?? 0,
				isStopped: now === undefined,
				isOwnStop: named.has(keyOf(today)),
				isExempt: isExempt(today)
			};
		});
	const places = rows.map((_, i) => i);
	const names = rows.map(({ name }) => name);
	const boards = rows.map(({ dashboard }) => dashboard);
	return {
		count: rows.length,
		keys: (column) => {
			switch (column) {
				case 'name':
					return rankTexts(names, byName);
				case 'dashboard':
					return rankTexts(boards, byName);
				case 'freed':
				case 'shared':
					return rows.map((row) => row[column]);
				case 'exempt':
					return rows.map((row) => Number(row.isExempt));
				case 'stop':
					return rows.map((row) => Number(row.isStopped));
			}
		},
		texts: [
			[names, places],
			[boards, places]
		],
		row: (i) => rows[i]!
	};
}

type Driver = Pick<DriverRow, 'kind' | 'queueId' | 'dashboardId' | 'name' | 'dashboard' | 'freed' | 'shared'>;

/** Everything of a kind that watches at as-of, with the needed seats that its going alone frees. */
function driversOf(index: Index, scenario: Scenario, kind: FitKind): Driver[] {
	const { queues, dashboards } = index;
	const toggles = createToggles(index, scenario);
	const { watchers, dashboardStart, watchQueue, watchDashboard } = toggles.state;
	const seats = marginal(toggles);
	const driver = (q: number | null, d: number | null, of: MarginalSeats, place: number): Driver => ({
		kind,
		queueId: q === null ? null : queues.ordinals.ids[q]!,
		dashboardId: d === null ? null : dashboards.ordinals.ids[d]!,
		name: q === null ? dashboards.names[d!]! : queues.names[q]!,
		dashboard: q === null || d === null ? '' : dashboards.names[d]!,
		freed: of.freed[place]!,
		shared: of.shared[place]!
	});
	switch (kind) {
		case 'queues':
			return Array.from(watchers, (count, q) => (count > 0 ? [driver(q, null, seats.queues, q)] : [])).flat();
		case 'dashboards':
			return dashboards.names.flatMap((_, d) =>
				dashboardStart[d + 1]! > dashboardStart[d]! ? [driver(null, d, seats.dashboards, d)] : []
			);
		case 'widgets':
			return Array.from(watchQueue, (q, w) => driver(q, watchDashboard[w]!, seats.queueOnDashboard, w));
	}
}

/** What the stops of a what-if name. */
function namedStops(changes: readonly WhatIfChange[]): ReadonlySet<string> {
	const { input } = COMMANDS.stopMonitoring;
	const stops = changes.flatMap((change) => {
		const asked = askedBy(change);
		const read = asked.name === 'stopMonitoring' ? input.safeParse(asked.input) : undefined;
		return read?.success ? read.data.stops : [];
	});
	return new Set(stops.map(keyOf));
}

function exemption(exempt: Exempt | undefined) {
	const [queues, dashboards] = [new Set(exempt?.queues), new Set(exempt?.dashboards)];
	return ({ queueId, dashboardId }: Driver): boolean =>
		(queueId !== null && queues.has(queueId)) || (dashboardId !== null && dashboards.has(dashboardId));
}
