import type { FitProblem } from './problem';
import { STEPS_A_YIELD, type Work } from '../work';

/**
 * Which items are dropped, kept up to date with what one more drop would free and one more restoring would
 * take back. A drop costs the item's groups, and the size of every group that it frees or takes back.
 */
export interface Selection {
	readonly problem: FitProblem;
	/** By item: 1 dropped. */
	readonly dropped: Uint8Array;
	readonly freed: number;
	readonly cost: number;
	/** By item that is not dropped: people freed if it goes too. */
	readonly gain: Float64Array;
	/** By dropped item: people whose seat comes back with it. */
	readonly loss: Float64Array;
	readonly flip: (item: number) => void;
}

/** What flipping an item takes: its groups, and the other items of those that it frees. */
export const stepsToFlip = ({ groupsOf, itemsOf, weight }: FitProblem, item: number): number =>
	Math.ceil((groupsOf.start[item + 1]! - groupsOf.start[item]!) * (1 + itemsOf.item.length / weight.length));

export function* select(problem: FitProblem, dropped?: Uint8Array): Work<Selection> {
	const { itemsOf, groupsOf, weight, cost: costs } = problem;
	const isDropped = new Uint8Array(costs.length);
	const gain = new Float64Array(costs.length);
	const loss = new Float64Array(costs.length);
	/** By group: how many of its items are not dropped, and the sum of these: the item itself where one is left. */
	const missing = new Uint32Array(weight.length);
	const sum = new Float64Array(weight.length);
	let freed = 0;
	let cost = 0;
	let steps = 0;
	for (let g = 0; g < weight.length; g++) {
		for (let k = itemsOf.start[g]!; k < itemsOf.start[g + 1]!; k++) sum[g]! += itemsOf.item[k]!;
		missing[g] = itemsOf.start[g + 1]! - itemsOf.start[g]!;
		if (missing[g] === 1) gain[sum[g]!]! += weight[g]!;
		steps += missing[g]!;
		if (steps < STEPS_A_YIELD) continue;
		yield steps;
		steps = 0;
	}

	function free(g: number, people: number): void {
		freed += people;
		for (let k = itemsOf.start[g]!; k < itemsOf.start[g + 1]!; k++) loss[itemsOf.item[k]!]! += people;
	}

	function drop(i: number): void {
		for (let k = groupsOf.start[i]!; k < groupsOf.start[i + 1]!; k++) {
			const g = groupsOf.item[k]!;
			const left = --missing[g]!;
			sum[g]! -= i;
			if (left === 0) {
				gain[i]! -= weight[g]!;
				free(g, weight[g]!);
			} else if (left === 1) gain[sum[g]!]! += weight[g]!;
		}
	}

	function restore(i: number): void {
		for (let k = groupsOf.start[i]!; k < groupsOf.start[i + 1]!; k++) {
			const g = groupsOf.item[k]!;
			const left = missing[g]!++;
			if (left === 0) {
				gain[i]! += weight[g]!;
				free(g, -weight[g]!);
			} else if (left === 1) gain[sum[g]!]! -= weight[g]!;
			sum[g]! += i;
		}
	}

	const flip = (i: number): void => {
		isDropped[i]! ^= 1;
		cost += isDropped[i] ? costs[i]! : -costs[i]!;
		if (isDropped[i]) drop(i);
		else restore(i);
	};
	for (let i = 0; i < costs.length; i++) {
		if (!dropped?.[i]) continue;
		flip(i);
		yield stepsToFlip(problem, i);
	}
	return {
		problem,
		dropped: isDropped,
		get freed() {
			return freed;
		},
		get cost() {
			return cost;
		},
		gain,
		loss,
		flip
	};
}
