import { type Region } from '$lib/domain/overlap';

/** Greatest first; equal ones by how many sets, then by which. */
export const byCount = (a: Region, b: Region): number =>
	b.count - a.count || a.of.length - b.of.length || (a.of[0] ?? 0) - (b.of[0] ?? 0);

/** How many members each set has. */
export function sizesOf(sets: number, regions: readonly Region[]): readonly number[] {
	const sizes = new Array<number>(sets).fill(0);
	for (const { of, count } of regions) for (const set of of) sizes[set] = (sizes[set] ?? 0) + count;
	return sizes;
}

export interface Pair {
	readonly a: number;
	readonly b: number;
	readonly shared: number;
}

/**
 * What each two sets share, whoever else has it too; greatest first, without those that share nothing. Set by set,
 * in flat arrays: in a large account, people in dozens of sets at once come to tens of millions of steps.
 */
export function pairsOf(sets: number, regions: readonly Region[]): readonly Pair[] {
	const { flat, ends, counts, places, starts } = placed(sets, regions);
	const found: number[] = [];
	const shared = new Float64Array(sets);
	for (let a = 0; a < sets; a++) {
		const others: number[] = [];
		for (let i = starts[a]!; i < starts[a + 1]!; i++) {
			const place = places[i]!;
			const [end, count] = [ends[place]!, counts[place]!];
			for (let next = place + 1; next < end; next++) {
				const b = flat[next]!;
				const before = shared[b]!;
				if (before === 0) others.push(b);
				shared[b] = before + count;
			}
		}
		for (const b of others) {
			found.push(a, b, shared[b]!);
			shared[b] = 0;
		}
	}
	return sortedPairs(sets, found);
}

/**
 * The sets of all regions in a row, ascending in each: `ends` and `counts` are of the region that a place belongs
 * to; the places of set `s` are `places[starts[s]]` to `places[starts[s + 1] - 1]`.
 */
function placed(sets: number, regions: readonly Region[]) {
	const size = regions.reduce((sum, { of }) => sum + of.length, 0);
	const [flat, ends, places] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
	const counts = new Float64Array(size);
	const starts = new Int32Array(sets + 1);
	let begin = 0;
	for (const { of, count } of regions) {
		const end = begin + of.length;
		flat.set(of, begin);
		flat.subarray(begin, end).sort();
		ends.fill(end, begin, end);
		counts.fill(count, begin, end);
		for (const set of of) starts[set + 1]!++;
		begin = end;
	}
	for (let set = 0; set < sets; set++) starts[set + 1]! += starts[set]!;
	const free = starts.slice();
	flat.forEach((set, place) => (places[free[set]!++] = place));
	return { flat, ends, counts, places, starts };
}

/** Pairs as triples of a, b and what they share, in order: each is one number, since numbers sort ten times faster. */
function sortedPairs(sets: number, triples: readonly number[]): readonly Pair[] {
	const keys = new Float64Array(triples.length / 3);
	let most = 0;
	for (let at = 2; at < triples.length; at += 3) most = Math.max(most, triples[at]!);
	keys.forEach((_, pair) => {
		const [a, b, shared] = [triples[pair * 3]!, triples[pair * 3 + 1]!, triples[pair * 3 + 2]!];
		keys[pair] = ((most - shared) * sets + a) * sets + b;
	});
	return Array.from(keys.sort(), (key) => {
		const rest = Math.floor(key / sets);
		return { a: rest % sets, b: key % sets, shared: most - Math.floor(rest / sets) };
	});
}
