import { expect, test } from 'vitest';
import { type Scenario } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { madeScenario } from '../store/store-fixture';
import { licenseOverview } from '../engine/license-overview';
import { orderDetail, orderTable } from './billing-calls';
import { hold } from './held';
import { pager } from './row-pages';

const seen = (personId: string) => ({ personId, dashboardId: 'd0', at: '2026-11-20T09:00:00Z' });
const line = (product: 'live-reports' | 'call-queues-booster', quantity: number, costCenterId: string) => ({
	product,
	quantity,
	costCenterId
});

/** Four viewers, one of them an agent too; p1 and p2 in East, p3 in a center that is gone. */
const base = madeScenario(4);
const scenario: Scenario = {
	...base,
	people: base.people.map((person, i) => ({
		...person,
		...(i > 0 && { costCenterId: i < 3 ? 'east' : 'gone' }),
		booster: i === 1
	})),
	viewings: packViewings(['p0', 'p1', 'p2', 'p3'].map(seen)),
	orders: [
		{ id: 'o1', at: '2026-11-03T00:00:00Z', lines: [line('live-reports', 2, 'root')] },
		{
			id: 'o2',
			at: '2026-11-02T00:00:00Z',
			placedBy: 'p2',
			lines: [line('call-queues-booster', 1, 'east'), { ...line('live-reports', 0, 'east'), unitPrice: 900 }]
		},
		{ id: 'o3', at: '2026-12-01T00:00:00Z', placedBy: 'nobody', lines: [line('live-reports', 50, 'root')] }
	]
};
const overview = (of: Scenario) =>
	licenseOverview(
		of,
		hold({ id: 's', revision: 1, scenario: of, partition: undefined as never }, undefined, 0).snapshot
	);

test('[L8] [L11] licenses owned and used, in all and by cost center; a later order does not count yet', () => {
	const { byCenter, ...all } = overview(scenario);
	expect(all).toEqual({
		owned: { 'live-reports': 2, 'call-queues-booster': 1 },
		used: { 'live-reports': 2, 'call-queues-booster': 1 },
		without: 1
	});
	expect(byCenter).toEqual([
		{
			costCenterId: 'root',
			owned: { 'live-reports': 2, 'call-queues-booster': 0 },
			used: { 'live-reports': 1, 'call-queues-booster': 0 },
			without: 1
		},
		{
			costCenterId: 'east',
			owned: { 'live-reports': 0, 'call-queues-booster': 1 },
			used: { 'live-reports': 1, 'call-queues-booster': 1 },
			without: 0
		}
	]);
});

test('[L10] under CEB nobody lacks a license', () => {
	const account = { ...scenario.account, plan: 'customer-engagement-bundle' as const };
	expect(overview({ ...scenario, account }).without).toBe(0);
});

test('orders come newest first, sorted and filtered on request', () => {
	const page = pager(orderTable(scenario));
	const ids = (sort: Parameters<typeof page>[0]['sort'], filter = '') =>
		page({ sort, filter, from: 0, to: 9 }).rows.map(({ id }) => id);
	expect(ids(null)).toEqual(['o3', 'o1', 'o2']);
	expect(ids({ column: 'at', descending: false })).toEqual(['o2', 'o1', 'o3']);
	expect(ids({ column: 'number', descending: false })).toEqual(['o1', 'o2', 'o3']);
	expect(ids({ column: 'live-reports', descending: true })).toEqual(['o3', 'o1', 'o2']);
	expect(ids({ column: 'placedBy', descending: false })).toEqual(['o3', 'o2', 'o1']); // o1: the Trainer
	expect(ids(null, 'trainer')).toEqual(['o1']);
	expect(ids(null, 'person 2')).toEqual(['o2']);
	expect(ids(null, 'ORDER 3')).toEqual(['o3']);
	expect(page({ sort: null, filter: '', from: 1, to: 2 })).toMatchObject({ from: 1, total: 3 });
});

test('an order is told with its number, its buyer and its lines', () => {
	expect(orderDetail(scenario, 'o2')).toEqual({
		id: 'o2',
		number: 2,
		at: '2026-11-02T00:00:00Z',
		placedBy: 'Person 2',
		quantity: { 'live-reports': 0, 'call-queues-booster': 1 },
		counts: true,
		lines: [
			{ product: 'call-queues-booster', quantity: 1, unitPrice: null, costCenter: 'East' },
			{ product: 'live-reports', quantity: 0, unitPrice: 900, costCenter: 'East' }
		]
	});
	expect(orderDetail(scenario, 'o3')).toMatchObject({ counts: false, placedBy: 'nobody' });
	expect(orderDetail(scenario, 'o9')).toBeNull();
});
