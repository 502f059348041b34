import { Account } from '$lib/domain/account';
import { Assumptions } from '$lib/domain/assumption';
import { Dashboard } from '$lib/domain/dashboard';
import { Instant } from '$lib/domain/instant';
import { Order } from '$lib/domain/order';
import { Person } from '$lib/domain/person';
import { Practice } from '$lib/domain/practice';
import { Queue } from '$lib/domain/queue';
import { Role } from '$lib/domain/role';
import { COLLECTIONS, type CollectionName } from '$lib/domain/scenario';
import { z } from '$lib/domain/zod';
import { type ChunkData, encodeItems, type Partition, sameNumbers } from './chunks';
import { type ListName, type OtherSide } from './db';
import { type Document, headOf } from './document';

const HEAD = z.strictObject({
	name: z.string(),
	asOf: Instant,
	account: Account,
	assumptions: Assumptions,
	practice: Practice.optional()
});
const ITEMS = { roles: Role, people: Person, queues: Queue, dashboards: Dashboard, orders: Order } as const;

/** A chunk that a command made, or made go. */
export interface ChunkChange {
	readonly list: ListName;
	readonly n: number;
	/** Null: the chunk goes. */
	readonly after: Partition['collections'][CollectionName][number] | Partition['viewings'][number] | null;
}

const chunksOf = (partition: Partition, name: ListName) =>
	name === 'viewings' ? partition.viewings : partition.collections[name];

const LISTS: readonly ListName[] = [...COLLECTIONS, 'viewings'];

/** The chunks that are other objects than before, and those that went. */
export function changesBetween(before: Partition, after: Partition): readonly ChunkChange[] {
	return LISTS.flatMap((list): ChunkChange[] => {
		const [was, is] = [chunksOf(before, list), chunksOf(after, list)];
		if (was === is) return [];
		const old = new Set<unknown>(was);
		const left = new Set(is.map((chunk) => chunk.n));
		return [
			...is.filter((chunk) => !old.has(chunk)).map((chunk) => ({ list, n: chunk.n, after: chunk })),
			...was.filter((chunk) => !left.has(chunk.n)).map((chunk) => ({ list, n: chunk.n, after: null }))
		];
	});
}

/** By list whose chunks are others than before: which they were. */
export function changedLists(before: Partition, after: Partition): OtherSide['lists'] {
	const changed: Partial<Record<ListName, readonly number[]>> = {};
	for (const list of LISTS) {
		const [was, is] = [chunksOf(before, list), chunksOf(after, list)];
		if (was !== is && !sameNumbers(was, is)) changed[list] = was.map((chunk) => chunk.n);
	}
	return changed;
}

export const encode = (chunk: NonNullable<ChunkChange['after']>): ChunkData =>
	'block' in chunk ? chunk.block : encodeItems(chunk.items);

/** A command that made something the schema refuses is a bug: it throws before anything is written. */
export function parseChanged(
	doc: Document,
	scenario: Document['scenario'],
	changes: readonly ChunkChange[]
): void {
	HEAD.parse(headOf(scenario));
	for (const { list, after } of changes) {
		if (list === 'viewings' || !after || !('items' in after)) continue;
		const known = new Set<unknown>(
			doc.partition.collections[list].find((chunk) => chunk.n === after.n)?.items
		);
		for (const item of after.items) if (!known.has(item)) ITEMS[list].parse(item);
	}
}
