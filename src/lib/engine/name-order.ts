import { once } from './once';
import { byCodeUnits, naturalKey } from './natural-order';

/** An order over ordinals: `sorted[rank]` is an ordinal, `rank[ordinal]` its place. */
export interface Order {
	readonly sorted: Uint32Array;
	readonly rank: Uint32Array;
}

// Making a collator loads the platform's tables: not before somebody asks for rows.
const collator = once(() => new Intl.Collator('en', { numeric: true }));

/** Extensions in natural order, then by code units, then by id (L11). */
export function extensionOrder(extensions: readonly string[], ids: readonly string[]): Order {
	const keys = extensions.map(naturalKey);
	return sortedBy(
		keys.length,
		(a, b) =>
			byCodeUnits(keys[a]!, keys[b]!) ||
			byCodeUnits(extensions[a]!, extensions[b]!) ||
			byCodeUnits(ids[a]!, ids[b]!)
	);
}

/** Names as people read them, then by code units, then in the order of `ties` (W4, W5). */
export function nameOrder(names: readonly string[], ties: Order): Order {
	// A cheap order that is almost the right one goes first: the collator then compares each name about
	// once instead of seventeen times.
	const lower = names.map((name) => name.toLowerCase());
	const almost = sortedBy(names.length, (a, b) => byCodeUnits(lower[a]!, lower[b]!)).sorted;
	const { compare } = collator();
	return ordered(
		Array.from(almost).sort((a, b) => {
			const one = names[a]!;
			const other = names[b]!;
			if (one !== other) return compare(one, other) || byCodeUnits(one, other);
			return ties.rank[a]! - ties.rank[b]!;
		})
	);
}

/** By id alone: what dashboards, which have no extension, break ties with. */
export const idOrder = (ids: readonly string[]): Order =>
	sortedBy(ids.length, (a, b) => byCodeUnits(ids[a]!, ids[b]!));

function sortedBy(count: number, compare: (a: number, b: number) => number): Order {
	return ordered(Array.from({ length: count }, (_, i) => i).sort(compare));
}

function ordered(list: readonly number[]): Order {
	const sorted = Uint32Array.from(list);
	const rank = new Uint32Array(sorted.length);
	for (let i = 0; i < sorted.length; i++) rank[sorted[i]!] = i;
	return { sorted, rank };
}
