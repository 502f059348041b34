import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Prices } from '$lib/domain/account';
import { OPTION_IDS, type OptionId, type PriceName, type Ratio } from '$lib/domain/options';
import { ScenarioFile, type Scenario } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import file from '$lib/content/ten-licenses.json';
import { buildIndex } from './columnar';
import { breakEvens, costCurves, costOf, PRICE_NAMES, seatsOf } from './cost-curve';
import { evaluate } from './evaluate';
import { coverOptions } from './options';

const read = ScenarioFile.parse(file);
const line = (product: 'live-reports' | 'call-queues-booster', quantity: number) => ({
	product,
	quantity,
	costCenterId: 'root'
});
/** The example of ten (needed 10), with 6 Live Reports and 1 Booster owned. */
const ten: Scenario = {
	...read,
	viewings: packViewings(read.viewings),
	orders: [
		{ id: 'o', at: '2026-01-01T00:00:00Z', lines: [line('live-reports', 6), line('call-queues-booster', 1)] }
	]
};
const priced = (liveReports: number | null, booster: number | null, ceb: number | null): Prices => ({
	liveReports,
	callQueuesBooster: booster,
	customerEngagementBundle: ceb
});
const answer = (prices: Prices, chosen: readonly string[] = [], change: Partial<Scenario> = {}) => {
	const scenario = { ...ten, ...change };
	const account = { ...scenario.account, prices };
	const index = buildIndex({ ...scenario, account });
	return coverOptions(index, { ...scenario, account }, evaluate(index, { ...scenario, account }), chosen);
};
const CHOSEN = ['john', 'sarah', 'mike', 'john'];

it('[I4] each option with its licenses, what is to buy beside the owned, and its cost a month', () => {
	const { options, cheapest } = answer(priced(2000, 3500, 2400), CHOSEN);
	expect(options).toEqual([
		{
			option: 'live-reports',
			state: 'applies',
			seats: 10,
			licenses: { 'live-reports': 10, 'call-queues-booster': 0 },
			toBuy: { 'live-reports': 4, 'call-queues-booster': 0 },
			spare: { 'live-reports': 0, 'call-queues-booster': 1 },
			cost: 20_000n,
			added: 8_000n
		},
		{
			option: 'boosters',
			state: 'applies',
			seats: 10,
			licenses: { 'live-reports': 7, 'call-queues-booster': 3 },
			toBuy: { 'live-reports': 1, 'call-queues-booster': 2 },
			spare: { 'live-reports': 0, 'call-queues-booster': 0 },
			cost: 24_500n,
			added: 9_000n
		},
		{
			option: 'customer-engagement-bundle',
			state: 'applies',
			seats: 10,
			licenses: { 'live-reports': 0, 'call-queues-booster': 0 },
			toBuy: { 'live-reports': 0, 'call-queues-booster': 0 },
			spare: { 'live-reports': 6, 'call-queues-booster': 1 },
			cost: 24_000n,
			added: 24_000n
		}
	]);
	expect(cheapest).toEqual(['live-reports']);
	expect(answer(priced(2000, 2000, 2400), CHOSEN).cheapest).toEqual(['live-reports', 'boosters']);
});

const states = ({ options }: ReturnType<typeof answer>) =>
	options.map((one) =>
		one.state === 'refused'
			? one.reasons.map(({ code }) => code)
			: one.state === 'incomplete'
				? one.missing
				: one.state
	);
const everybody = read.people.map(({ id }) => id);

it.each<[string, Prices, readonly string[], Partial<Scenario>, unknown]>([
	[
		'no price at all',
		priced(null, null, null),
		CHOSEN,
		{},
		[['liveReports'], ['liveReports', 'callQueuesBooster'], ['customerEngagementBundle']]
	],
	['a price of nothing is a price', priced(0, 0, 0), CHOSEN, {}, ['applies', 'applies', 'applies']],
	[
		'all are chosen: no Live Reports price is missing',
		priced(null, 3500, null),
		everybody,
		{},
		[['liveReports'], 'applies', ['customerEngagementBundle']]
	],
	['nobody is chosen', priced(1, 1, 1), [], {}, ['applies', ['NOBODY_CHOSEN'], 'applies']],
	['the chosen need no seat', priced(1, 1, 1), ['sam'], {}, ['applies', ['CHOSEN_NEED_NONE'], 'applies']],
	[
		'somebody unknown is chosen',
		priced(1, 1, 1),
		['john', 'x', 'y'],
		{},
		['applies', ['UNKNOWN_PEOPLE'], 'applies']
	],
	[
		'CEB, and nobody chosen: every reason',
		priced(1, 1, null),
		[],
		{ account: { ...ten.account, plan: 'customer-engagement-bundle' } },
		[['CEB_ALREADY'], ['CEB_ALREADY', 'NOBODY_CHOSEN'], ['CEB_ALREADY']]
	],
	[
		'no one to cover',
		priced(1, 1, 1),
		['john'],
		{ people: ten.people.map((one) => ({ ...one, status: 'disabled' as const })) },
		[['NOBODY_TO_COVER'], ['NOBODY_TO_COVER', 'CHOSEN_NEED_NONE'], ['NOBODY_TO_COVER']]
	]
])('[I4] [L10] %s', (_, prices, chosen, change, expected) => {
	expect(states(answer(prices, chosen, change))).toEqual(expected);
});

it('[I4] break-even prices are exact, and say who is cheaper on which side', () => {
	const { breakEven } = answer(priced(2000, 3500, null), CHOSEN);
	// (3 × 3500 + 7 × 2000) / 10 = 2450; and CEB is as dear as Live Reports at 2000.
	expect(breakEven.filter(({ price }) => price === 'customerEngagementBundle')).toEqual([
		{
			price: 'customerEngagementBundle',
			at: { numerator: 2000n, denominator: 1n },
			entered: null,
			below: 'customer-engagement-bundle',
			above: 'live-reports'
		},
		{
			price: 'customerEngagementBundle',
			at: { numerator: 2450n, denominator: 1n },
			entered: null,
			below: 'customer-engagement-bundle',
			above: 'boosters'
		}
	]);
	const thirds = answer(priced(null, 3500, 2400), CHOSEN).breakEven;
	// 3 × 3500 + 7 p = 10 × 2400 at p = 13,500 / 7.
	expect(thirds).toContainEqual({
		price: 'liveReports',
		at: { numerator: 13_500n, denominator: 7n },
		entered: null,
		below: 'boosters',
		above: 'customer-engagement-bundle'
	});
});

it('[I4] the curves have their kink where the Boosters end, and meet where they cost the same', () => {
	const { curves } = answer(priced(2000, 3500, 2400), CHOSEN);
	expect(curves.curves).toEqual([
		{
			option: 'live-reports',
			points: [
				{ licenses: 0, cost: 0n },
				{ licenses: 20, cost: 40_000n }
			]
		},
		{
			option: 'boosters',
			points: [
				{ licenses: 0, cost: 0n },
				{ licenses: 3, cost: 10_500n },
				{ licenses: 20, cost: 44_500n }
			]
		},
		{
			option: 'customer-engagement-bundle',
			points: [
				{ licenses: 0, cost: 0n },
				{ licenses: 20, cost: 48_000n }
			]
		}
	]);
	// 10,500 + 2,000 (n − 3) = 2,400 n at n = 11.25.
	expect(curves.crossings).toEqual([
		{
			licenses: { numerator: 45n, denominator: 4n },
			cost: { numerator: 27_000n, denominator: 1n },
			before: 'customer-engagement-bundle',
			after: 'boosters'
		}
	]);
});

const price = fc.nat({ max: 50 });
const prices = fc.record({ liveReports: price, callQueuesBooster: price, customerEngagementBundle: price });
const costAt = (option: OptionId, n: number, boosters: number, at: Prices) =>
	costOf(seatsOf(option, n, boosters), at);
const sign = (value: bigint) => (value > 0n ? 1 : value < 0n ? -1 : 0);

it('[I4] between whole licenses on either side of a crossing, and nowhere else, the cheaper changes', () => {
	fc.assert(
		fc.property(prices, fc.nat(12), fc.integer({ min: 1, max: 30 }), (at, boosters, upTo) => {
			const { crossings, curves } = costCurves(OPTION_IDS, upTo, boosters, at);
			expect(curves).toHaveLength(3);
			for (const [a, b] of [
				[0, 1],
				[0, 2],
				[1, 2]
			] as const) {
				const [one, other] = [OPTION_IDS[a], OPTION_IDS[b]];
				const gaps = Array.from({ length: upTo }, (_, n) =>
					sign(costAt(one, n + 1, boosters, at) - costAt(other, n + 1, boosters, at))
				);
				const changes = gaps.some((gap) => gap < 0) && gaps.some((gap) => gap > 0);
				const mine = crossings.filter(
					({ before, after }) => [one, other].includes(before) && [one, other].includes(after)
				);
				expect(mine).toHaveLength(changes ? 1 : 0);
				for (const { licenses, before, after } of mine)
					gaps.forEach((_, n) => {
						const side = sign(BigInt(n + 1) * licenses.denominator - licenses.numerator);
						const [least, most] = side < 0 ? [before, after] : [after, before];
						const difference = costAt(most, n + 1, boosters, at) - costAt(least, n + 1, boosters, at);
						expect(sign(difference)).toBe(side === 0 ? 0 : 1);
					});
			}
		}),
		{ numRuns: 500 }
	);
});

it('[I4] at a break-even price both cost the same, in whole multiples of its denominator', () => {
	fc.assert(
		fc.property(prices, fc.nat(12), fc.integer({ min: 1, max: 30 }), (at, boosters, seats) => {
			// Scaled by the denominator, the price is whole: the costs then are too.
			const scaled = (name: PriceName, { numerator, denominator }: Ratio, option: OptionId) =>
				PRICE_NAMES.reduce(
					(sum, one) =>
						sum +
						BigInt(seatsOf(option, seats, boosters)[one]) *
							(one === name ? numerator : BigInt(at[one]) * denominator),
					0n
				);
			for (const { price: name, at: even, below, above } of breakEvens(OPTION_IDS, seats, boosters, at)) {
				expect(scaled(name, even, below)).toBe(scaled(name, even, above));
				const dearer = { numerator: even.numerator + even.denominator, denominator: even.denominator };
				expect(scaled(name, dearer, above) < scaled(name, dearer, below)).toBe(true);
			}
		}),
		{ numRuns: 500 }
	);
});

it('[I4] the curves go to twice the need, or to a count beyond that is asked for', () => {
	const prices = priced(2000, 3500, 2400);
	const account = { ...ten.account, prices };
	const scenario = { ...ten, account };
	const index = buildIndex(scenario);
	const upTo = (reach?: number) =>
		coverOptions(index, scenario, evaluate(index, scenario), [], reach).curves.upTo;
	expect([upTo(), upTo(7), upTo(90)]).toEqual([20, 20, 90]);
});
