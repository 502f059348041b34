/**
 * Moves places apart until neighbors are `gap` from each other, as little as possible each, within
 * `low` to `high`. Answers in the order that was given. Where there is no room for all, they stand evenly.
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): readonly number[] {
	const count = wanted.length;
	if (count === 0) return [];
	const space = count === 1 ? 0 : Math.min(gap, (high - low) / (count - 1));
	const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
	// Shifted by its rank, each place need only not be below the one before: the least change is the mean of
	// every run that breaks this (isotonic regression).
	const runs: { sum: number; size: number }[] = [];
	order.forEach((index, rank) => {
		runs.push({ sum: wanted[index]! - rank * space, size: 1 });
		for (
			let last = runs.at(-1)!, before = runs.at(-2);
			before && mean(before) > mean(last);
			before = runs.at(-2)
		) {
			runs.pop();
			before.sum += last.sum;
			before.size += last.size;
			last = before;
		}
	});
	const places = new Array<number>(count);
	const top = high - space * (count - 1);
	let rank = 0;
	for (const run of runs)
		for (let at = 0; at < run.size; at++, rank++)
			places[order[rank]!] = Math.max(low, Math.min(mean(run), top)) + rank * space;
	return places;
}

const mean = ({ sum, size }: { readonly sum: number; readonly size: number }): number => sum / size;
