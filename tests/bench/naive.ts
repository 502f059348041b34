/**
 * The same questions asked of plain objects with Maps and Sets, as one would write it first: no columns, no
 * ordinals, instants compared as text. Not made slow on purpose: lookups are by key, loops leave early, and
 * it is handed the people in the order of their names. Default assumptions only.
 */
import { type Instant, toInstant } from '$lib/domain/instant';
import { type Person } from '$lib/domain/person';
import { holds, roleById, SUPER_ADMIN } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { type Viewing } from '$lib/domain/viewing';

const ALWAYS = '';
const NEVER_ENDS = '~'; // after every instant

interface Watching {
	readonly dashboardId: string;
	readonly from: string;
	readonly to: string;
}

export interface Plain {
	readonly scenario: Scenario;
	readonly viewings: readonly Viewing[];
	readonly people: Map<string, Person>;
	readonly watchings: Map<string, Watching[]>;
	readonly start: Instant;
	readonly asOf: Instant;
}

const later = (a: string, b: string) => (a > b ? a : b);
const sooner = (a: string, b: string) => (a < b ? a : b);

/** The account as objects and its Maps; the viewings, as objects, are given. */
export function plain(scenario: Scenario, viewings: readonly Viewing[], start: number): Plain {
	return {
		scenario,
		viewings,
		people: new Map(scenario.people.map((person) => [person.id, person])),
		watchings: watchingsIn(scenario),
		start: toInstant(start),
		asOf: scenario.asOf
	};
}

function watchingsIn(scenario: Scenario): Map<string, Watching[]> {
	const watchings = new Map<string, Watching[]>();
	for (const dashboard of scenario.dashboards)
		for (const widget of dashboard.widgets) {
			const from = later(dashboard.createdAt ?? ALWAYS, widget.from ?? ALWAYS);
			const to = sooner(dashboard.deletedAt ?? NEVER_ENDS, widget.to ?? NEVER_ENDS);
			if (from >= to) continue;
			const list = watchings.get(widget.queueId);
			if (list) list.push({ dashboardId: dashboard.id, from, to });
			else watchings.set(widget.queueId, [{ dashboardId: dashboard.id, from, to }]);
		}
	return watchings;
}

/** The account after a change: Maps whose sources are the same objects are kept. */
export function changed(account: Plain, scenario: Scenario): Plain {
	const { people, dashboards } = account.scenario;
	return {
		...account,
		scenario,
		people:
			scenario.people === people ? account.people : new Map(scenario.people.map((one) => [one.id, one])),
		watchings: scenario.dashboards === dashboards ? account.watchings : watchingsIn(scenario)
	};
}

export interface Counts {
	needed: number;
	agents: number;
	viewers: number;
	active: number;
	memberships: number;
}

const counts = (account: Plain, id: string) => (account.people.get(id)?.status ?? 'enabled') === 'enabled';

function overlaps({ start, asOf }: Plain, from: string, to: string, watching: Watching): boolean {
	const begins = later(later(from, watching.from), start);
	return begins <= asOf && begins < sooner(to, watching.to);
}

export function countAll(account: Plain, queueOff?: string): Counts {
	const { scenario, asOf, start } = account;
	const agents = new Set<string>();
	const now = new Set<string>();
	let memberships = 0;
	for (const queue of scenario.queues) {
		const watchings = account.watchings.get(queue.id);
		if (!watchings || queue.id === queueOff) continue;
		const monitoredNow = watchings.some((one) => one.from <= asOf && asOf < one.to);
		const here = new Set<string>();
		for (const { personId, from = ALWAYS, to = NEVER_ENDS } of queue.members) {
			if (monitoredNow && from <= asOf && asOf < to && counts(account, personId)) now.add(personId);
			if (here.has(personId) || !counts(account, personId)) continue;
			if (!watchings.some((one) => overlaps(account, from, to, one))) continue;
			here.add(personId);
			agents.add(personId);
		}
		memberships += here.size;
	}
	const viewers = new Set<string>();
	for (const { personId, dashboardId, at } of account.viewings)
		if (dashboardId !== null && at >= start && at <= asOf && counts(account, personId)) viewers.add(personId);
	let active = agents.size;
	for (const id of viewers) if (!agents.has(id)) active++;
	const needed = new Set(now);
	for (const person of scenario.people) {
		if (needed.has(person.id) || !counts(account, person.id)) continue;
		const role = roleById(scenario.roles, person.roleId);
		if (!role || !holds(role, 'live-reports.view')) continue;
		if (role.id !== SUPER_ADMIN || viewers.has(person.id)) needed.add(person.id);
	}
	return { needed: needed.size, agents: agents.size, viewers: viewers.size, active, memberships };
}

export interface Row {
	person: Person;
	viewer: boolean;
	agent: boolean;
	lastViewed: string | null;
	queues: Set<string>;
	dashboards: Set<string>;
	first: string;
	license: number;
}

/** Every row of Total Active Users; `byName` and `placeOf` (extension order) are given. */
export function rows(
	account: Plain,
	byName: readonly Person[],
	placeOf: ReadonlyMap<string, number>,
	purchased: { liveReports: number; callQueuesBooster: number }
): Row[] {
	const { scenario, start, asOf } = account;
	const found = new Map<string, Row>();
	const rowOf = (personId: string, first: string): Row => {
		let row = found.get(personId);
		if (!row) {
			row = {
				person: account.people.get(personId)!,
				viewer: false,
				agent: false,
				lastViewed: null,
				queues: new Set(),
				dashboards: new Set(),
				first,
				license: 0
			};
			found.set(personId, row);
		} else if (first < row.first) row.first = first;
		return row;
	};
	for (const queue of scenario.queues)
		for (const { personId, from = ALWAYS, to = NEVER_ENDS } of queue.members)
			for (const watching of account.watchings.get(queue.id) ?? []) {
				if (!overlaps(account, from, to, watching) || !counts(account, personId)) continue;
				const row = rowOf(personId, later(later(from, watching.from), start));
				row.agent = true;
				row.queues.add(queue.id);
				row.dashboards.add(watching.dashboardId);
			}
	for (const { personId, dashboardId, at } of account.viewings) {
		if (dashboardId === null || at < start || at > asOf || !counts(account, personId)) continue;
		const row = rowOf(personId, at);
		row.viewer = true;
		if (row.lastViewed === null || at > row.lastViewed) row.lastViewed = at;
	}
	assign([...found.values()], placeOf, purchased);
	return byName.flatMap((person) => found.get(person.id) ?? []);
}

function assign(
	all: Row[],
	placeOf: ReadonlyMap<string, number>,
	{ liveReports, callQueuesBooster }: { liveReports: number; callQueuesBooster: number }
): void {
	all.sort((a, b) =>
		a.first === b.first ? placeOf.get(a.person.id)! - placeOf.get(b.person.id)! : a.first < b.first ? -1 : 1
	);
	let boosters = callQueuesBooster;
	let left = liveReports;
	for (const row of all)
		if (row.person.booster && boosters > 0) {
			row.license = 2;
			boosters--;
		}
	for (const row of all)
		if (row.license === 0)
			if (left > 0) {
				row.license = 1;
				left--;
			} else if (boosters > 0) {
				row.license = 2;
				boosters--;
			}
}

export interface Detail {
	name: string;
	queue: string | null;
	dashboard: string;
	lastViewed: string | null;
	license: number;
}

/** Every row of Detailed Usage. Queue and dashboard orders are given. */
export function details(
	account: Plain,
	seats: readonly Row[],
	queuePlace: ReadonlyMap<string, number>,
	dashboardPlace: ReadonlyMap<string, number>
): Detail[] {
	const { scenario, start, asOf } = account;
	const viewed = new Map<string, Map<string, string>>();
	for (const { personId, dashboardId, at } of account.viewings) {
		if (dashboardId === null || at < start || at > asOf) continue;
		let mine = viewed.get(personId);
		if (!mine) viewed.set(personId, (mine = new Map<string, string>()));
		const last = mine.get(dashboardId);
		if (last === undefined || at > last) mine.set(dashboardId, at);
	}
	const watched = new Map<string, Map<string, Set<string>>>();
	for (const queue of scenario.queues)
		for (const { personId, from = ALWAYS, to = NEVER_ENDS } of queue.members)
			for (const watching of account.watchings.get(queue.id) ?? []) {
				if (!overlaps(account, from, to, watching)) continue;
				let queues = watched.get(personId);
				if (!queues) watched.set(personId, (queues = new Map<string, Set<string>>()));
				const boards = queues.get(queue.id);
				if (boards) boards.add(watching.dashboardId);
				else queues.set(queue.id, new Set([watching.dashboardId]));
			}
	const byPlace = (place: ReadonlyMap<string, number>) => (a: string, b: string) =>
		place.get(a)! - place.get(b)!;
	const all: Detail[] = [];
	for (const { person, license } of seats) {
		const mine = viewed.get(person.id);
		if (mine)
			for (const dashboard of [...mine.keys()].sort(byPlace(dashboardPlace)))
				all.push({ name: person.name, queue: null, dashboard, lastViewed: mine.get(dashboard)!, license });
		const queues = watched.get(person.id);
		if (queues)
			for (const queue of [...queues.keys()].sort(byPlace(queuePlace)))
				for (const dashboard of [...queues.get(queue)!].sort(byPlace(dashboardPlace)))
					all.push({
						name: person.name,
						queue,
						dashboard,
						lastViewed: mine?.get(dashboard) ?? null,
						license
					});
	}
	return all;
}

/** How many reasons one person has in the window: (queue, dashboard) pairs and dashboards viewed. */
export function reasons(account: Plain, personId: string): number {
	const found = new Set<string>();
	for (const queue of account.scenario.queues)
		for (const member of queue.members)
			if (member.personId === personId)
				for (const watching of account.watchings.get(queue.id) ?? [])
					if (overlaps(account, member.from ?? ALWAYS, member.to ?? NEVER_ENDS, watching))
						found.add(`${queue.id} ${watching.dashboardId}`);
	for (const { personId: who, dashboardId, at } of account.viewings)
		if (who === personId && dashboardId !== null && at >= account.start && at <= account.asOf)
			found.add(dashboardId);
	return counts(account, personId) ? found.size : 0;
}
