import { type Id } from '$lib/domain/id';
import { type CollectionName, type Collections } from '$lib/domain/scenario';
import { type ViewingBlock } from '$lib/domain/viewing';
import { type ChunkRef, type LayoutRow, type ListName } from './db';

/** A run of one list as it lies on disk: JSON in UTF-8, or viewings as columns. */
export type ChunkData = Uint8Array | ViewingBlock;

type Item = Collections[CollectionName][number];

/** How many items a chunk holds: a queue carries its members, so few of them fill one. */
export const CHUNK_SIZE: Readonly<Record<CollectionName, number>> = {
	roles: 64,
	people: 256,
	queues: 8,
	dashboards: 32,
	orders: 128
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Items of whatever version, as a chunk. */
export const encodeAny = (items: readonly object[]): Uint8Array => encoder.encode(JSON.stringify(items));
export const decodeAny = (data: Uint8Array): readonly Readonly<Record<string, unknown>>[] =>
	JSON.parse(decoder.decode(data)) as readonly Readonly<Record<string, unknown>>[];

export const encodeItems = (items: readonly Item[]): Uint8Array => encodeAny(items);
export const decodeItems = (data: ChunkData): readonly Item[] =>
	decodeAny(data as Uint8Array) as unknown as readonly Item[];

/** A chunk in memory: its number on disk and its items, the same objects as in the scenario. */
export interface Chunk {
	readonly n: number;
	readonly revision: number;
	readonly items: readonly Item[];
}

export interface BlockChunk {
	readonly n: number;
	readonly revision: number;
	readonly block: ViewingBlock;
}

/** Where every item of a scenario lies: beside the scenario, so that a save finds what changed. */
export interface Partition {
	readonly next: number;
	readonly collections: Readonly<Record<CollectionName, readonly Chunk[]>>;
	readonly viewings: readonly BlockChunk[];
}

export const EMPTY_PARTITION: Partition = {
	next: 0,
	collections: { roles: [], people: [], queues: [], dashboards: [], orders: [] },
	viewings: []
};

/** Cuts a list into pieces of at most `size`. */
export function pieces<T>(list: readonly T[], size: number): readonly T[][] {
	const cut: T[][] = [];
	for (let start = 0; start < list.length; start += size) cut.push(list.slice(start, start + size));
	return cut;
}

export function layoutOf(scenarioId: string, partition: Partition): LayoutRow {
	const refs = (chunks: readonly ChunkRef[]) => chunks.map(({ n, revision }) => ({ n, revision }));
	const { roles, people, queues, dashboards, orders } = partition.collections;
	const lists: Record<ListName, readonly ChunkRef[]> = {
		roles: refs(roles),
		people: refs(people),
		queues: refs(queues),
		dashboards: refs(dashboards),
		orders: refs(orders),
		viewings: refs(partition.viewings)
	};
	return { scenarioId, next: partition.next, lists };
}

/** Two lists hold the same chunks, whatever is in them. */
export const sameNumbers = (a: readonly ChunkRef[], b: readonly ChunkRef[]): boolean =>
	a.length === b.length && a.every((ref, i) => ref.n === b[i]!.n);

/**
 * Deals the items of a changed list out to the chunks they were in, new ones to the chunk of the item
 * before them. Chunks whose items are the same objects are kept as they are; empty ones go, and ones
 * that grew past twice their size are cut. A list whose kept items changed their order is cut anew.
 */
export function redeal(
	chunks: readonly Chunk[],
	list: readonly Item[],
	size: number,
	revision: number,
	take: () => number
): readonly Chunk[] {
	const dealt = deal(chunks, list);
	if (!dealt) return pieces(list, size).map((items) => ({ n: take(), revision, items }));
	return dealt.flatMap(({ chunk, items }): Chunk[] => {
		if (items.length === 0) return [];
		if (chunk && sameItems(chunk.items, items)) return [chunk];
		const cut = items.length > 2 * size ? pieces(items, size) : [items];
		return cut.map((piece, i) => ({ n: chunk && i === 0 ? chunk.n : take(), revision, items: piece }));
	});
}

const sameItems = (a: readonly Item[], b: readonly Item[]): boolean =>
	a.length === b.length && a.every((item, i) => item === b[i]);

/** The items by chunk, or undefined where the kept items changed their order. */
function deal(
	chunks: readonly Chunk[],
	list: readonly Item[]
): readonly { readonly chunk: Chunk | undefined; readonly items: Item[] }[] | undefined {
	if (chunks.length === 0) return list.length === 0 ? [] : undefined;
	const dealt = chunks.map((chunk) => ({ chunk, items: [] as Item[] }));
	let kept: ReadonlySet<Id> | undefined; // made at the first difference
	let at = 0;
	let home = 0;
	for (const [c, chunk] of chunks.entries())
		for (const was of chunk.items) {
			if (at < list.length && list[at]!.id === was.id) {
				dealt[(home = c)]!.items.push(list[at++]!);
				continue;
			}
			kept ??= new Set(list.map((item) => item.id));
			if (!kept.has(was.id)) continue; // removed
			// What stands before it was inserted; if it never comes, the order changed.
			while (at < list.length && list[at]!.id !== was.id) dealt[home]!.items.push(list[at++]!);
			if (at === list.length) return undefined;
			dealt[(home = c)]!.items.push(list[at++]!);
		}
	while (at < list.length) dealt.at(-1)!.items.push(list[at++]!);
	return dealt;
}
