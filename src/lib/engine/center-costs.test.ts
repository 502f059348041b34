import { expect, it } from 'vitest';
import file from '$lib/content/ten-licenses.json';
import { type CenterFigure } from '$lib/domain/center-costs';
import { type Scenario, ScenarioFile } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { accountCosts } from './center-costs';
import { buildIndex } from './columnar';
import { evaluate } from './evaluate';
import { licenseOverview } from './license-overview';

const read = ScenarioFile.parse(file);
/**
 * The example of ten: Detroit has Alice and 3 agents, Belmont Bob and 5, under Root, where Sam is. Mark has a
 * Booster mark and works for a center that is gone. 4 Live Reports at 19.00 for Detroit, 2 and a Booster for Root.
 */
const ten: Scenario = {
	...read,
	account: {
		...read.account,
		prices: { liveReports: 2000, callQueuesBooster: 3500, customerEngagementBundle: 2500 }
	},
	people: read.people.map((one) =>
		one.id === 'mark' ? { ...one, booster: true, costCenterId: 'gone' } : one
	),
	viewings: packViewings(read.viewings),
	orders: [
		{
			id: 'o1',
			at: '2026-01-01T00:00:00Z',
			lines: [{ product: 'live-reports', quantity: 4, unitPrice: 1900, costCenterId: 'detroit' }]
		},
		{
			id: 'o2',
			at: '2026-02-01T00:00:00Z',
			lines: [
				{ product: 'live-reports', quantity: 2, costCenterId: 'root' },
				{ product: 'call-queues-booster', quantity: 1, unitPrice: null, costCenterId: 'gone' }
			]
		},
		{
			id: 'o3',
			at: '2027-02-01T00:00:00Z',
			lines: [{ product: 'live-reports', quantity: 900, costCenterId: 'root' }]
		}
	]
};
const snapshotOf = (scenario: Scenario) => evaluate(buildIndex(scenario), scenario);
const costs = (scenario: Scenario) => accountCosts(scenario, snapshotOf(scenario));
const figure = (count: number, boosters: number, cost: bigint | null): CenterFigure => ({
	count,
	boosters,
	cost
});

it('[I3] [L7] [L8] [L11] needed and active by the person’s center, purchased by the order’s, own and with children', () => {
	const { all, centers } = costs(ten);
	expect(centers.map(({ costCenterId, own }) => [costCenterId, own])).toEqual([
		[
			'root',
			{
				needed: figure(1, 1, 3500n),
				active: figure(1, 1, 3500n),
				purchased: figure(3, 1, 7500n)
			}
		],
		[
			'detroit',
			{
				needed: figure(4, 0, 8000n),
				active: figure(4, 0, 8000n),
				purchased: figure(4, 0, 7600n)
			}
		],
		[
			'belmont',
			{
				needed: figure(5, 0, 10_000n),
				active: figure(5, 0, 10_000n),
				purchased: figure(0, 0, 0n)
			}
		]
	]);
	expect(all).toEqual({
		needed: figure(10, 1, 21_500n),
		active: figure(10, 1, 21_500n),
		purchased: figure(7, 1, 15_100n)
	});
	expect(centers[0]!.within).toEqual(all);
	expect(centers[1]!.within).toEqual(centers[1]!.own);
});

it('[I3] a price that is not known makes unknown what takes it, and nothing else', () => {
	const prices = { liveReports: null, callQueuesBooster: 3500, customerEngagementBundle: null };
	const { all, centers } = costs({ ...ten, account: { ...ten.account, prices } });
	expect(centers.map(({ own }) => own.needed.cost)).toEqual([3500n, null, null]);
	expect(centers.map(({ own }) => own.purchased.cost)).toEqual([null, 7600n, 0n]);
	expect([all.needed.cost, all.purchased.cost]).toEqual([null, null]);
});

it('[I3] [I4] [L10] under CEB each seat costs the bundle’s price; a circle of centers is gone around once', () => {
	const costCenters = ten.account.costCenters.map((one) =>
		one.id === 'detroit'
			? { ...one, parentId: 'belmont' }
			: one.id === 'belmont'
				? { ...one, parentId: 'detroit' }
				: one
	);
	const account = { ...ten.account, costCenters, plan: 'customer-engagement-bundle' as const };
	const { all, centers } = costs({ ...ten, account });
	expect(all.needed).toEqual(figure(10, 0, 25_000n));
	expect(centers.map(({ within }) => within.needed.count)).toEqual([1, 9, 9]);
});

it('[L8] [L11] purchased and active are what the Billing Portal’s overview says', () => {
	const { all, centers } = costs(ten);
	const { owned, used, without, byCenter } = licenseOverview(ten, snapshotOf(ten));
	expect(all.purchased.count).toBe(owned['live-reports'] + owned['call-queues-booster']);
	expect(all.active.count).toBe(used['live-reports'] + used['call-queues-booster'] + without);
	for (const { costCenterId, owned: mine, used: uses, without: lacks } of byCenter) {
		const { own } = centers.find((one) => one.costCenterId === costCenterId)!;
		expect(own.purchased.count).toBe(mine['live-reports'] + mine['call-queues-booster']);
		expect(own.active.count).toBe(uses['live-reports'] + uses['call-queues-booster'] + lacks);
	}
});
