import type { FitProblem } from './problem';
import type { Work } from '../work';

/** So many items have 2^20 sets: 20 passes over a million numbers. */
export const ENUMERABLE = 20;

/** By cost, the most people that so many drops can free, and which items do; index 0 is no drop. */
export interface Frontier {
	readonly freed: Float64Array;
	readonly itemsAt: (cost: number) => readonly number[];
}

/**
 * Every set of a component's items: people freed by a set are those whose items are a subset of it, summed
 * for all sets at once, item by item (Yates 1937). O(items x 2^items + pairs).
 */
export function* frontierOf(problem: FitProblem, items: readonly number[]): Work<Frontier> {
	const { cost, weight, itemsOf, groupsOf } = problem;
	const sets = 2 ** items.length;
	const freed = new Int32Array(sets);
	const bitOf = new Map(items.map((item, bit) => [item, 1 << bit]));
	for (const item of items)
		for (let b = groupsOf.start[item]!; b < groupsOf.start[item + 1]!; b++) {
			const g = groupsOf.item[b]!;
			if (itemsOf.item[itemsOf.start[g]!] !== item) continue; // each group once: by its first item
			let mask = 0;
			for (let k = itemsOf.start[g]!; k < itemsOf.start[g + 1]!; k++) mask |= bitOf.get(itemsOf.item[k]!)!;
			freed[mask]! += weight[g]!;
		}
	for (let bit = 1; bit < sets; bit <<= 1) {
		for (let mask = bit; mask < sets; mask = (mask + 1) | bit) freed[mask]! += freed[mask ^ bit]!;
		yield sets;
	}
	const spent = new Uint32Array(sets);
	items.forEach((item, bit) => {
		for (let mask = 0; mask < 1 << bit; mask++) spent[mask | (1 << bit)] = spent[mask]! + cost[item]!;
	});
	yield sets;
	const most = new Float64Array(spent[sets - 1]! + 1);
	const set = new Uint32Array(most.length);
	for (let mask = 1; mask < sets; mask++)
		if (freed[mask]! > most[spent[mask]!]!) {
			most[spent[mask]!] = freed[mask]!;
			set[spent[mask]!] = mask;
		}
	yield sets;
	return { freed: most, itemsAt: (at) => items.filter((_, bit) => (set[at]! >> bit) & 1) };
}

/**
 * The fewest drops over several components that free `target`; there must be some that cost at most `limit`.
 * A knapsack, O(limit x sum of the frontiers' lengths).
 */
export function* cheapest(
	frontiers: readonly Frontier[],
	target: number,
	limit: number
): Work<readonly number[]> {
	let most = new Float64Array(1);
	const chosen: Uint32Array[] = [];
	for (const { freed } of frontiers) {
		const next = new Float64Array(Math.min(most.length + freed.length - 1, limit + 1));
		const own = new Uint32Array(next.length);
		for (let before = 0; before < most.length; before++) {
			yield freed.length;
			for (let at = 0; at < freed.length && before + at < next.length; at++) {
				const sum = most[before]! + freed[at]!;
				if (sum <= next[before + at]!) continue;
				next[before + at] = sum;
				own[before + at] = at;
			}
		}
		most = next;
		chosen.push(own);
	}
	let cost = most.findIndex((freed) => freed >= target);
	if (cost === -1) throw new Error(`no ${limit} drops free ${target} people`);
	const items: number[] = [];
	for (let f = frontiers.length - 1; f >= 0; f--) {
		const own = chosen[f]![cost]!;
		items.push(...frontiers[f]!.itemsAt(own));
		cost -= own;
	}
	return items;
}
