import { best } from './greedy';
import { type Selection, stepsToFlip } from './selection';
import type { Work } from '../work';

/**
 * Looks, from a selection, for one that frees `target` and costs less than `shortest()`: restores what brings
 * fewest people back, drops what frees most, and leaves a moved item alone for a while (tabu search, Glover
 * 1989). `onBetter` is called at each one. Ends after `patience` moves without. A move is O(items) and flips.
 */
export function* searchNear(
	selection: Selection,
	target: number,
	patience: number,
	shortest: () => number,
	onBetter: () => void
): Work<void> {
	const { problem } = selection;
	const { cost } = problem;
	const restingUntil = new Float64Array(cost.length);
	let lastBetter = 0;
	for (let move = 1; move - lastBetter <= patience; move++) {
		let steps = 2 * cost.length;
		const limit = shortest() - 1;
		const rest = restAt(move, cost.length);
		const isAwake = (i: number) => restingUntil[i]! <= move;
		const least = (i: number) => -selection.loss[i]! / cost[i]!;
		const most = (i: number) => selection.gain[i]! / cost[i]!;
		while (selection.cost >= limit - depthAt(move)) {
			const item = best(selection, 1, least, isAwake);
			if (item === -1) break;
			selection.flip(item);
			restingUntil[item] = move + rest;
			steps += cost.length + stepsToFlip(problem, item);
		}
		for (;;) {
			const room = limit - selection.cost;
			const item = best(selection, 0, most, (i) => cost[i]! <= room && isAwake(i));
			if (item === -1) break;
			selection.flip(item);
			restingUntil[item] = move + (rest >> 1);
			steps += cost.length + stepsToFlip(problem, item);
		}
		if (selection.freed >= target) {
			onBetter();
			lastBetter = move;
		}
		yield steps;
	}
}

/**
 * How long a moved item rests, and how many more drops than one are taken back: both vary from move to move,
 * so that the search does not go in circles. Short rests and single moves alone found more on accounts with
 * like queues, long ones and deep moves more where drops weigh differently: stretches of each take turns.
 */
const restAt = (move: number, items: number): number =>
	3 + ((move * 7919) % Math.max(4, Math.min((move >> 10) % 2 === 0 ? 40 : 12, items >> 2)));
const depthAt = (move: number): number => {
	if ((move >> 9) % 2 === 0) return 0;
	return move % 97 === 0 ? 12 : (move * 31) % 4;
};
