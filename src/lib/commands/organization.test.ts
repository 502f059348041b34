import { expect, test } from 'vitest';
import { type Scenario } from '$lib/domain/scenario';
import { packViewings, unpackViewings, type Viewing } from '$lib/domain/viewing';
import { madeScenario } from '../store/store-fixture';
import { apply, type CommandInput, type CommandName } from './index';

const NOW = '2026-11-24T14:00:00Z';
const BEFORE = '2026-11-20T09:00:00Z';
const LATER = '2026-12-01T09:00:00Z';

const scenario = madeScenario();
const [p0, p1, p2] = scenario.people;
const [q0] = scenario.queues;
const [d0] = scenario.dashboards;
const [o0] = scenario.orders;
const admin = { ...p0!, id: 'boss', name: 'Boss', extension: '1', roleId: 'super-admin' };
const managed: Scenario = { ...scenario, people: [...scenario.people, admin] };
const idle = { ...q0!, id: 'q1', name: 'Idle', extension: '202', members: [] };
const two: Scenario = { ...scenario, queues: [q0!, idle] };
const lead = { id: 'lead', name: 'Lead', basedOn: 'view', permissions: [] };

type Actor = string | null;
const ask = <Name extends CommandName>(
	name: Name,
	input: CommandInput<Name>,
	on: Scenario = scenario,
	actor: Actor = null
) => apply(on, { name, input, actor });

const done = <Name extends CommandName>(
	name: Name,
	input: CommandInput<Name>,
	on?: Scenario,
	actor?: Actor
): Scenario => {
	const result = ask(name, input, on, actor);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
};
const refused = <Name extends CommandName>(
	name: Name,
	input: CommandInput<Name>,
	on?: Scenario,
	actor?: Actor
) => {
	const result = ask(name, input, on, actor);
	return result.ok ? 'done' : result.error;
};

const fresh = { id: 'new', name: 'New', extension: '999', roleId: 'standard-international' };
const widget = { id: 'w1', kind: 'calls-in-queue' as const, name: 'Waiting', queueId: 'q0', from: NOW };
const board = { id: 'd1', name: 'Board', ownerId: 'p1', createdAt: NOW, widgets: [widget] };
const line = { product: 'live-reports' as const, quantity: 2, costCenterId: 'east' };
const order = { id: 'o1', at: NOW, placedBy: 'p0', lines: [line] };
const joined = done('addMembers', { queueId: 'q0', personIds: ['p0', 'p1', 'p2'], at: NOW });

test.each<[string, Scenario, Partial<Scenario>]>([
	['addPeople', done('addPeople', { people: [fresh] }), { people: [...scenario.people, fresh] }],
	[
		'setRole',
		done('setRole', { personIds: ['p1', 'p1'], roleId: 'manager' }),
		{ people: [p0!, { ...p1!, roleId: 'manager' }, p2!] }
	],
	[
		'setCostCenter',
		done('setCostCenter', { personIds: ['p1'], costCenterId: 'east' }),
		{ people: [p0!, { ...p1!, costCenterId: 'east' }, p2!] }
	],
	[
		'setStatus',
		done('setStatus', { personIds: ['p1'], status: 'disabled' }),
		{ people: [p0!, { ...p1!, status: 'disabled' }, p2!] }
	],
	[
		'setBooster',
		done('setBooster', { personIds: ['p2'], booster: true }),
		{ people: [p0!, p1!, { ...p2!, booster: true }] }
	],
	['addRole', done('addRole', { role: lead }), { roles: [...scenario.roles, lead] }],
	['editRole', done('editRole', { role: { ...lead, id: 'view' } }), { roles: [{ ...lead, id: 'view' }] }],
	['setDefaultRole', done('setDefaultRole', { roleId: 'view' }), { practice: { defaultRoleId: 'view' } }],
	['addQueues', done('addQueues', { queues: [idle] }), { queues: [q0!, idle] }],
	[
		'editQueue',
		done('editQueue', { id: 'q0', name: 'D', extension: '7', managerIds: ['p1', 'p1'] }),
		{ queues: [{ ...q0!, name: 'D', extension: '7', managerIds: ['p1'] }] }
	],
	['removeQueue', done('removeQueue', { queueId: 'q1' }, two), {}],
	[
		'addMembers skips who is one',
		joined,
		{
			queues: [
				{ ...q0!, members: [...q0!.members, { personId: 'p1', from: NOW }, { personId: 'p2', from: NOW }] }
			]
		}
	],
	[
		'removeMembers keeps the history and drops what only begins',
		done('removeMembers', { queueId: 'q0', personIds: ['p0', 'p1'], at: NOW }, joined),
		{
			queues: [
				{
					...q0!,
					members: [
						{ personId: 'p0', to: NOW },
						{ personId: 'p2', from: NOW }
					]
				}
			]
		}
	],
	[
		'editMembership',
		done('editMembership', { queueId: 'q0', place: 0, from: BEFORE, to: NOW }),
		{ queues: [{ ...q0!, members: [{ personId: 'p0', from: BEFORE, to: NOW }] }] }
	],
	['confirmOrder', done('confirmOrder', { order }), { orders: [o0!, order] }],
	['addDashboard', done('addDashboard', { dashboard: board }), { dashboards: [d0!, board] }],
	[
		'renameDashboard',
		done('renameDashboard', { dashboardId: 'd0', name: 'Wall' }),
		{ dashboards: [{ ...d0!, name: 'Wall' }] }
	],
	[
		'shareDashboard',
		done('shareDashboard', { dashboardId: 'd0', sharedWith: ['p1', 'p1'] }),
		{ dashboards: [{ ...d0!, sharedWith: ['p1'] }] }
	],
	[
		'deleteDashboard',
		done('deleteDashboard', { dashboardId: 'd0', at: NOW }),
		{ dashboards: [{ ...d0!, deletedAt: NOW }] }
	],
	[
		'addWidget',
		done('addWidget', { dashboardId: 'd0', widget }),
		{ dashboards: [{ ...d0!, widgets: [...d0!.widgets, widget] }] }
	],
	[
		'editWidget',
		done('editWidget', { dashboardId: 'd0', widgetId: 'w0', name: 'X', kind: 'calls-in-queue' }),
		{ dashboards: [{ ...d0!, widgets: [{ ...d0!.widgets[0]!, name: 'X', kind: 'calls-in-queue' }] }] }
	],
	[
		'removeWidget',
		done('removeWidget', { dashboardId: 'd0', widgetId: 'w0', at: NOW }),
		{ dashboards: [{ ...d0!, widgets: [{ ...d0!.widgets[0]!, to: NOW }] }] }
	],
	['pinAnalytics', done('pinAnalytics', { personId: null, pinned: true }), { practice: { pinned: [null] } }]
])('[S1] %s changes this and nothing else', (_, after, change) => {
	expect(after).toStrictEqual({ ...scenario, ...change });
	for (const key of Object.keys(scenario) as (keyof Scenario)[])
		if (!(key in change) && key !== 'queues') expect(after[key]).toBe(scenario[key]);
});

test.each<[string, Scenario]>([
	['addPeople, nobody', done('addPeople', { people: [] })],
	['setRole', done('setRole', { personIds: ['p0'], roleId: 'view' })],
	['setCostCenter', done('setCostCenter', { personIds: ['p0'], costCenterId: 'root' })],
	['setStatus', done('setStatus', { personIds: ['p0'], status: 'enabled' })],
	['setBooster', done('setBooster', { personIds: ['p0'], booster: false })],
	['removePeople, nobody', done('removePeople', { personIds: [], dashboardsTo: null })],
	['setDefaultRole', done('setDefaultRole', { roleId: 'standard-international' })],
	['editQueue', done('editQueue', { id: 'q0', name: q0!.name, extension: '201', managerIds: [] })],
	['removeMembers', done('removeMembers', { queueId: 'q0', personIds: ['p1'], at: NOW })],
	['editMembership', done('editMembership', { queueId: 'q0', place: 0, from: null, to: null })],
	['shareDashboard', done('shareDashboard', { dashboardId: 'd0', sharedWith: [] })],
	['pinAnalytics', done('pinAnalytics', { personId: null, pinned: false })]
])('[S1] where nothing changes, %s answers the same scenario', (_, after) => {
	expect(after).toBe(scenario);
});

test('[S1] practice is there only while it says something', () => {
	const pinned = done('pinAnalytics', { personId: 'p1', pinned: true });
	expect(done('pinAnalytics', { personId: 'p1', pinned: false }, pinned)).toStrictEqual(scenario);
	const set = done('setDefaultRole', { roleId: 'view' });
	expect(done('setDefaultRole', { roleId: 'standard-international' }, set)).toStrictEqual(scenario);
});

const gone = done('deleteDashboard', { dashboardId: 'd0', at: BEFORE });
const routine = { seed: 1, viewers: [{ personId: 'p1', dashboardId: 'd0', everyDays: 1 }] };
const OF_P0 = { personIds: ['p0'], dashboardsTo: null };

test.each([
	[
		refused('addPeople', { people: [{ ...fresh, name: ' ' }] }),
		{ code: 'EMPTY_NAME', path: 'people.0.name' }
	],
	[refused('addPeople', { people: [{ ...fresh, extension: '' }] }), { path: 'people.0.extension' }],
	[refused('addPeople', { people: [fresh, fresh] }), { code: 'DOUBLE_ID', id: 'new' }],
	[refused('addPeople', { people: [{ ...fresh, id: 'p0' }] }), { code: 'DOUBLE_ID', id: 'p0' }],
	[
		refused('addPeople', { people: [{ ...fresh, extension: '201' }] }),
		{ code: 'DOUBLE_EXTENSION', extension: '201', name: 'Detroit Support' }
	],
	[
		refused('addPeople', { people: [fresh, { ...fresh, id: 'other' }] }),
		{ code: 'DOUBLE_EXTENSION', extension: '999', name: 'New' }
	],
	[refused('addPeople', { people: [{ ...fresh, roleId: 'x' }] }), { code: 'UNKNOWN_ROLE', roleId: 'x' }],
	[
		refused('addPeople', { people: [{ ...fresh, costCenterId: 'x' }] }),
		{ code: 'UNKNOWN_COST_CENTER', costCenterId: 'x' }
	],
	[
		refused('editPerson', { person: { ...p0!, extension: p1!.extension } }),
		{ code: 'DOUBLE_EXTENSION', name: 'Person 1' }
	],
	[refused('editPerson', { person: { ...p0!, name: '' } }), { code: 'EMPTY_NAME', path: 'person.name' }],
	[
		refused('editPerson', { person: { ...p0!, name: '\u200b' } }),
		{ code: 'EMPTY_NAME', path: 'person.name' }
	],
	[
		refused('editPerson', { person: { ...admin, status: 'disabled' } }, managed),
		{ code: 'LAST_SUPER_ADMIN' }
	],
	[refused('setRole', { personIds: ['boss'], roleId: 'view' }, managed), { code: 'LAST_SUPER_ADMIN' }],
	[refused('setRole', { personIds: ['p0', 'x'], roleId: 'view' }), { code: 'UNKNOWN_PERSON', personId: 'x' }],
	[refused('setRole', { personIds: ['p0'], roleId: 'x' }), { code: 'UNKNOWN_ROLE', roleId: 'x' }],
	[refused('setStatus', { personIds: ['boss'], status: 'disabled' }, managed), { code: 'LAST_SUPER_ADMIN' }],
	[refused('setCostCenter', { personIds: ['p0'], costCenterId: 'x' }), { code: 'UNKNOWN_COST_CENTER' }],
	[
		refused('removePeople', { personIds: ['boss'], dashboardsTo: null }, managed),
		{ code: 'LAST_SUPER_ADMIN' }
	],
	[refused('removePeople', OF_P0), { code: 'OWNS_DASHBOARDS', people: 1, dashboards: 1 }],
	[refused('removePeople', { ...OF_P0, dashboardsTo: 'x' }), { code: 'UNKNOWN_PERSON', personId: 'x' }],
	[refused('removePeople', { ...OF_P0, dashboardsTo: 'p0' }), { code: 'UNKNOWN_PERSON', personId: 'p0' }],
	[refused('addRole', { role: { ...lead, id: 'manager' } }), { code: 'DOUBLE_ID', id: 'manager' }],
	[refused('addRole', { role: { ...lead, name: '' } }), { code: 'EMPTY_NAME', path: 'role.name' }],
	[refused('addRole', { role: { ...lead, basedOn: 'x' } }), { code: 'UNKNOWN_ROLE', roleId: 'x' }],
	[refused('editRole', { role: { ...lead, id: 'manager' } }), { code: 'PREDEFINED_ROLE', name: 'Manager' }],
	[refused('editRole', { role: { ...lead, id: 'x' } }), { code: 'UNKNOWN_ROLE', roleId: 'x' }],
	[refused('removeRole', { roleId: 'manager' }), { code: 'PREDEFINED_ROLE', name: 'Manager' }],
	[refused('removeRole', { roleId: 'view' }), { code: 'ROLE_IN_USE', name: 'View', people: 3 }],
	[refused('setDefaultRole', { roleId: 'x' }), { code: 'UNKNOWN_ROLE', roleId: 'x' }],
	[refused('addQueues', { queues: [{ ...idle, name: '' }] }), { code: 'EMPTY_NAME', path: 'queues.0.name' }],
	[refused('addQueues', { queues: [q0!] }), { code: 'DOUBLE_ID', id: 'q0' }],
	[
		refused('addQueues', { queues: [{ ...idle, extension: p0!.extension }] }),
		{ code: 'DOUBLE_EXTENSION', name: 'Person 0' }
	],
	[
		refused('addQueues', { queues: [{ ...idle, managerIds: ['x'] }] }),
		{ code: 'UNKNOWN_PERSON', personId: 'x' }
	],
	[
		refused('addQueues', { queues: [{ ...idle, members: [{ personId: 'p0', from: NOW, to: BEFORE }] }] }),
		{ code: 'TO_BEFORE_FROM', path: 'queues.0.members.0.to', from: NOW, to: BEFORE }
	],
	[
		refused('editQueue', { id: 'x', name: 'X', extension: '1', managerIds: [] }),
		{ code: 'UNKNOWN_QUEUE', queueId: 'x' }
	],
	[refused('removeQueue', { queueId: 'q0' }), { code: 'QUEUE_IN_USE', name: 'Detroit Support', widgets: 1 }],
	[
		refused('addMembers', { queueId: 'q0', personIds: ['p0', 'p1'], at: NOW }, joined),
		{ code: 'ALREADY_MEMBER', name: 'Person 0', people: 2 }
	],
	[
		refused('addMembers', { queueId: 'q0', personIds: ['x'], at: NOW }),
		{ code: 'UNKNOWN_PERSON', personId: 'x' }
	],
	[
		refused('editMembership', { queueId: 'q0', place: 1, from: null, to: null }),
		{ code: 'UNKNOWN_MEMBERSHIP', place: 1 }
	],
	[
		refused('editMembership', { queueId: 'q0', place: 0, from: NOW, to: BEFORE }),
		{ code: 'TO_BEFORE_FROM', path: 'to' }
	],
	[refused('confirmOrder', { order: { ...order, lines: [] } }), { code: 'EMPTY_ORDER' }],
	[
		refused('confirmOrder', { order: { ...order, lines: [line, { ...line, quantity: 0 }] } }),
		{ code: 'QUANTITY_OUT_OF_RANGE', path: 'order.lines.1.quantity', quantity: 0 }
	],
	[
		refused('confirmOrder', { order: { ...order, lines: [{ ...line, quantity: 1e9 }] } }),
		{ code: 'QUANTITY_OUT_OF_RANGE', quantity: 1e9 }
	],
	[refused('confirmOrder', { order: { ...order, id: 'o0' } }), { code: 'DOUBLE_ID', id: 'o0' }],
	[
		refused('confirmOrder', { order: { ...order, placedBy: 'x' } }),
		{ code: 'UNKNOWN_PERSON', personId: 'x' }
	],
	[refused('addDashboard', { dashboard: { ...board, id: 'd0' } }), { code: 'DOUBLE_ID', id: 'd0' }],
	[
		refused('addDashboard', { dashboard: { ...board, widgets: [{ ...widget, queueId: 'x' }] } }),
		{ code: 'UNKNOWN_QUEUE', queueId: 'x' }
	],
	[
		refused('addDashboard', { dashboard: { ...board, deletedAt: BEFORE } }),
		{ code: 'TO_BEFORE_FROM', path: 'dashboard.deletedAt' }
	],
	[
		refused('renameDashboard', { dashboardId: 'x', name: 'X' }),
		{ code: 'UNKNOWN_DASHBOARD', dashboardId: 'x' }
	],
	[refused('renameDashboard', { dashboardId: 'd0', name: '' }), { code: 'EMPTY_NAME', path: 'name' }],
	[
		refused('renameDashboard', { dashboardId: 'd0', name: 'X' }, gone),
		{ code: 'DASHBOARD_GONE', name: 'Floor wallboard' }
	],
	[
		refused('addWidget', { dashboardId: 'd0', widget: { ...widget, id: 'w0' } }),
		{ code: 'DOUBLE_ID', id: 'w0' }
	],
	[
		refused('addWidget', { dashboardId: 'd0', widget: { ...widget, to: BEFORE } }),
		{ code: 'TO_BEFORE_FROM', path: 'widget.to' }
	],
	[
		refused('removeWidget', { dashboardId: 'd0', widgetId: 'x', at: NOW }),
		{ code: 'UNKNOWN_WIDGET', widgetId: 'x' }
	],
	[
		refused('recordViewing', { personId: 'p0', dashboardId: 'd0', at: NOW }, gone),
		{ code: 'DASHBOARD_GONE' }
	],
	[
		refused('recordViewing', { personId: 'p1', dashboardId: 'd0', at: NOW }, scenario, 'p1'),
		{ code: 'NOT_SHARED', name: 'Floor wallboard' }
	],
	[
		refused('recordViewing', { personId: 'p0', dashboardId: 'd0', at: NOW }, scenario, 'p1'),
		{ code: 'INVALID_INPUT', path: 'personId' }
	],
	[
		refused('setRoutine', { routine: { seed: 1, viewers: [{ ...routine.viewers[0]!, personId: 'x' }] } }),
		{ code: 'UNKNOWN_PERSON', personId: 'x' }
	],
	[
		refused('setRoutine', { routine: { seed: 1, viewers: [{ ...routine.viewers[0]!, dashboardId: 'x' }] } }),
		{ code: 'UNKNOWN_DASHBOARD', dashboardId: 'x' }
	],
	[refused('pinAnalytics', { personId: 'x', pinned: true }), { code: 'UNKNOWN_PERSON', personId: 'x' }],
	[refused('playDay', {}, { ...scenario, asOf: '9998-12-31T20:00:00Z' }), { code: 'OUT_OF_RANGE' }]
])('[S1] refused: %j', (refusal, expected) => {
	expect(refusal).toMatchObject(expected);
});

test('[S1] people go with all that is theirs; their dashboards to somebody, or deleted with their history', () => {
	const full: Scenario = {
		...scenario,
		queues: [{ ...q0!, managerIds: ['p0', 'p1'] }, idle],
		dashboards: [{ ...d0!, sharedWith: ['p0', 'p2'] }],
		orders: [o0!, { ...o0!, id: 'o1', placedBy: 'p0' }],
		viewings: [...packViewings(seen('p0', 'p1')), ...packViewings(seen('p2'))],
		practice: { pinned: ['p0'], routine: { seed: 1, viewers: [{ ...routine.viewers[0]!, personId: 'p0' }] } }
	};
	const given = done('removePeople', { personIds: ['p0'], dashboardsTo: 'p1' }, full);
	expect(given).toStrictEqual({
		...full,
		people: [p1, p2],
		queues: [{ ...q0!, managerIds: ['p1'], members: [] }, idle],
		dashboards: [{ ...d0!, ownerId: 'p1', sharedWith: ['p2'] }],
		orders: [o0, { ...o0!, id: 'o1' }],
		viewings: [packViewings(seen('p1'))[0], full.viewings[1]],
		practice: { routine: { seed: 1, viewers: [] } }
	});
	expect([given.queues[1], given.orders[0], given.viewings[1]]).toEqual([idle, o0, full.viewings[1]]);
	expect(given.viewings[1]).toBe(full.viewings[1]);
	const deleted = done('removePeople', { personIds: ['p0'], dashboardsTo: 'delete' }, full);
	expect(deleted.dashboards).toEqual([{ ...d0!, ownerId: 'p1', sharedWith: ['p2'], deletedAt: NOW }]);
	expect(done('removePeople', { personIds: ['p0'], dashboardsTo: null }, gone).dashboards).toEqual([
		{ ...d0!, ownerId: 'p1', deletedAt: BEFORE }
	]);
	const nobody = { personIds: ['p0', 'p1', 'p2'], dashboardsTo: 'delete' as const };
	expect(done('removePeople', nobody)).toMatchObject({ people: [], dashboards: [], viewings: [] });
});

function seen(...people: string[]): Viewing[] {
	return people.map((personId) => ({ personId, dashboardId: 'd0', at: BEFORE }));
}

test('[S1] a removed default role gives its place back, and what was based on it is based on its base', () => {
	const custom: Scenario = {
		...scenario,
		roles: [...scenario.roles, lead, { ...lead, id: 'senior', basedOn: 'lead' }],
		practice: { defaultRoleId: 'lead' }
	};
	expect(done('removeRole', { roleId: 'lead' }, custom)).toStrictEqual({
		...scenario,
		roles: [...scenario.roles, { ...lead, id: 'senior' }]
	});
});

test('[L3] what ends before it begins never was, and what ended stays ended', () => {
	const planned = done('addDashboard', { dashboard: { ...board, createdAt: LATER, widgets: [] } });
	expect(done('deleteDashboard', { dashboardId: 'd1', at: NOW }, planned).dashboards[1]).toMatchObject({
		createdAt: LATER,
		deletedAt: LATER
	});
	const off = done('removeWidget', { dashboardId: 'd0', widgetId: 'w0', at: BEFORE });
	expect(done('removeWidget', { dashboardId: 'd0', widgetId: 'w0', at: NOW }, off)).toBe(off);
	expect(done('removeQueue', { queueId: 'q0' }, off)).toMatchObject({
		queues: [],
		dashboards: [{ widgets: [] }]
	});
});

test('[S1] a viewing goes into a short block; the same within a minute is none', () => {
	const long = { ...scenario, viewings: packViewings(Array(2000).fill(seen('p0')[0])) };
	const look = { personId: 'p1', dashboardId: null, at: NOW };
	const once = done('recordViewing', look, long);
	expect(once.viewings).toEqual([long.viewings[0], ...packViewings([look])]);
	expect(once.viewings[0]).toBe(long.viewings[0]);
	expect(done('recordViewing', { ...look, at: '2026-11-24T14:01:00Z' }, once)).toBe(once);
	const twice = done('recordViewing', { ...look, at: '2026-11-24T14:01:01Z' }, once);
	expect(twice.viewings).toHaveLength(2);
	expect(twice.viewings[1]!.at).toHaveLength(2);
});

test.each([
	['addPeople', { people: [fresh] }, 'users.manage'],
	['editPerson', { person: { ...p1!, name: 'X' } }, 'users.manage'],
	['removePeople', OF_P0, 'users.manage'],
	['setRole', { personIds: ['p1'], roleId: 'manager' }, 'users.manage'],
	['addRole', { role: lead }, 'users.roles'],
	['setDefaultRole', { roleId: 'view' }, 'users.roles'],
	['addQueues', { queues: [idle] }, 'queues.manage'],
	['confirmOrder', { order }, 'billing.purchase'],
	['removeCostCenter', { id: 'east' }, 'billing.cost-centers'],
	['deleteDashboard', { dashboardId: 'd0', at: NOW }, 'live-reports.full']
])('[S1] %s needs a permission', (name, input, permission) => {
	const roles =
		name === 'setRole' ? ['Super Admin', 'Phone System Admin', 'User Admin'] : (expect.any(Array) as unknown);
	expect(apply(managed, { name, input, actor: 'p0' })).toMatchObject({
		ok: false,
		error: { code: 'FORBIDDEN', permission, roles, grantors: ['Boss'] }
	});
	expect(apply(managed, { name, input, actor: 'boss' })).not.toMatchObject({ error: { code: 'FORBIDDEN' } });
	expect(apply(managed, { name, input, actor: 'x' })).toMatchObject({
		error: { code: 'UNKNOWN_PERSON', personId: 'x' }
	});
});

test('[S1] who manages users but not roles leaves roles alone', () => {
	const staffed = done('setRole', { personIds: ['p0'], roleId: 'user-admin' });
	const roles = { code: 'FORBIDDEN', permission: 'users.roles' };
	expect(done('addPeople', { people: [fresh] }, staffed, 'p0').people).toHaveLength(4);
	expect(done('editPerson', { person: { ...p1!, name: 'X' } }, staffed, 'p0').people[1]!.name).toBe('X');
	const other = { ...fresh, roleId: 'super-admin' };
	expect(refused('addPeople', { people: [other] }, staffed, 'p0')).toMatchObject(roles);
	expect(refused('editPerson', { person: { ...p1!, roleId: 'manager' } }, staffed, 'p0')).toMatchObject(
		roles
	);
	expect(refused('setRole', { personIds: ['p1'], roleId: 'manager' }, staffed, 'p0')).toMatchObject(roles);
});

test('[S1] the sandbox’s own controls need no permission', () => {
	expect(done('playDay', {}, managed, 'p1').asOf).toBe('2026-11-25T14:00:00Z');
	expect(done('stepClock', { days: 1 }, managed, 'p1').asOf).toBe('2026-11-25T14:00:00Z');
});

const played = (
	habits: { personId: string; dashboardId: string | null; everyDays: number }[],
	days: number
) => {
	let now = done('setRoutine', { routine: { seed: 5, viewers: habits } }, { ...scenario, viewings: [] });
	for (let day = 0; day < days; day++) now = done('playDay', {}, now);
	return now.viewings.flatMap((block) => [...unpackViewings(block)]);
};
const localHour = (at: string) =>
	Number(
		new Intl.DateTimeFormat('en-US', {
			timeZone: 'America/Detroit',
			hour: '2-digit',
			hourCycle: 'h23'
		}).format(Date.parse(at))
	);

test('[S1] played days are the same days again, with viewings between 7 and 19 o’clock, once every so many days', () => {
	const daily = { personId: 'p0', dashboardId: 'd0', everyDays: 1 };
	const weekly = { personId: 'p1', dashboardId: null, everyDays: 7 };
	const seenIn = played([daily, weekly], 28);
	expect(played([daily, weekly], 28)).toEqual(seenIn);
	const times = (id: string) => seenIn.filter(({ personId }) => personId === id).map(({ at }) => at);
	expect(times('p0').length).toBeGreaterThanOrEqual(27);
	expect(new Set(times('p0').map((at) => at.slice(0, 10))).size).toBe(times('p0').length);
	expect(times('p1').length).toBeGreaterThanOrEqual(3);
	expect(times('p1').length).toBeLessThanOrEqual(5);
	for (const { at } of seenIn) {
		expect(localHour(at)).toBeGreaterThanOrEqual(7);
		expect(localHour(at)).toBeLessThan(19);
		expect(at > NOW && at <= '2026-12-22T14:00:00Z').toBe(true);
	}
	expect(seenIn.map(({ at }) => at)).toEqual(seenIn.map(({ at }) => at).toSorted());
});

test('[S1] who may not view does not, however often the routine says so', () => {
	expect(played([{ personId: 'p1', dashboardId: 'd0', everyDays: 1 }], 5)).toEqual([]); // not shared
	const daily = { seed: 5, viewers: [{ personId: 'p0', dashboardId: 'd0', everyDays: 1 }] };
	const ready = done('setRoutine', { routine: daily }, { ...scenario, viewings: [] });
	for (const without of [
		done('setStatus', { personIds: ['p0'], status: 'disabled' }, ready),
		done('setRole', { personIds: ['p0'], roleId: 'standard' }, ready),
		done('deleteDashboard', { dashboardId: 'd0', at: NOW }, ready)
	])
		expect(done('playDay', {}, done('playDay', {}, without)).viewings).toEqual([]);
});
