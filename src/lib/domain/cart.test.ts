import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addToCart,
	assign,
	type Cart,
	chargesOf,
	itemsOf,
	join,
	MOST_LICENSES,
	mostOfPart,
	orderLines,
	parseCart,
	quantityOf,
	setPart,
	setQuantity,
	settle,
	split,
	withoutProduct
} from './cart';
import { PRODUCTS } from './order';

const TEN: Cart = [{ id: 'a', product: 'live-reports', quantity: 10, costCenterId: 'root' }];
const NO_PRICES = { liveReports: null, callQueuesBooster: null, customerEngagementBundle: null };

/** One click in the cart, by numbers that are taken modulo what is there. */
const click = fc.record({
	kind: fc.constantFrom('split', 'join', 'part', 'assign', 'quantity', 'add'),
	line: fc.nat(50),
	amount: fc.integer({ min: 1, max: 40 })
});
type Click = typeof click extends fc.Arbitrary<infer T> ? T : never;

function after(cart: Cart, { kind, line, amount }: Click, newId: string): Cart {
	const at = cart[line % cart.length]!;
	switch (kind) {
		case 'split':
			return split(cart, at.id, newId);
		case 'join':
			return join(cart, at.id);
		case 'part':
			return setPart(cart, at.id, 1 + (amount % mostOfPart(cart, at)));
		case 'assign':
			return assign(cart, new Set([at.id]), `c${amount % 3}`);
		case 'quantity':
			return setQuantity(cart, at.product, amount);
		case 'add':
			return addToCart(cart, { id: newId, product: PRODUCTS[line % 2]!, quantity: amount });
	}
}

describe('the cart', () => {
	test('parts always add up: only adding and setting a quantity change how much of a product there is', () => {
		fc.assert(
			fc.property(fc.array(click, { maxLength: 30 }), (clicks) => {
				let cart: Cart = TEN;
				clicks.forEach((one, index) => {
					const before = cart;
					cart = after(before, one, `n${index}`);
					for (const product of PRODUCTS) {
						const [had, has] = [quantityOf(before, product), quantityOf(cart, product)];
						const isAimedAt = product === before[one.line % before.length]!.product;
						if (one.kind === 'quantity' && isAimedAt) expect(has).toBe(one.amount);
						else if (one.kind === 'add' && product === PRODUCTS[one.line % 2])
							expect(has).toBe(had + one.amount);
						else expect(has).toBe(had);
					}
					expect(cart.every(({ quantity }) => quantity >= 1)).toBe(true);
					expect(new Set(cart.map(({ id }) => id)).size).toBe(cart.length);
					const lines = orderLines(cart, NO_PRICES);
					for (const item of itemsOf(cart)) {
						const ordered = lines.filter(({ product }) => product === item.product);
						expect(ordered.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(item.quantity);
					}
					expect(parseCart(JSON.stringify(cart))).toEqual(cart);
				});
			}),
			{ numRuns: 300 }
		);
	});

	test('a split makes halves, the odd license in the first; a single license stays', () => {
		const [first, second] = split([{ ...TEN[0]!, quantity: 7 }], 'a', 'b');
		expect([first?.quantity, second?.quantity, second?.id]).toEqual([4, 3, 'b']);
		const one: Cart = [{ ...TEN[0]!, quantity: 1 }];
		expect(split(one, 'a', 'b')).toEqual(one);
	});

	test('a part takes from the next ones, which keep one each, and gives to the next', () => {
		const three = split(split(TEN, 'a', 'c'), 'a', 'b'); // 3, 2, 5
		const sizes = (cart: Cart) => cart.map(({ quantity }) => quantity);
		expect(sizes(three)).toEqual([3, 2, 5]);
		expect(sizes(setPart(three, 'a', 6))).toEqual([6, 1, 3]);
		expect(sizes(setPart(three, 'c', 8))).toEqual([1, 1, 8]);
		expect(sizes(setPart(three, 'a', 1))).toEqual([1, 4, 5]);
		expect(setPart(three, 'a', 9)).toBe(three);
		expect(sizes(join(three, 'a'))).toEqual([5, 5]);
		expect(sizes(setQuantity(three, 'live-reports', 4))).toEqual([3, 1]);
	});

	test('a product is taken out whole; a cost center that is gone becomes Root', () => {
		const both = addToCart(split(TEN, 'a', 'b'), { id: 'c', product: 'call-queues-booster', quantity: 2 });
		expect(withoutProduct(both, 'live-reports').map(({ id }) => id)).toEqual(['c']);
		const moved = assign(both, new Set(['a', 'c']), 'north');
		expect(settle(moved, [{ id: 'root', name: 'Root' }])).toEqual(both);
		const kept = settle(moved, [
			{ id: 'root', name: 'Root' },
			{ id: 'north', name: 'North' }
		]);
		expect(kept).toBe(moved);
	});

	test.each([
		['nothing', null],
		['no JSON', '{'],
		['another thing', '{"lines":[]}'],
		['a fraction', JSON.stringify([{ ...TEN[0], quantity: 1.5 }])],
		['nobody’s product', JSON.stringify([{ ...TEN[0], product: 'phone' }])],
		['two equal ids', JSON.stringify([TEN[0], TEN[0]])],
		[
			'too many together',
			JSON.stringify([
				{ ...TEN[0], quantity: MOST_LICENSES },
				{ ...TEN[0], id: 'b' }
			])
		],
		[
			'a key too many',
			'[{"id":"a","product":"live-reports","quantity":1,"costCenterId":"root","__proto__":{}}]'
		]
	])('a stored text that is %s is an empty cart', (_, text) => {
		expect(parseCart(text)).toEqual([]);
	});

	test('charges are exact, and say what is not known', () => {
		expect(chargesOf([{ quantity: 999_999_999, unitPrice: 999_999_999 }]).known).toBe(
			999_999_998_000_000_001n
		);
		expect(
			chargesOf([
				{ quantity: 2, unitPrice: 3500 },
				{ quantity: 9, unitPrice: null }
			])
		).toEqual({ amounts: [7000n, null], known: 7000n, coverage: 'some' });
		expect(chargesOf([{ quantity: 9 }])).toEqual({ amounts: [null], known: 0n, coverage: 'none' });
	});
});
