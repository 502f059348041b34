import { expect, test } from 'vitest';
import { type Dashboard } from '$lib/domain/dashboard';
import { type Scenario } from '$lib/domain/scenario';
import { type WhatIfChange } from '$lib/domain/what-if';
import { madeScenario } from '../store/store-fixture';
import { apply, type CommandInput, type CommandName } from './index';

const made = madeScenario();
const [alice, bob] = made.people;
const widget = (id: string, queueId: string) => ({ id, kind: 'calls-in-queue' as const, name: id, queueId });
const board = (id: string, ...queueIds: string[]): Dashboard => ({
	id,
	name: id,
	ownerId: alice!.id,
	widgets: queueIds.map((queueId) => widget(`${id} ${queueId}`, queueId))
});
const scenario: Scenario = {
	...made,
	queues: ['north', 'south'].map((id, i) => ({
		id,
		name: id,
		extension: `9${i}`,
		members: [{ personId: bob!.id }]
	})),
	dashboards: [board('wall', 'north', 'south'), board('desk', 'north')],
	orders: []
};

const result = <Name extends CommandName>(
	on: Scenario,
	name: Name,
	input: CommandInput<Name>,
	actor?: string
) => apply(on, { name, input, ...(actor !== undefined && { actor }) });
function done<Name extends CommandName>(on: Scenario, name: Name, input: CommandInput<Name>): Scenario {
	const after = result(on, name, input);
	if (!after.ok) throw new Error(after.error.code);
	return after.value;
}
const refused = (after: ReturnType<typeof result>) => (after.ok ? undefined : after.error);

/** The widgets that are still there. */
const watching = ({ dashboards }: Scenario) =>
	dashboards.flatMap(({ widgets }) => widgets.filter(({ to }) => to === undefined).map(({ id }) => id));

test.each([
	['a queue', { queueId: 'north', dashboardId: null }, ['wall south']],
	['a dashboard', { queueId: null, dashboardId: 'wall' }, ['desk north']],
	['a queue on one dashboard', { queueId: 'north', dashboardId: 'wall' }, ['wall south', 'desk north']],
	['everything', { queueId: null, dashboardId: null }, []]
])('[I2] [L3] monitoring stops for %s, as of now, and what was before stays', (_, stop, left) => {
	const after = done(scenario, 'stopMonitoring', { stops: [stop] });
	expect(watching(after)).toEqual(left);
	const ends = after.dashboards.flatMap(({ widgets }) => widgets.flatMap(({ to }) => to ?? []));
	expect(new Set(ends)).toEqual(new Set([scenario.asOf]));
	expect(done(after, 'stopMonitoring', { stops: [stop] })).toBe(after);
	for (const [i, one] of after.dashboards.entries())
		if (one.widgets.every(({ to }) => to === undefined)) expect(one).toBe(scenario.dashboards[i]);
});

test('[I2] what is not there can’t stop being monitored', () => {
	const stop = (queueId: string | null, dashboardId: string | null) =>
		refused(result(scenario, 'stopMonitoring', { stops: [{ queueId, dashboardId }] }));
	expect(stop('x', null)).toEqual({ code: 'UNKNOWN_QUEUE', queueId: 'x' });
	expect(stop('north', 'x')).toEqual({ code: 'UNKNOWN_DASHBOARD', dashboardId: 'x' });
});

const owned = ({ orders }: Scenario) => orders.map(({ lines }) => lines.map(({ quantity }) => quantity));

test('[I2] [L8] owning more is an order of today; owning fewer shortens the newest lines', () => {
	const set = (on: Scenario, quantity: number, orderId: string) =>
		done(on, 'setOwned', { product: 'live-reports', quantity, orderId });
	const five = set(scenario, 5, 'o1');
	expect(five.orders).toEqual([
		{
			id: 'o1',
			at: scenario.asOf,
			lines: [{ product: 'live-reports', quantity: 5, costCenterId: 'root' }]
		}
	]);
	const eight = set(five, 8, 'o2');
	expect(owned(eight)).toEqual([[5], [3]]);
	const four = set(eight, 4, 'o3');
	expect(owned(four)).toEqual([[4], [0]]);
	expect(set(four, 4, 'o4')).toBe(four);
	expect(set(eight, 6, 'o3').orders[0]).toBe(eight.orders[0]);
	const later: Scenario = { ...eight, asOf: '2020-01-01T00:00:00Z' };
	expect(owned(set(later, 0, 'o5'))).toEqual([[5], [3]]); // nothing is owned yet
	expect(
		refused(result(scenario, 'setOwned', { product: 'live-reports', quantity: 1.5, orderId: 'o' }))
	).toEqual({ code: 'QUANTITY_OUT_OF_RANGE', path: 'quantity', quantity: 1.5 });
	expect(
		refused(result(five, 'setOwned', { product: 'call-queues-booster', quantity: 1, orderId: 'o1' }))
	).toEqual({ code: 'DOUBLE_ID', id: 'o1' });
});

const change = <Name extends CommandName>(
	command: Name,
	input: CommandInput<Name>,
	id = command
): WhatIfChange => ({
	id,
	command,
	input: JSON.stringify(input)
});
const drafted = (...changes: WhatIfChange[]) =>
	done(scenario, 'setWhatIfs', { whatIfs: [{ id: 'w', name: 'Less', changes }] });
const applied = (on: Scenario, actor?: string) =>
	result(on, 'applyWhatIf', { whatIfId: 'w', name: 'Less' }, actor);

test('[I1] applying does exactly the drafted commands, in one step, and takes the draft off the list', () => {
	const stop = { stops: [{ queueId: 'north', dashboardId: null }] };
	const buy = { product: 'live-reports', quantity: 2, orderId: 'o1' } as const;
	const draft = drafted(change('stopMonitoring', stop), change('setOwned', buy));
	expect({ ...draft, practice: undefined }).toEqual({ ...scenario, practice: undefined });
	const after = applied(draft);
	const byHand = done(done(scenario, 'stopMonitoring', stop), 'setOwned', buy);
	expect(after).toEqual({ ok: true, value: byHand });
});

test('[I1] one refusal refuses the whole, and each change asks for its own permission', () => {
	const draft = drafted(change('stepClock', { days: 1 }), change('removeQueue', { queueId: 'x' }));
	expect(refused(applied(draft))).toEqual({ code: 'UNKNOWN_QUEUE', queueId: 'x' });
	const own = drafted(change('setOwned', { product: 'live-reports', quantity: 2, orderId: 'o1' }));
	expect(refused(applied(own, bob!.id))).toMatchObject({ code: 'FORBIDDEN', permission: 'billing.purchase' });
	expect(applied(own).ok).toBe(true);
	expect(refused(applied(scenario))).toEqual({ code: 'UNKNOWN_WHAT_IF' });
});

test('[I1] a change is a command of the account: no what-if within a what-if, nothing that is no JSON', () => {
	const nested = { ...change('stepClock', { days: 1 }), command: 'applyWhatIf' };
	expect(refused(applied(drafted(nested)))?.code).toBe('UNKNOWN_COMMAND');
	expect(refused(applied(drafted({ id: 'c', command: 'stepClock', input: '{' })))?.code).toBe(
		'INVALID_INPUT'
	);
});

test('[I3] what-ifs have ids of their own, at most four, and no draft leaves nothing behind', () => {
	const one = { id: 'w', name: 'A', changes: [] };
	expect(refused(result(scenario, 'setWhatIfs', { whatIfs: [one, one] }))).toEqual({
		code: 'DOUBLE_ID',
		id: 'w'
	});
	const five = ['1', '2', '3', '4', '5'].map((id) => ({ ...one, id }));
	expect(refused(result(scenario, 'setWhatIfs', { whatIfs: five }))?.code).toBe('INVALID_INPUT');
	const kept = done(scenario, 'setWhatIfs', { whatIfs: [one] });
	expect(done(kept, 'setWhatIfs', { whatIfs: [{ ...one }] })).toBe(kept);
	expect(done(kept, 'setWhatIfs', { whatIfs: [] })).toEqual(scenario);
});
