import { describe, expect, it } from 'vitest';
import { MOST_INPUT, WhatIfChange } from '$lib/domain/what-if';
import {
	type Changes,
	changeOf,
	onlyInput,
	ownedOf,
	purchaseOf,
	roleChanges,
	stoppedBy,
	withAssumption,
	withOnly,
	withOwned,
	withPurchase,
	withStop,
	withStops
} from './changes';

const AT = '2026-11-24T14:00:00Z';
const counter = () => {
	let n = 0;
	return () => `id${++n}`;
};
const names = (changes: Changes) => changes.map(({ command }) => command);
const input = (change: WhatIfChange | undefined): unknown => JSON.parse(change?.input ?? 'null');

describe('[I1] [I2] editing what a what-if does', () => {
	it('both products are bought in one order, which goes with the last of them', () => {
		const newId = counter();
		let changes = withPurchase([], 'live-reports', 4, AT, newId);
		changes = withPurchase(changes, 'call-queues-booster', 2, AT, newId);
		expect(names(changes)).toEqual(['confirmOrder']);
		expect(purchaseOf(changes)).toEqual({ 'live-reports': 4, 'call-queues-booster': 2 });
		const { order } = input(changes[0]) as { order: { id: string; lines: unknown[] } };
		expect(order.lines).toHaveLength(2);
		const fewer = withPurchase(changes, 'live-reports', 0, AT, newId);
		expect((input(fewer[0]) as { order: { id: string } }).order.id).toBe(order.id);
		expect(withPurchase(fewer, 'call-queues-booster', 0, AT, newId)).toEqual([]);
		expect(withPurchase([], 'live-reports', 0, AT, newId)).toEqual([]);
	});

	it('what is owned is said before what is bought, and taken back with null', () => {
		const newId = counter();
		const bought = withPurchase([], 'live-reports', 4, AT, newId);
		const both = withOwned(bought, 'live-reports', 3, newId);
		expect(names(both)).toEqual(['setOwned', 'confirmOrder']);
		expect([ownedOf(both, 'live-reports'), ownedOf(both, 'call-queues-booster')]).toEqual([3, null]);
		expect(ownedOf(withOwned(both, 'live-reports', 5, newId), 'live-reports')).toBe(5);
		expect(withOwned(both, 'live-reports', null, newId)).toEqual(bought);
	});

	it('all stops are one change; the last one taken back takes it away', () => {
		const newId = counter();
		const queue = { queueId: 'q1', dashboardId: null };
		const widget = { queueId: 'q1', dashboardId: 'd1' };
		const one = withStop([], queue, true, newId);
		const two = withStop(withStop(one, widget, true, newId), queue, true, newId);
		expect(names(two)).toEqual(['stopMonitoring']);
		expect((input(two[0]) as { stops: unknown[] }).stops).toEqual([widget, queue]);
		expect([stoppedBy(two)(queue), stoppedBy(one)(widget)]).toEqual([true, false]);
		expect(withStop(one, queue, false, newId)).toEqual([]);
		expect(withStops(two, [], newId)).toEqual([]);
		expect(stoppedBy(withStops(two, [widget], newId))(queue)).toBe(false);
	});

	it('an assumption, the plan and the clock are each changed once', () => {
		const newId = counter();
		let changes = withAssumption([], { id: 'A-DUAL', choice: 'two' }, newId);
		changes = withAssumption(changes, { id: 'A-OPEN', choice: 'yes' }, newId);
		changes = withAssumption(changes, { id: 'A-DUAL', choice: null }, newId);
		expect(changes.map((change) => input(change))).toEqual([{ id: 'A-OPEN', choice: 'yes' }]);
		const later = withOnly(
			withOnly(changes, 'stepClock', { days: 3 }, newId),
			'stepClock',
			{ days: 9 },
			newId
		);
		expect(onlyInput(later, 'stepClock')).toEqual({ days: 9 });
		expect(withOnly(later, 'stepClock', null, newId)).toEqual(changes);
	});

	it('leaves alone what another hand made, and what can’t be read', () => {
		const odd: Changes = [
			{ id: 'a', command: 'stopMonitoring', input: '{' },
			{ id: 'b', command: 'confirmOrder', input: '7' },
			changeOf('c', 'renameScenario', { name: 'X' })
		];
		expect(purchaseOf(odd)).toEqual({ 'live-reports': 0, 'call-queues-booster': 0 });
		expect(withStop(odd, { queueId: 'q', dashboardId: null }, true, counter())).toHaveLength(4);
		expect(withOwned(odd, 'live-reports', null, counter())).toEqual(odd);
	});
});

describe('[I1] [I5] more stops than one change can hold', () => {
	const stops = Array.from({ length: 5_000 }, (_, i) => ({
		queueId: `${'q'.repeat(190)}${i}`,
		dashboardId: `${'d'.repeat(190)}${i}`
	}));
	const named = (changes: Changes) =>
		changes.flatMap((change) => (input(change) as { stops?: unknown[] }).stops ?? []);
	const clock = changeOf('clock', 'stepClock', { days: 1 });
	const buy = changeOf('buy', 'setOwned', { product: 'live-reports', quantity: 1, orderId: 'o' });

	it('are several, each of which can be kept, in the place of the first', () => {
		const newId = counter();
		const few = withStops([clock], stops.slice(0, 2), newId);
		const many = withStops([...few, buy], stops, newId);
		expect(names(many)).toEqual(['stepClock', 'stopMonitoring', 'stopMonitoring', 'setOwned']);
		for (const change of many) expect(WhatIfChange.safeParse(change).error).toBeUndefined();
		expect(named(many)).toEqual(stops);
		expect(many[1]!.id).toBe(few[1]!.id);
		expect(new Set(many.map(({ id }) => id)).size).toBe(4);
	});

	it('can be taken back one by one, and added to, wherever they stand', () => {
		const many = withStops([clock], stops, counter());
		const fewer = withStop(many, stops.at(-1)!, false, counter());
		expect(named(fewer)).toEqual(stops.slice(0, -1));
		expect([stoppedBy(fewer)(stops.at(-1)!), stoppedBy(fewer)(stops[0]!)]).toEqual([false, true]);
		expect(named(withStop(fewer, stops.at(-1)!, true, counter()))).toEqual(stops);
		expect(withStops(many, [], counter())).toEqual([clock]);
	});
});

describe('[I1] [I7] revoking from more people than one change can name', () => {
	const people = (count: number, tail = '') =>
		Array.from({ length: count }, (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}${tail}`);
	const named = (changes: Changes) =>
		changes.flatMap((change) => (input(change) as { personIds: string[] }).personIds);

	it.each([
		['a few are one change', people(3), 1],
		['a hundred thousand are two', people(100_000), 2],
		['marks that JSON writes with more characters count as such', people(60_000, '""'), 2]
	])('%s, each of which can be kept, and all are named once, in their order', (_, ids, count) => {
		const changes = roleChanges('standard', ids, counter());
		expect(changes).toHaveLength(count);
		expect(new Set(changes.map(({ id }) => id)).size).toBe(count);
		for (const change of changes) expect(WhatIfChange.safeParse(change).error).toBeUndefined();
		expect(named(changes)).toEqual(ids);
	});

	it('a change is filled to the last character, and one more person begins the next', () => {
		const most = Math.floor((MOST_INPUT - '{"personIds":[],"roleId":"r"}'.length + 1) / 39);
		expect(roleChanges('r', people(most - 1), counter())).toHaveLength(1);
		expect(roleChanges('r', people(most + 1), counter())).toHaveLength(2);
	});

	it('nobody is no change', () => {
		expect(roleChanges('standard', [], counter())).toEqual([]);
	});
});
