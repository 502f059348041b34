import { Id } from './id';
import { Instant, toInstant, toSeconds } from './instant';
import { z } from './zod';

/** One person's look at a dashboard; `dashboardId` null: opened Live Reports only (A-OPEN). */
export const Viewing = z.strictObject({
	personId: Id,
	dashboardId: Id.nullable(),
	at: Instant
});
export type Viewing = z.infer<typeof Viewing>;

/**
 * A run of viewings as columns, the only list that grows without end. `person[i]` and `dashboard[i]`
 * point into the block's own `personIds` and `dashboardIds`; `at` is in seconds. Never changed once made.
 */
export interface ViewingBlock {
	readonly personIds: readonly Id[];
	readonly dashboardIds: readonly (Id | null)[];
	readonly person: Uint32Array;
	readonly dashboard: Uint32Array;
	readonly at: Float64Array;
}

/**
 * How many viewings a block holds at most. A block names each of its people once, so long blocks make a
 * large account's ids few: 2,000,000 viewings by 100,000 people hold 2 lists of ids, not 250. What is
 * added later belongs in a short block of its own: a long one is costly to write again.
 */
export const VIEWINGS_PER_BLOCK = 1_048_576;

/** Packs viewings, in their order, into blocks of at most VIEWINGS_PER_BLOCK. */
export function packViewings(viewings: readonly Viewing[]): readonly ViewingBlock[] {
	const blocks: ViewingBlock[] = [];
	for (let start = 0; start < viewings.length; start += VIEWINGS_PER_BLOCK) {
		const slice = viewings.slice(start, start + VIEWINGS_PER_BLOCK);
		const personOf = new Map<Id, number>();
		const dashboardOf = new Map<Id | null, number>();
		const person = new Uint32Array(slice.length);
		const dashboard = new Uint32Array(slice.length);
		const at = new Float64Array(slice.length);
		slice.forEach((viewing, i) => {
			person[i] = ordinal(personOf, viewing.personId);
			dashboard[i] = ordinal(dashboardOf, viewing.dashboardId);
			at[i] = toSeconds(viewing.at);
		});
		blocks.push({
			personIds: [...personOf.keys()],
			dashboardIds: [...dashboardOf.keys()],
			person,
			dashboard,
			at
		});
	}
	return blocks;
}

function ordinal<K>(known: Map<K, number>, key: K): number {
	const found = known.get(key);
	if (found !== undefined) return found;
	known.set(key, known.size);
	return known.size - 1;
}

/** The viewings of one block, in order: the inverse of packViewings. */
export function* unpackViewings(block: ViewingBlock): Generator<Viewing> {
	for (let i = 0; i < block.at.length; i++)
		yield {
			personId: block.personIds[block.person[i]!]!,
			dashboardId: block.dashboardIds[block.dashboard[i]!]!,
			at: toInstant(block.at[i]!)
		};
}
