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

/** A block that is not longer than this is made anew with what is added; a longer one is left as it is. */
const SHORT_BLOCK = 1024;

/** The viewings with some more at the end: in a short block of their own, joined to the last if that is short too. */
export function appendViewings(
	blocks: readonly ViewingBlock[],
	added: readonly Viewing[]
): readonly ViewingBlock[] {
	if (added.length === 0) return blocks;
	const last = blocks.at(-1);
	if (!last || last.at.length + added.length > SHORT_BLOCK) return [...blocks, ...packViewings(added)];
	return [...blocks.slice(0, -1), ...packViewings([...unpackViewings(last), ...added])];
}

/** The viewings without those of some people; blocks that had none of them stay the same objects. */
export function withoutViewers(
	blocks: readonly ViewingBlock[],
	gone: ReadonlySet<Id>
): readonly ViewingBlock[] {
	if (!blocks.some((block) => block.personIds.some((id) => gone.has(id)))) return blocks;
	return blocks.flatMap((block) => {
		const isGone = block.personIds.map((id) => gone.has(id));
		if (!isGone.includes(true)) return [block];
		const left = withoutRows(block, (i) => isGone[block.person[i]!]!);
		return left.at.length === 0 ? [] : [left];
	});
}

/** The block without some rows, and without ids that none of the others uses. */
function withoutRows(block: ViewingBlock, isGone: (row: number) => boolean): ViewingBlock {
	const all = new Uint32Array(block.at.length);
	let left = 0;
	for (let row = 0; row < all.length; row++) if (!isGone(row)) all[left++] = row;
	const rows = all.subarray(0, left);
	const at = new Float64Array(left);
	for (let i = 0; i < left; i++) at[i] = block.at[rows[i]!]!;
	const [personIds, person] = used(block.personIds, block.person, rows);
	const [dashboardIds, dashboard] = used(block.dashboardIds, block.dashboard, rows);
	return { personIds, dashboardIds, person, dashboard, at };
}

/** The ids that some rows use, in the order of their first use, and these rows' column pointing at them. */
function used<K>(ids: readonly K[], column: Uint32Array, rows: Uint32Array): [readonly K[], Uint32Array] {
	const placeOf = new Int32Array(ids.length).fill(-1);
	const kept: K[] = [];
	const places = rows.map((row) => {
		const was = column[row]!;
		if (placeOf[was] === -1) placeOf[was] = kept.push(ids[was]!) - 1;
		return placeOf[was]!;
	});
	return [kept, places];
}

/** Whether this person viewed this dashboard at most `seconds` before or after. */
export function hasViewing(blocks: readonly ViewingBlock[], viewing: Viewing, seconds: number): boolean {
	const at = toSeconds(viewing.at);
	return blocks.some((block) => {
		const person = block.personIds.indexOf(viewing.personId);
		const dashboard = block.dashboardIds.indexOf(viewing.dashboardId);
		if (person < 0 || dashboard < 0) return false;
		for (let i = 0; i < block.at.length; i++)
			if (
				block.person[i] === person &&
				block.dashboard[i] === dashboard &&
				Math.abs(block.at[i]! - at) <= seconds
			)
				return true;
		return false;
	});
}
