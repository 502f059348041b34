import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Account, CostCenter, Prices } from '$lib/domain/account';
import { DEFAULT_ASSUMPTIONS } from '$lib/domain/assumption';
import { Dashboard, Widget } from '$lib/domain/dashboard';
import { toInstant } from '$lib/domain/instant';
import { Order, OrderLine } from '$lib/domain/order';
import { Person } from '$lib/domain/person';
import { Membership, Queue } from '$lib/domain/queue';
import { Role } from '$lib/domain/role';
import { type Scenario, ScenarioFile, toScenarioFile } from '$lib/domain/scenario';
import { Exempt, Practice, Routine } from '$lib/domain/practice';
import { WhatIf, WhatIfChange } from '$lib/domain/what-if';
import { packViewings } from '$lib/domain/viewing';
import { names, strangeScenarios } from '../../../tests/strange-scenarios';
import { checkScenario } from './check-scenario';
import { readScenario } from './read-scenario';
import { KEY_ORDER, scenarioFileName, scenarioText } from './write-scenario';

const encode = (text: string) => new TextEncoder().encode(text);
const textOf = (one: Scenario) => [...scenarioText(one)].join('');

test('[S6] what is written is read back, exactly', async () => {
	await fc.assert(
		fc.asyncProperty(strangeScenarios, async (one) => {
			expect(checkScenario(one)).toEqual([]);
			const read = await readScenario(encode(textOf(one)));
			if (!read.ok) expect(read.error).toEqual([]);
			else expect(read.value.scenario).toStrictEqual(one);
		}),
		{ numRuns: 300 }
	);
});

test('[S6] the file says what toScenarioFile says, key after key', () => {
	fc.assert(
		fc.property(strangeScenarios, (one) => {
			expect(JSON.parse(textOf(one))).toStrictEqual(JSON.parse(JSON.stringify(toScenarioFile(one))));
		}),
		{ numRuns: 100 }
	);
});

const EMPTY: Scenario = {
	name: 'Empty',
	asOf: '2026-11-24T14:00:00Z',
	account: {
		name: 'Acme',
		plan: 'standard',
		timeZone: 'UTC',
		currency: 'USD',
		prices: { liveReports: null, callQueuesBooster: null, customerEngagementBundle: null },
		costCenters: [{ id: 'root', name: 'Root' }]
	},
	assumptions: DEFAULT_ASSUMPTIONS,
	...{ roles: [], people: [], queues: [], dashboards: [], orders: [], viewings: [] }
};

test('keys stand in the order of the format, whatever order the scenario has them in', () => {
	const people = [{ booster: true, roleId: 'standard', extension: '1', name: 'Ann', id: 'p1' }];
	const practice = { pinned: [null, 'p1'] };
	const lines = textOf({ practice, ...EMPTY, people }).split('\n');
	expect(lines.filter((line) => /^ {2}"/.test(line)).map((line) => line.split('"')[1])).toEqual(
		Object.keys(ScenarioFile.shape)
	);
	expect(lines).toContain('    {"id":"p1","name":"Ann","extension":"1","roleId":"standard","booster":true}');
});

test('long lists come in pieces, and many blocks make one list', async () => {
	const viewings = Array.from({ length: 20_000 }, (_, i) => ({
		personId: 'p1',
		dashboardId: null,
		at: toInstant(1_700_000_000 + i)
	}));
	const members = Array.from({ length: 10_000 }, () => ({ personId: 'p1' }));
	const one: Scenario = {
		...EMPTY,
		people: [{ id: 'p1', name: 'Ann', extension: '1', roleId: 'standard' }],
		queues: [{ id: 'q1', name: 'Long', extension: '2', members }],
		viewings: packViewings(viewings)
	};
	const pieces = [...scenarioText(one)];
	expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(500_000);
	const read = await readScenario(encode(pieces.join('')));
	expect(read).toStrictEqual({
		ok: true,
		value: {
			scenario: one,
			counts: {
				people: 1,
				queues: 1,
				members: 10_000,
				dashboards: 0,
				widgets: 0,
				viewings: 20_000,
				orders: 0
			}
		}
	});
});

test('reading reports how far it has come, and waits', async () => {
	const viewings = packViewings(
		Array.from({ length: 100_000 }, () => ({ personId: 'p1', dashboardId: null, at: EMPTY.asOf }))
	);
	const people = [{ id: 'p1', name: 'Ann', extension: '1', roleId: 'standard' }];
	const told: number[] = [];
	let isWaiting = false;
	await readScenario(encode(textOf({ ...EMPTY, people, viewings })), {
		onProgress: async (done) => {
			expect(isWaiting).toBe(false);
			isWaiting = true;
			await new Promise((resolve) => setTimeout(resolve));
			isWaiting = false;
			told.push(done);
		}
	});
	expect(told.length).toBeGreaterThan(5);
	expect(told).toEqual([...told].sort((a, b) => a - b));
	expect(told.every((done) => done >= 0 && done <= 1)).toBe(true);
});

test.each([
	['account', [Account, CostCenter, Prices]],
	['practice', [Practice, Routine, Routine.shape.viewers.element, WhatIf, WhatIfChange, Exempt]],
	['roles', [Role]],
	['people', [Person]],
	['queues', [Queue, Membership]],
	['dashboards', [Dashboard, Widget]],
	['orders', [Order, OrderLine]]
] as const)('the writer knows every key of %s', (list, schemas) => {
	const keys = new Set(schemas.flatMap((schema) => Object.keys(schema.shape)));
	expect([...KEY_ORDER[list]].sort()).toEqual([...keys].sort());
	for (const schema of schemas)
		expect(KEY_ORDER[list].filter((key) => key in schema.shape)).toEqual(Object.keys(schema.shape));
});

test.each([
	['The ten-license example', 'The-ten-license-example.json'],
	['', 'scenario.json'],
	['../../etc/passwd', 'etc-passwd.json'],
	['CON', 'scenario-CON.json'],
	['Würzburg \u202etxt.exe', 'Würzburg-txt-exe.json'],
	['支援', '支援.json'],
	['\ud800', 'scenario.json'],
	['x'.repeat(300), `${'x'.repeat(60)}.json`]
])('the file name of %j is %j', (given, expected) => {
	expect(scenarioFileName(given)).toBe(expected);
});

test('a file name is safe and short whatever the name', () => {
	fc.assert(
		fc.property(names, (given) => {
			const made = scenarioFileName(given);
			expect(made).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*\.json$/u);
			expect(encode(made).length).toBeLessThanOrEqual(255);
		})
	);
});
