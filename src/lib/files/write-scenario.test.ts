import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LARGEST } from '$lib/domain/money';
import { Account, CostCenter, Prices } from '$lib/domain/account';
import { ASSUMPTION_IDS, ASSUMPTIONS, type Assumptions, DEFAULT_ASSUMPTIONS } from '$lib/domain/assumption';
import { Dashboard, Widget, WIDGET_KINDS } from '$lib/domain/dashboard';
import { toInstant } from '$lib/domain/instant';
import { Order, OrderLine, PRODUCTS } from '$lib/domain/order';
import { PERMISSIONS } from '$lib/domain/permission';
import { Person, STATUSES } from '$lib/domain/person';
import { Membership, Queue } from '$lib/domain/queue';
import { PREDEFINED_ROLES, Role } from '$lib/domain/role';
import { type Scenario, ScenarioFile, toScenarioFile } from '$lib/domain/scenario';
import { Exempt, Practice, Routine } from '$lib/domain/practice';
import { WhatIf, WhatIfChange } from '$lib/domain/what-if';
import { packViewings } from '$lib/domain/viewing';
import { checkScenario } from './check-scenario';
import { readScenario } from './read-scenario';
import { KEY_ORDER, scenarioFileName, scenarioText } from './write-scenario';

const name = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom(
		'',
		'=1+1',
		'x'.repeat(10_000),
		'שלום \u202eevil',
		'👩‍👩‍👧',
		'\u0000\u001f\u007f',
		'\ud800',
		'a\udfffb',
		'\u2028'
	)
);
const instant = fc.integer({ min: -62_167_219_200, max: 253_402_300_799 }).map(toInstant);
/** Where the clock may stand. */
const clock = fc.integer({ min: 31_536_000, max: 253_370_764_799 }).map(toInstant);
const dated = fc
	.record({ from: instant, to: instant }, { requiredKeys: [] })
	.map(({ from, to, ...rest }) => ({
		...rest,
		...(from === undefined ? {} : { from: to !== undefined && to < from ? to : from }),
		...(to === undefined ? {} : { to: from !== undefined && to < from ? from : to })
	}));
const amount = fc.integer({ min: 0, max: LARGEST });
const ids = fc.uniqueArray(
	fc.oneof(
		fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }),
		fc.constantFrom('__proto__', 'constructor', '0', '\ud800')
	),
	{ minLength: 1, maxLength: 5 }
);

/** Scenarios without a fault, strange in everything that may be strange. */
const scenario: fc.Arbitrary<Scenario> = fc
	.record({ costCenters: ids, roles: ids, people: ids, queues: ids, dashboards: ids, orders: ids })
	.chain((own) => {
		const customRoles = own.roles.filter((id) => PREDEFINED_ROLES.every((role) => role.id !== id));
		const costCenterIds = ['root', ...own.costCenters.filter((id) => id !== 'root')];
		const roleId = fc.constantFrom(...PREDEFINED_ROLES.map(({ id }) => id), ...customRoles);
		const personId = fc.constantFrom(...own.people);
		const costCenterId = fc.constantFrom(...costCenterIds);
		const each = <T>(list: readonly string[], item: (id: string, index: number) => fc.Arbitrary<T>) =>
			fc.tuple(...list.map(item));
		const widget = (id: string) =>
			fc
				.record({
					kind: fc.constantFrom(...WIDGET_KINDS),
					name,
					queueId: fc.constantFrom(...own.queues),
					dated
				})
				.map(({ dated: when, ...rest }) => ({ id, ...rest, ...when }));
		return fc.record({
			name,
			asOf: clock,
			account: fc.record({
				name,
				plan: fc.constantFrom('standard' as const, 'customer-engagement-bundle' as const),
				timeZone: fc.constantFrom('UTC', 'America/Detroit', 'Pacific/Apia'),
				currency: fc.constantFrom('USD', 'JPY'),
				prices: fc.record({
					liveReports: fc.option(amount),
					callQueuesBooster: fc.option(amount),
					customerEngagementBundle: fc.option(amount)
				}),
				costCenters: each(costCenterIds, (id, i) =>
					fc.record(
						{
							id: fc.constant(id),
							name,
							code: name,
							parentId: fc.constantFrom(null, ...costCenterIds.slice(0, i))
						},
						{ requiredKeys: ['id', 'name'] }
					)
				)
			}),
			assumptions: fc.record(
				Object.fromEntries(ASSUMPTION_IDS.map((id) => [id, fc.constantFrom(...ASSUMPTIONS[id].choices)]))
			) as unknown as fc.Arbitrary<Assumptions>,
			practice: fc.option(
				fc.record(
					{
						defaultRoleId: roleId,
						pinned: fc.array(fc.option(personId)),
						routine: fc.record({
							seed: fc.maxSafeInteger(),
							viewers: fc.array(
								fc.record({
									personId,
									dashboardId: fc.option(fc.constantFrom(...own.dashboards)),
									everyDays: fc.integer({ min: 1, max: 30 })
								})
							)
						}),
						exempt: fc.record({
							people: fc.array(personId),
							queues: fc.array(fc.string({ maxLength: 5 }).filter((id) => id !== '')),
							dashboards: fc.constant<string[]>([])
						}),
						whatIfs: fc.uniqueArray(
							fc.record({
								id: fc.string({ minLength: 1, maxLength: 5 }),
								name: fc.string({ maxLength: 20 }),
								changes: fc.uniqueArray(
									fc.record({
										id: fc.string({ minLength: 1, maxLength: 5 }),
										command: fc.string({ maxLength: 20 }),
										input: fc.json()
									}),
									{ maxLength: 2, selector: ({ id }) => id }
								)
							}),
							{ maxLength: 4, selector: ({ id }) => id }
						)
					},
					{ requiredKeys: [] }
				),
				{ nil: undefined }
			),
			roles: each(customRoles, (id) =>
				fc.record(
					{
						id: fc.constant(id),
						name,
						description: name,
						basedOn: roleId,
						permissions: fc.subarray([...PERMISSIONS])
					},
					{ requiredKeys: ['id', 'name', 'permissions'] }
				)
			),
			people: each(own.people, (id) =>
				fc.record(
					{
						...{ id: fc.constant(id), name, extension: name, email: name, roleId, costCenterId },
						...{ status: fc.constantFrom(...STATUSES), booster: fc.boolean() }
					},
					{ requiredKeys: ['id', 'name', 'extension', 'roleId'] }
				)
			),
			queues: each(own.queues, (id) =>
				fc.record(
					{
						...{ id: fc.constant(id), name, extension: name, managerIds: fc.array(personId) },
						members: fc.array(
							fc.tuple(personId, dated).map(([person, when]) => ({ personId: person, ...when }))
						)
					},
					{ requiredKeys: ['id', 'name', 'extension', 'members'] }
				)
			),
			dashboards: each(own.dashboards, (id) =>
				fc
					.tuple(
						fc.record(
							{ name, ownerId: personId, sharedWith: fc.array(personId) },
							{ requiredKeys: ['name', 'ownerId'] }
						),
						dated,
						each(own.orders, widget)
					)
					.map(([rest, { from, to }, widgets]) => ({
						...{ id, ...rest, widgets },
						...(from === undefined ? {} : { createdAt: from }),
						...(to === undefined ? {} : { deletedAt: to })
					}))
			),
			orders: each(own.orders, (id) =>
				fc.record(
					{
						...{ id: fc.constant(id), at: instant, placedBy: personId },
						lines: fc.array(
							fc.record(
								{
									product: fc.constantFrom(...PRODUCTS),
									quantity: amount,
									unitPrice: fc.option(amount),
									costCenterId
								},
								{ requiredKeys: ['product', 'quantity', 'costCenterId'] }
							)
						)
					},
					{ requiredKeys: ['id', 'at', 'lines'] }
				)
			),
			viewings: fc
				.array(
					fc.record({ personId, dashboardId: fc.option(fc.constantFrom(...own.dashboards)), at: instant })
				)
				.map(packViewings)
		});
	})
	.map(({ practice, ...one }) => structuredClone({ ...one, ...(practice && { practice }) })); // fast-check makes some objects without a prototype

const encode = (text: string) => new TextEncoder().encode(text);
const textOf = (one: Scenario) => [...scenarioText(one)].join('');

test('[S6] what is written is read back, exactly', async () => {
	await fc.assert(
		fc.asyncProperty(scenario, async (one) => {
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
		fc.property(scenario, (one) => {
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
		fc.property(name, (given) => {
			const made = scenarioFileName(given);
			expect(made).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*\.json$/u);
			expect(encode(made).length).toBeLessThanOrEqual(255);
		})
	);
});
