import { type Dashboard } from '$lib/domain/dashboard';
import {
	type DashboardAnswer,
	type DashboardColumn,
	type DashboardDetail,
	type DashboardRow,
	type DashboardScope,
	type FoundQueue,
	type WatchedQueue
} from '$lib/domain/dashboard-rows';
import { type Id } from '$lib/domain/id';
import { holdsAt, type Instant } from '$lib/domain/instant';
import { seedOf } from '$lib/domain/live-figures';
import { type Person } from '$lib/domain/person';
import { holds, roleById } from '$lib/domain/role';
import { type PersonChoice } from '$lib/domain/rows';
import { type Scenario } from '$lib/domain/scenario';
import { BOOSTER_LICENSE, LIVE_REPORTS_LICENSE, NO_LICENSE } from '$lib/domain/snapshot';
import { mayOpen } from '../commands/viewing-access';
import { perRevision } from './admin-calls';
import { membersAt } from './admin-tables';
import { type Held } from './held';
import { isLive } from './play-plan';
import { type At, type EngineCalls } from './protocol';
import { rankTexts } from './rank-texts';
import { pager, type Table } from './row-pages';
import { type Context, type Handlers } from './serve';
import { licensesByPerson, membersNow, NO_SEAT, widgetEffect } from './widget-effect';

type DashboardCalls = Pick<
	EngineCalls,
	'dashboardRows' | 'dashboard' | 'widgetEffect' | 'withoutView' | 'dashboardOwner' | 'findQueues'
>;

/** What Live Reports asks about dashboards. */
export function dashboardsCalls(
	at: (input: At, context: Context) => Promise<Held>
): Handlers<DashboardCalls> {
	return {
		dashboardRows: async (input, context) =>
			lists(await at(input, context), JSON.stringify([input.scope, input.actor]))(input.query),
		dashboard: async (input, context) =>
			dashboardAnswer(await at(input, context), input.dashboardId, input.actor),
		widgetEffect: async (input, context) => {
			const held = await at(input, context);
			await context.pause();
			return widgetEffect(held, input.dashboardId, input.widget);
		},
		withoutView: async (input, context) => withoutView(await at(input, context), input.personIds),
		dashboardOwner: async (input, context) => dashboardOwner((await at(input, context)).document.scenario),
		findQueues: async (input, context) =>
			findQueues((await at(input, context)).document.scenario, input.text, input.limit)
	};
}

const lists = perRevision((held, key: string) => {
	const [scope, actor] = JSON.parse(key) as [DashboardScope, Id | null];
	return pager(dashboardTable(held, actor, scope));
});

const widgetsNow = ({ widgets }: Dashboard, asOf: Instant) => widgets.filter((one) => holdsAt(one, asOf));

const byName = new Intl.Collator('en', { numeric: true }).compare;

const personOf = ({ index, document }: Held, id: Id): Person | undefined =>
	document.scenario.people[index.people.ordinals.of(id) ?? -1];

/** Whether whoever acts may open a dashboard; null is the Trainer, who may open all. */
function opens({ roles }: Scenario, person: Person | null, dashboard: Dashboard): boolean {
	return person === null || mayOpen(person, roleById(roles, person.roleId), dashboard);
}

function reachOf(actor: Id | null, { ownerId, sharedWith }: Dashboard): DashboardRow['reach'] {
	if (actor === null) return 'full';
	if (ownerId === actor) return 'own';
	return sharedWith?.includes(actor) ? 'shared' : 'full';
}

/** The dashboards of as-of that somebody may open, by name: with View Only their own and those shared with them. */
export function dashboardTable(
	held: Held,
	actor: Id | null,
	scope: DashboardScope
): Table<DashboardColumn, DashboardRow> {
	const { scenario } = held.document;
	const { asOf, dashboards } = scenario;
	const person = actor === null ? null : personOf(held, actor);
	const rows = dashboards
		.filter((one) => isLive(one, asOf) && person !== undefined && opens(scenario, person, one))
		.map((one): DashboardRow => {
			const widgets = widgetsNow(one, asOf);
			return {
				id: one.id,
				name: one.name,
				owner: personOf(held, one.ownerId)?.name ?? '',
				queues: new Set(widgets.map((widget) => widget.queueId)).size,
				widgets: widgets.length,
				sharedWith: one.sharedWith?.length ?? 0,
				reach: reachOf(actor, one)
			};
		})
		.filter((row) => scope === 'all' || row.reach === scope)
		.sort((a, b) => byName(a.name, b.name));
	const owners = rows.map((row) => row.owner);
	const places = Uint32Array.from(rows, (_, i) => i);
	return {
		count: rows.length,
		keys: (column) => {
			switch (column) {
				case 'name':
				case 'actions':
					return null;
				case 'owner':
					return rankTexts(owners, byName);
				case 'reach':
					return rows.map((row) => REACH.indexOf(row.reach));
				case 'queues':
				case 'widgets':
				case 'sharedWith':
					return rows.map((row) => row[column]);
			}
		},
		texts: [
			[rows.map((row) => row.name), places],
			[owners, places]
		],
		row: (i) => rows[i]!
	};
}
const REACH = ['own', 'shared', 'full'];

/** What the address of a dashboard leads to. */
export function dashboardAnswer(held: Held, dashboardId: Id, actor: Id | null): DashboardAnswer {
	const { scenario } = held.document;
	const { asOf, dashboards } = scenario;
	const dashboard = dashboards.find((one) => one.id === dashboardId);
	const person = actor === null ? null : personOf(held, actor);
	if (!dashboard || person === undefined) return { state: 'unknown' };
	if (!opens(scenario, person, dashboard))
		return { state: 'not-shared', owner: personOf(held, dashboard.ownerId)?.name ?? '' };
	const { name, createdAt, deletedAt } = dashboard;
	if (deletedAt !== undefined && deletedAt <= asOf) return { state: 'deleted', name, at: deletedAt };
	if (createdAt !== undefined && createdAt > asOf) return { state: 'later', name, at: createdAt };
	return { state: 'open', detail: detailOf(held, dashboard) };
}

function detailOf(held: Held, dashboard: Dashboard): DashboardDetail {
	const { scenario } = held.document;
	const queueOf = (id: Id) => scenario.queues[held.index.queues.ordinals.of(id) ?? -1];
	const widgets = widgetsNow(dashboard, scenario.asOf);
	return {
		id: dashboard.id,
		name: dashboard.name,
		owner: choices(held, [dashboard.ownerId])[0] ?? {
			id: dashboard.ownerId,
			name: '',
			extension: '',
			role: ''
		},
		sharedWith: choices(held, dashboard.sharedWith ?? []),
		widgets: widgets.map(({ id, kind, name, queueId }) => {
			const queue = queueOf(queueId);
			const members = queue ? membersAt(queue.members, scenario.asOf) : 0;
			return { id, kind, name, queueId, queue: queue?.name ?? '', members };
		}),
		queues: [...new Set(widgets.map((widget) => widget.queueId))].map((id) => watchedQueue(held, id)),
		// Of the account's own ids: a copy of the scenario shows the same figures.
		seed: seedOf([scenario.queues[0]?.id ?? '', scenario.people[0]?.id ?? ''])
	};
}

function watchedQueue(held: Held, queueId: Id): WatchedQueue {
	const queue = held.document.scenario.queues[held.index.queues.ordinals.of(queueId) ?? -1];
	const members = membersNow(held, queue?.members ?? []);
	const licenses = licensesByPerson(held.snapshot);
	const count = (code: number) => [...members].filter((p) => licenses[p] === code).length;
	return {
		id: queueId,
		name: queue?.name ?? '',
		members: members.size,
		liveReports: count(LIVE_REPORTS_LICENSE),
		booster: count(BOOSTER_LICENSE),
		without: count(NO_LICENSE),
		uncounted: count(NO_SEAT)
	};
}

const choiceOf = ({ roles }: Scenario, { id, name, extension, roleId }: Person): PersonChoice => ({
	id,
	name,
	extension,
	role: roleById(roles, roleId)?.name ?? ''
});

const choices = (held: Held, ids: readonly Id[]): readonly PersonChoice[] =>
	ids.flatMap((id) => {
		const person = personOf(held, id);
		return person ? [choiceOf(held.document.scenario, person)] : [];
	});

const has = (
	{ roles }: Scenario,
	{ roleId }: Person,
	permission: 'live-reports.full' | 'live-reports.view'
) => {
	const role = roleById(roles, roleId);
	return role !== undefined && holds(role, permission);
};

/** Those of some people whose role has neither Live Reports permission: they see nothing of what is shared. */
export const withoutView = (held: Held, ids: readonly Id[]): readonly PersonChoice[] =>
	choices(
		held,
		ids.filter((id) => {
			const person = personOf(held, id);
			return person !== undefined && !has(held.document.scenario, person, 'live-reports.view');
		})
	);

/** Who owns what the Trainer makes, unless another is chosen: the first enabled person with Full Access. */
export function dashboardOwner(scenario: Scenario): PersonChoice | null {
	const owner = scenario.people.find(
		(one) => (one.status ?? 'enabled') === 'enabled' && has(scenario, one, 'live-reports.full')
	);
	const first = owner ?? scenario.people[0];
	return first ? choiceOf(scenario, first) : null;
}

/** The first `limit` queues whose name or extension contains the text, and how many members each has now. */
export function findQueues({ queues, asOf }: Scenario, text: string, limit: number): readonly FoundQueue[] {
	const wanted = text.trim().toLocaleLowerCase('en');
	const found: FoundQueue[] = [];
	for (const { id, name, extension, members } of queues) {
		if (found.length === limit) break;
		if (name.toLocaleLowerCase('en').includes(wanted) || extension.includes(wanted))
			found.push({ id, name, extension, members: membersAt(members, asOf) });
	}
	return found;
}
