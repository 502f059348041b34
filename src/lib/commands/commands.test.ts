import { expect, test } from 'vitest';
import { type Scenario, toScenarioFile, ScenarioFile } from '$lib/domain/scenario';
import { madeScenario } from '../store/store-fixture';
import { apply, COMMANDS, type CommandInput, type CommandName } from './index';
import { commandLabel } from './labels';

const scenario = deepFreeze(madeScenario());
const [alice] = scenario.people;

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
		Object.values(value).forEach(deepFreeze);
		Object.freeze(value);
	}
	return value;
}

const done = <Name extends CommandName>(
	name: Name,
	input: CommandInput<Name>,
	on: Scenario = scenario
): Scenario => {
	const result = apply(on, { name, input });
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
};

const refusal = <Name extends CommandName>(
	name: Name,
	input: CommandInput<Name>,
	on: Scenario = scenario
) => {
	const result = apply(on, { name, input });
	return result.ok ? undefined : result.error;
};

const { account } = scenario;
const [root, east] = account.costCenters;
const west = { id: 'west', name: 'West', code: 'W', parentId: 'east' };

test.each<[string, Scenario, Partial<Scenario>]>([
	['renameScenario', done('renameScenario', { name: 'Other' }), { name: 'Other' }],
	['stepClock', done('stepClock', { days: 7 }), { asOf: '2026-12-01T14:00:00Z' }],
	['setClock', done('setClock', { local: '2026-12-01T00:00' }), { asOf: '2026-12-01T05:00:00Z' }],
	[
		'editAccount',
		done('editAccount', { plan: 'customer-engagement-bundle', timeZone: 'UTC' }),
		{ account: { ...account, plan: 'customer-engagement-bundle', timeZone: 'UTC' } }
	],
	[
		'addCostCenter',
		done('addCostCenter', west),
		{ account: { ...account, costCenters: [root!, east!, west] } }
	],
	[
		'addCostCenter without a code',
		done('addCostCenter', { ...west, code: '' }),
		{ account: { ...account, costCenters: [root!, east!, { id: 'west', name: 'West', parentId: 'east' }] } }
	],
	[
		'editCostCenter',
		done('editCostCenter', { id: 'root', name: 'Acme Inc.', code: '', parentId: null }),
		{ account: { ...account, costCenters: [{ id: 'root', name: 'Acme Inc.', parentId: null }, east!] } }
	],
	[
		'removeCostCenter',
		done('removeCostCenter', { id: 'east' }),
		{ account: { ...account, costCenters: [root!] } }
	],
	[
		'setAssumption',
		done('setAssumption', { id: 'A-DUAL', choice: 'two' }),
		{ assumptions: { ...scenario.assumptions, 'A-DUAL': 'two' } }
	],
	[
		'editPerson',
		done('editPerson', { person: { ...alice!, name: 'Alice', status: 'disabled' } }),
		{ people: scenario.people.with(0, { ...alice!, name: 'Alice', status: 'disabled' }) }
	]
])('[S1] %s changes this and nothing else', (_, after, change) => {
	expect(after).toEqual({ ...scenario, ...change });
	for (const key of Object.keys(scenario) as (keyof Scenario)[])
		if (!(key in change)) expect(after[key]).toBe(scenario[key]);
	expect(ScenarioFile.safeParse(toScenarioFile(after)).error).toBeUndefined();
});

test.each([
	['renameScenario', done('renameScenario', { name: scenario.name })],
	['stepClock', done('stepClock', { days: 0 })],
	['setClock', done('setClock', { local: '2026-11-24T09:00' })],
	['editAccount, nothing given', done('editAccount', {})],
	['editAccount, all as it is', done('editAccount', { name: account.name, prices: { ...account.prices } })],
	['editCostCenter', done('editCostCenter', { id: 'east', name: 'East', code: 'E', parentId: 'root' })],
	['editCostCenter, Root', done('editCostCenter', { id: 'root', name: 'Root', code: '', parentId: null })],
	['setAssumption', done('setAssumption', { id: 'A-DUAL', choice: 'one' })],
	['editPerson', done('editPerson', { person: { ...alice! } })]
])('[S1] where nothing changes, %s answers the same scenario', (_, after) => {
	expect(after).toBe(scenario);
});

test('[S1] a changed price is a change', () => {
	expect(done('editAccount', { prices: { ...account.prices, liveReports: 100 } })).not.toBe(scenario);
});

test('[S1] a currency with other decimals takes the amounts along: prices, and what orders were confirmed at', () => {
	const prices = { liveReports: 1_999, callQueuesBooster: null, customerEngagementBundle: 2_050 };
	const line = { product: 'live-reports', quantity: 2, unitPrice: 1_250, costCenterId: 'root' } as const;
	const order = { id: 'paid', at: scenario.asOf, lines: [line, { ...line, unitPrice: null }] };
	const dollars = { ...scenario, account: { ...account, prices }, orders: [order] };
	const yen = done('editAccount', { currency: 'JPY', shift: -2 }, dollars);
	expect(yen.account).toMatchObject({
		currency: 'JPY',
		prices: { liveReports: 20, callQueuesBooster: null, customerEngagementBundle: 21 }
	});
	expect(yen.orders[0]!.lines.map(({ unitPrice }) => unitPrice)).toEqual([13, null]);
	const rich = { ...dollars, account: { ...account, prices: { ...prices, liveReports: 1_000_000_000 } } };
	expect(done('editAccount', { currency: 'KWD', shift: 1 }, rich).account.prices.liveReports).toBeNull();
});

const used = done('editPerson', { person: { ...alice!, costCenterId: 'east' } }, done('addCostCenter', west));

test.each([
	['a name of blanks', refusal('renameScenario', { name: ' ' }), { code: 'EMPTY_NAME', path: 'name' }],
	[
		'a name that nobody sees',
		refusal('renameScenario', { name: '\u200b\u202e' }),
		{ code: 'EMPTY_NAME', path: 'name' }
	],
	['an account without a name', refusal('editAccount', { name: '' }), { code: 'EMPTY_NAME', path: 'name' }],
	['a cost center without a name', refusal('addCostCenter', { ...west, name: '' }), { code: 'EMPTY_NAME' }],
	[
		'an id that is taken',
		refusal('addCostCenter', { ...west, id: 'east' }),
		{ code: 'DOUBLE_ID', id: 'east' }
	],
	['a parent that is not there', refusal('addCostCenter', { ...west, parentId: 'x' }), { costCenterId: 'x' }],
	[
		'an edit of a cost center that is not there',
		refusal('editCostCenter', { ...west, id: 'x' }),
		{ code: 'UNKNOWN_COST_CENTER', costCenterId: 'x' }
	],
	[
		'a new name of blanks',
		refusal('editCostCenter', { ...west, id: 'east', name: ' ' }),
		{ code: 'EMPTY_NAME' }
	],
	['moving Root', refusal('editCostCenter', { ...west, id: 'root' }), { code: 'ROOT_STAYS' }],
	[
		'a move under nobody',
		refusal('editCostCenter', { ...west, id: 'east', parentId: 'x' }),
		{ costCenterId: 'x' }
	],
	[
		'a cost center under itself',
		refusal('editCostCenter', { ...west, id: 'east', parentId: 'east' }),
		{ code: 'COST_CENTER_CYCLE', name: 'West' }
	],
	[
		'a cost center under its own child',
		refusal('editCostCenter', { ...west, id: 'east', name: 'East', parentId: 'west' }, used),
		{ code: 'COST_CENTER_CYCLE', name: 'East' }
	],
	['removing Root', refusal('removeCostCenter', { id: 'root' }), { code: 'ROOT_STAYS' }],
	[
		'removing nobody',
		refusal('removeCostCenter', { id: 'x' }),
		{ code: 'UNKNOWN_COST_CENTER', costCenterId: 'x' }
	],
	[
		'removing what is in use',
		refusal('removeCostCenter', { id: 'east' }, used),
		{ code: 'COST_CENTER_IN_USE', name: 'East', people: 1, orders: 0, children: 1 }
	],
	[
		'a choice that the question does not have',
		refusal('setAssumption', { id: 'A-DUAL', choice: 'three' }),
		{ code: 'INVALID_INPUT', path: 'choice', problem: 'three' }
	],
	[
		'a person that is not there',
		refusal('editPerson', { person: { ...alice!, id: 'x' } }),
		{ code: 'UNKNOWN_PERSON', personId: 'x' }
	],
	[
		'a role that is not there',
		refusal('editPerson', { person: { ...alice!, roleId: 'x' } }),
		{ code: 'UNKNOWN_ROLE', roleId: 'x' }
	],
	[
		'a cost center that is not there',
		refusal('editPerson', { person: { ...alice!, costCenterId: 'x' } }),
		{ code: 'UNKNOWN_COST_CENTER', costCenterId: 'x' }
	]
])('[S1] %s is refused with its figures', (_, refused, expected) => {
	expect(refused).toMatchObject(expected);
});

test('[S1] an order keeps its cost center from going', () => {
	const [order] = scenario.orders;
	const line = { product: 'live-reports' as const, quantity: 1, costCenterId: 'east' };
	const ordered = { ...scenario, orders: [order!, { ...order!, id: 'o1', lines: [line, line] }] };
	expect(refusal('removeCostCenter', { id: 'east' }, ordered)).toMatchObject({
		people: 0,
		orders: 1,
		children: 0
	});
});

test.each(['noSuchCommand', 'toString', '__proto__', 'constructor', ''])('[S1] %j is no command', (name) => {
	expect(apply(scenario, { name, input: {} })).toEqual({
		ok: false,
		error: { code: 'UNKNOWN_COMMAND', name }
	});
	expect(commandLabel(name)).toBe(name);
});

test.each([
	['a key too many', 'renameScenario', { name: 'A', and: 1 }, ''],
	['a missing one', 'renameScenario', {}, 'name'],
	['another type', 'editPerson', { person: { ...alice!, extension: 101 } }, 'person.extension'],
	['a zone that nobody knows', 'editAccount', { timeZone: 'Mars/Olympus' }, 'timeZone'],
	[
		'a fraction of a cent',
		'editAccount',
		{ prices: { ...account.prices, liveReports: 0.5 } },
		'prices.liveReports'
	],
	['no input', 'stepClock', undefined, '']
])('[S1] input with %s is refused where it is wrong', (_, name, input, path) => {
	expect(apply(scenario, { name, input })).toMatchObject({
		ok: false,
		error: { code: 'INVALID_INPUT', path }
	});
});

test('every command has a label of its own', () => {
	const labels = Object.keys(COMMANDS).map(commandLabel);
	expect(labels.every((label) => /^[A-Z][a-z]+ /.test(label))).toBe(true);
	expect(new Set(labels).size).toBe(labels.length);
});
