import type { FitProblem } from './problem';
import { STEPS_A_YIELD, type Work } from '../work';

/** Items that a search has decided, by item. */
export const FREE = 0;
export const DROPPED = 1;
export const KEPT = 2;

/** A set of items, what it costs, and how many people it frees. */
export interface Point {
	readonly dropped: Uint8Array;
	readonly cost: number;
	readonly freed: number;
}

/** What freeing a person is worth, in drops, as a fraction of whole numbers: `people` / `drops`. */
export interface Price {
	readonly people: number;
	readonly drops: number;
}

/** One step along a way looks at some pairs of a group, or of an item. */
const STEPS_A_WAY = 8;

/**
 * The drops that make `price.people` x people freed - `price.drops` x cost greatest: a maximum closure, the
 * source side of a minimum cut (Picard 1976). People push their worth onto the items that they wait for; an
 * item is dropped where that exceeds its cost. Maximum flow by Dinic's phases on the two-sided graph, all
 * capacities whole numbers below 2^53: exact. A phase is O(pairs) and some paths.
 */
export function* closure(problem: FitProblem, fixed: Uint8Array, price: Price): Work<Point> {
	const { itemsOf, groupOf, groupsOf, weight, cost } = problem;
	const groups = weight.length;
	const items = cost.length;
	const pushed = new Float64Array(itemsOf.item.length);
	const room = new Float64Array(items);
	const excess = new Float64Array(groups);
	for (let i = 0; i < items; i++) room[i] = fixed[i] === FREE ? cost[i]! * price.drops : 0;
	for (let g = 0; g < groups; g++) excess[g] = isFreeable(problem, fixed, g) ? weight[g]! * price.people : 0;

	const groupLevel = new Int32Array(groups);
	const itemLevel = new Int32Array(items);
	const nextOfGroup = new Uint32Array(groups);
	const nextOfItem = new Uint32Array(items);
	const queue = new Uint32Array(groups);
	const pathEdge: number[] = [];
	const pathBack: number[] = [];
	let steps = 0;
	yield itemsOf.item.length;

	/** Distances from people with worth left; false where none of them reaches an item with room. */
	function* layers(): Work<boolean> {
		groupLevel.fill(-1);
		itemLevel.fill(-1);
		let end = 0;
		for (let g = 0; g < groups; g++)
			if (excess[g]! > 0) {
				groupLevel[g] = 0;
				queue[end++] = g;
			}
		let last = Infinity;
		for (let at = 0; at < end; at++) {
			const g = queue[at]!;
			const level = groupLevel[g]! + 1;
			if (level > last) break;
			steps += 2 * (itemsOf.start[g + 1]! - itemsOf.start[g]!);
			if (steps >= STEPS_A_YIELD) {
				yield steps;
				steps = 0;
			}
			for (let k = itemsOf.start[g]!; k < itemsOf.start[g + 1]!; k++) {
				const i = itemsOf.item[k]!;
				if (itemLevel[i] !== -1 || fixed[i] !== FREE) continue;
				itemLevel[i] = level;
				if (room[i]! > 0) last = level;
				if (level >= last) continue;
				for (let b = groupsOf.start[i]!; b < groupsOf.start[i + 1]!; b++) {
					const other = groupsOf.item[b]!;
					if (groupLevel[other] !== -1 || pushed[groupsOf.edge[b]!] === 0) continue;
					groupLevel[other] = level;
					queue[end++] = other;
				}
			}
		}
		return last < Infinity;
	}

	/** Pushes all that one group can, along shortest ways. */
	function push(source: number): void {
		let g = source;
		pathEdge.length = 0;
		pathBack.length = 0;
		for (;;) {
			let edge = -1;
			steps += STEPS_A_WAY;
			for (let end = itemsOf.start[g + 1]!; nextOfGroup[g]! < end; nextOfGroup[g]!++) {
				const i = itemsOf.item[nextOfGroup[g]!]!;
				if (itemLevel[i] !== groupLevel[g]! + 1 || fixed[i] !== FREE) continue;
				if (room[i]! > 0) {
					edge = nextOfGroup[g]!;
					break;
				}
				const back = wayBack(i);
				if (back === -1) continue;
				pathEdge.push(nextOfGroup[g]!);
				pathBack.push(groupsOf.edge[back]!);
				g = groupsOf.item[back]!;
				edge = -2;
				break;
			}
			if (edge === -2) continue;
			if (edge === -1) {
				groupLevel[g] = -2; // a dead end in this phase
				if (pathEdge.length === 0) return;
				pathEdge.pop();
				pathBack.pop();
				g = pathBack.length === 0 ? source : groupOf[pathBack.at(-1)!]!;
				continue;
			}
			const i = itemsOf.item[edge]!;
			let amount = Math.min(excess[source]!, room[i]!);
			for (const b of pathBack) amount = Math.min(amount, pushed[b]!);
			for (const e of pathEdge) pushed[e]! += amount;
			for (const b of pathBack) pushed[b]! -= amount;
			pushed[edge]! += amount;
			room[i]! -= amount;
			excess[source]! -= amount;
			if (excess[source] === 0) return;
			pathEdge.length = 0;
			pathBack.length = 0;
			g = source;
		}
	}

	/** A pair by which item `i` can give back to a group one layer on, or -1. */
	function wayBack(i: number): number {
		for (let end = groupsOf.start[i + 1]!; nextOfItem[i]! < end; nextOfItem[i]!++) {
			const b = nextOfItem[i]!;
			if (groupLevel[groupsOf.item[b]!] === itemLevel[i] && pushed[groupsOf.edge[b]!]! > 0) return b;
		}
		return -1;
	}

	while (yield* layers()) {
		for (let g = 0; g < groups; g++) nextOfGroup[g] = itemsOf.start[g]!;
		for (let i = 0; i < items; i++) nextOfItem[i] = groupsOf.start[i]!;
		for (let g = 0; g < groups; g++) {
			if (excess[g]! <= 0) continue;
			push(g);
			if (steps < STEPS_A_YIELD) continue;
			yield steps;
			steps = 0;
		}
	}
	yield steps + itemsOf.item.length;
	const dropped = new Uint8Array(items);
	for (let i = 0; i < items; i++) dropped[i] = fixed[i] === DROPPED || itemLevel[i] !== -1 ? 1 : 0;
	return pointOf(problem, dropped);
}

const isFreeable = ({ itemsOf }: FitProblem, fixed: Uint8Array, g: number): boolean => {
	for (let k = itemsOf.start[g]!; k < itemsOf.start[g + 1]!; k++)
		if (fixed[itemsOf.item[k]!] === KEPT) return false;
	return true;
};

export function pointOf({ itemsOf, weight, cost }: FitProblem, dropped: Uint8Array): Point {
	let spent = 0;
	let freed = 0;
	for (let i = 0; i < cost.length; i++) if (dropped[i]) spent += cost[i]!;
	for (let g = 0; g < weight.length; g++) {
		let k = itemsOf.start[g]!;
		const end = itemsOf.start[g + 1]!;
		while (k < end && dropped[itemsOf.item[k]!]) k++;
		if (k === end) freed += weight[g]!;
	}
	return { dropped, cost: spent, freed };
}
