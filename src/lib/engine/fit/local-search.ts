import { best } from './greedy';
import type { Selection } from './selection';

/** Moves between two yields: some milliseconds on an account of 500 queues. */
const MOVES_A_SLICE = 64;

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
): Generator<void, void> {
	const { cost } = selection.problem;
	const restingUntil = new Float64Array(cost.length);
	let lastBetter = 0;
	for (let move = 1; move - lastBetter <= patience; move++) {
		const limit = shortest() - 1;
		const tenure = tenureAt(move, cost.length);
		const isAwake = (i: number) => restingUntil[i]! <= move;
		const least = (i: number) => -selection.loss[i]! / cost[i]!;
		const most = (i: number) => selection.gain[i]! / cost[i]!;
		while (selection.cost >= limit) {
			const item = best(selection, 1, least, isAwake);
			if (item === -1) break;
			selection.flip(item);
			restingUntil[item] = move + tenure;
		}
		for (;;) {
			const room = limit - selection.cost;
			const item = best(selection, 0, most, (i) => cost[i]! <= room && isAwake(i));
			if (item === -1) break;
			selection.flip(item);
			restingUntil[item] = move + (tenure >> 1);
		}
		if (selection.freed >= target) {
			onBetter();
			lastBetter = move;
		}
		if (move % MOVES_A_SLICE === 0) yield;
	}
}

/** How long a moved item rests: it varies from move to move, so that the search does not go in circles. */
const tenureAt = (move: number, items: number): number =>
	3 + ((move * 7919) % Math.max(4, Math.min(40, items >> 2)));
