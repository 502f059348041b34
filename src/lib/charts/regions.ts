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

/** What each two sets share, whoever else has it too; greatest first, without those that share nothing. */
export function pairsOf(sets: number, regions: readonly Region[]): readonly Pair[] {
	const shared = new Map<number, number>();
	for (const { of, count } of regions)
		of.forEach((a, index) => {
			for (const b of of.slice(index + 1)) {
				const key = Math.min(a, b) * sets + Math.max(a, b);
				shared.set(key, (shared.get(key) ?? 0) + count);
			}
		});
	return [...shared]
		.map(([key, count]) => ({ a: Math.floor(key / sets), b: key % sets, shared: count }))
		.filter((pair) => pair.shared > 0)
		.sort((x, y) => y.shared - x.shared || x.a - y.a || x.b - y.b);
}
