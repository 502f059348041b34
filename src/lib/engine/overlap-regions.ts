import { MOST_TOLD, type Region, type RegionOverlap } from '$lib/domain/overlap';
import type { Sets } from './overlap';

/** Everybody in exactly one region: the sets that they are in. */
export function overlapRegions({ names, start, member }: Sets): RegionOverlap {
	const setsOf = new Map<number, number[]>();
	const shared = names.map(() => names.map(() => 0));
	names.forEach((_, set) => {
		for (let i = start[set]!; i < start[set + 1]!; i++) {
			const own = setsOf.get(member[i]!);
			if (!own) setsOf.set(member[i]!, [set]);
			else {
				for (const other of own) shared[other]![set]!++;
				own.push(set);
			}
		}
	});
	const regions = regionsOf(setsOf.values());
	return {
		kind: 'regions',
		names,
		sizes: names.map((_, set) => start[set + 1]! - start[set]!),
		total: setsOf.size,
		several: regions.reduce((sum, { of, count }) => (of.length > 1 ? sum + count : sum), 0),
		greatest: greatestOf(names, shared),
		count: regions.length,
		regions: regions.slice(0, MOST_TOLD)
	};
}

function regionsOf(people: Iterable<readonly number[]>): readonly Region[] {
	const regions = new Map<string, { readonly of: readonly number[]; count: number }>();
	for (const of of people) {
		const key = of.join();
		const region = regions.get(key);
		if (region) region.count++;
		else regions.set(key, { of, count: 1 });
	}
	return [...regions.values()].sort(byCount);
}

/** Greatest first; equal ones by how many sets, then by which. */
const byCount = (a: Region, b: Region): number =>
	b.count - a.count || a.of.length - b.of.length || a.of[0]! - b.of[0]!;

function greatestOf(names: readonly string[], shared: readonly (readonly number[])[]) {
	let greatest: RegionOverlap['greatest'] = null;
	shared.forEach((row, a) =>
		row.forEach((count, b) => {
			if (count > (greatest?.shared ?? 0)) greatest = { a: names[a]!, b: names[b]!, shared: count };
		})
	);
	return greatest;
}
