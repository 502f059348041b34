import type { Prices } from '$lib/domain/account';
import {
	type BreakEven,
	type CostCurve,
	type CostCurves,
	type Crossing,
	type OptionId,
	type PriceName
} from '$lib/domain/options';
import { isLess, ratio } from './ratio';

/** How many seats an option pays at each price: `licenses` of them, `boosters` of them chosen for Boosters. */
export type Seats = Readonly<Record<PriceName, number>>;

export function seatsOf(option: OptionId, licenses: number, boosters: number): Seats {
	const none = { liveReports: 0, callQueuesBooster: 0, customerEngagementBundle: 0 };
	if (option === 'live-reports') return { ...none, liveReports: licenses };
	if (option === 'customer-engagement-bundle') return { ...none, customerEngagementBundle: licenses };
	const chosen = Math.min(boosters, licenses);
	return { ...none, callQueuesBooster: chosen, liveReports: licenses - chosen };
}

export const PRICE_NAMES = ['liveReports', 'callQueuesBooster', 'customerEngagementBundle'] as const;

/** The prices that seats take and the account does not have. */
export const missingPrices = (seats: Seats, prices: Prices): readonly PriceName[] =>
	PRICE_NAMES.filter((name) => seats[name] > 0 && prices[name] === null);

/** What the seats cost a month at prices that are all known. */
export const costOf = (seats: Seats, prices: Prices): bigint =>
	PRICE_NAMES.reduce((sum, name) => sum + BigInt(seats[name]) * BigInt(prices[name] ?? 0), 0n);

/** Every pair of options, each once. */
const pairsOf = <T>(items: readonly T[]): readonly (readonly [T, T])[] =>
	items.flatMap((one, i) => items.slice(i + 1).map((other) => [one, other] as const));

/** Prices at which two options cost the same: the difference is a line in each price, and meets 0 once or never. */
export function breakEvens(
	options: readonly OptionId[],
	licenses: number,
	boosters: number,
	prices: Prices
): readonly BreakEven[] {
	return pairsOf(options).flatMap(([one, other]) => {
		const a = seatsOf(one, licenses, boosters);
		const b = seatsOf(other, licenses, boosters);
		return PRICE_NAMES.flatMap((price): readonly BreakEven[] => {
			const slope = a[price] - b[price];
			const rest = { ...prices, [price]: 0 };
			const isKnown = missingPrices(a, rest).length + missingPrices(b, rest).length === 0;
			if (slope === 0 || !isKnown) return [];
			const at = ratio(costOf(b, rest) - costOf(a, rest), BigInt(slope));
			if (at.numerator < 0n) return []; // no price is that low
			const [below, above] = slope > 0 ? [one, other] : [other, one];
			return [{ price, at, entered: prices[price], below, above }];
		});
	});
}

/** The curves from 0 to `upTo` licenses, with the kink where the chosen all have their Boosters, and where two meet. */
export function costCurves(
	options: readonly OptionId[],
	upTo: number,
	boosters: number,
	prices: Prices
): CostCurves {
	const kink = Math.min(boosters, upTo);
	const known = options.filter(
		(option) => missingPrices(seatsOf(option, upTo, boosters), prices).length === 0
	);
	const costAt = (option: OptionId, licenses: number) => costOf(seatsOf(option, licenses, boosters), prices);
	const curves = known.map((option): CostCurve => {
		const places = option === 'boosters' ? [0, kink, upTo] : [0, upTo];
		return {
			option,
			points: [...new Set(places)].map((licenses) => ({ licenses, cost: costAt(option, licenses) }))
		};
	});
	// The difference of two curves is 0 at 0, and straight up to the kink and after it: its one zero after 0 lies there.
	const crossings = pairsOf(known).flatMap(([one, other]): readonly Crossing[] => {
		const gap = (licenses: number) => costAt(one, licenses) - costAt(other, licenses);
		const [first, last] = [gap(kink), gap(upTo)];
		if (first === 0n || last === 0n || first < 0n === last < 0n) return [];
		const licenses = ratio(BigInt(kink) * (last - first) - BigInt(upTo - kink) * first, last - first);
		const price = (option: OptionId) =>
			option === 'live-reports' ? prices.liveReports : prices.customerEngagementBundle;
		const straight = one === 'boosters' ? other : one;
		const cost = ratio(licenses.numerator * BigInt(price(straight) ?? 0), licenses.denominator);
		const [before, after] = first < 0n ? [one, other] : [other, one];
		return [{ licenses, cost, before, after }];
	});
	return {
		upTo,
		boosters: kink,
		curves,
		crossings: crossings.toSorted((a, b) => (isLess(a.licenses, b.licenses) ? -1 : 1))
	};
}
