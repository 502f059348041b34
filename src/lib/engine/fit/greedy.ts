import { type Selection, stepsToFlip } from './selection';
import { STEPS_A_YIELD, type Work } from '../work';

/** What a choice is made by: the greater first, then the lower ordinal. */
type Score = (item: number) => number;

/** The item of the greatest score among those that are (not) dropped and pass; -1 where none does. O(items). */
export function best(
	selection: Selection,
	isDropped: 0 | 1,
	score: Score,
	passes?: (item: number) => boolean
): number {
	const { dropped } = selection;
	let found = -1;
	let highest = -Infinity;
	for (let i = 0; i < dropped.length; i++) {
		if (dropped[i] !== isDropped || (passes && !passes(i))) continue;
		const own = score(i);
		if (own > highest) {
			highest = own;
			found = i;
		}
	}
	return found;
}

/** Drops, one by one, what frees most people a drop, until `target` are free. O(items x drops + pairs). */
export function* fillForward(selection: Selection, target: number): Work<void> {
	const { gain, problem } = selection;
	while (selection.freed < target) {
		const item = best(selection, 0, (i) => gain[i]! / problem.cost[i]!);
		if (item === -1) return;
		selection.flip(item);
		yield gain.length + stepsToFlip(problem, item);
	}
}

/**
 * The same with sight: where people wait for several items, each counts as worth 1 / 2^(others left), so
 * that a drop which frees nobody yet still leads somewhere. O(items x drops + pairs x items a group).
 */
export function* fillAhead(selection: Selection, target: number): Work<void> {
	const { problem, dropped } = selection;
	const { itemsOf, groupsOf, weight, cost } = problem;
	const worth = new Float64Array(weight.length);
	const score = new Float64Array(cost.length);
	const add = (g: number, by: number) => {
		worth[g]! += by;
		for (let k = itemsOf.start[g]!; k < itemsOf.start[g + 1]!; k++) score[itemsOf.item[k]!]! += by;
	};
	let steps = 0;
	for (let g = 0; g < weight.length; g++) {
		let left = 0;
		for (let k = itemsOf.start[g]!; k < itemsOf.start[g + 1]!; k++) left += dropped[itemsOf.item[k]!] ? 0 : 1;
		add(g, weight[g]! * 0.5 ** left);
		steps += 2 * (itemsOf.start[g + 1]! - itemsOf.start[g]!);
		if (steps < STEPS_A_YIELD) continue;
		yield steps;
		steps = 0;
	}
	while (selection.freed < target) {
		const item = best(selection, 0, (i) => score[i]! / cost[i]!);
		if (item === -1) return;
		selection.flip(item);
		for (let k = groupsOf.start[item]!; k < groupsOf.start[item + 1]!; k++)
			add(groupsOf.item[k]!, worth[groupsOf.item[k]!]!);
		yield cost.length + 2 * stepsToFlip(problem, item);
	}
}

/** Takes back, one by one, what brings fewest people back a drop, as long as `target` stay free. O(items^2 + pairs x items a group). */
export function* trim(selection: Selection, target: number): Work<void> {
	const { loss, problem } = selection;
	for (;;) {
		const spare = selection.freed - target;
		const item = best(
			selection,
			1,
			(i) => -loss[i]! / problem.cost[i]!,
			(i) => loss[i]! <= spare
		);
		if (item === -1) return;
		selection.flip(item);
		yield loss.length + stepsToFlip(problem, item);
	}
}
