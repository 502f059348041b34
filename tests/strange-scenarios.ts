/** Scenarios without a fault that are strange in everything that may be strange: what is written must be read back. */
import * as fc from 'fast-check';
import { ASSUMPTION_IDS, ASSUMPTIONS, type Assumptions } from '$lib/domain/assumption';
import { WIDGET_KINDS } from '$lib/domain/dashboard';
import { toInstant } from '$lib/domain/instant';
import { LARGEST } from '$lib/domain/money';
import { PRODUCTS } from '$lib/domain/order';
import { PERMISSIONS } from '$lib/domain/permission';
import { STATUSES } from '$lib/domain/person';
import { PREDEFINED_ROLES } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';

export const names = fc.oneof(
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

export const strangeScenarios: fc.Arbitrary<Scenario> = fc
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
					name: names,
					queueId: fc.constantFrom(...own.queues),
					dated
				})
				.map(({ dated: when, ...rest }) => ({ id, ...rest, ...when }));
		return fc.record({
			name: names,
			asOf: clock,
			account: fc.record({
				name: names,
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
							name: names,
							code: names,
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
						name: names,
						description: names,
						basedOn: roleId,
						permissions: fc.subarray([...PERMISSIONS])
					},
					{ requiredKeys: ['id', 'name', 'permissions'] }
				)
			),
			people: each(own.people, (id) =>
				fc.record(
					{
						...{ id: fc.constant(id), name: names, extension: names, email: names, roleId, costCenterId },
						...{ status: fc.constantFrom(...STATUSES), booster: fc.boolean() }
					},
					{ requiredKeys: ['id', 'name', 'extension', 'roleId'] }
				)
			),
			queues: each(own.queues, (id) =>
				fc.record(
					{
						...{ id: fc.constant(id), name: names, extension: names, managerIds: fc.array(personId) },
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
							{ name: names, ownerId: personId, sharedWith: fc.array(personId) },
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
