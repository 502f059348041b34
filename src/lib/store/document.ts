import {
	COLLECTIONS,
	type CollectionName,
	type Collections,
	type Scenario,
	type ScenarioHead
} from '$lib/domain/scenario';
import { type ViewingBlock } from '$lib/domain/viewing';
import {
	CHUNK_SIZE,
	decodeItems,
	EMPTY_PARTITION,
	redeal,
	type BlockChunk,
	type Chunk,
	type Partition
} from './chunks';
import { type ChunkRow, type Counts, type LayoutRow, type SandboxDatabase, type ScenarioRow } from './db';
import { StoreError } from './fault';

/** A scenario as one thread holds it: the value, its revision, and where each item lies on disk. */
export interface Document {
	readonly id: string;
	readonly revision: number;
	readonly scenario: Scenario;
	readonly partition: Partition;
}

export const countsOf = (scenario: Collections): Counts => ({
	people: scenario.people.length,
	queues: scenario.queues.length,
	dashboards: scenario.dashboards.length
});

/** The scenario of a head and a partition. Lists that `before` already has in the same chunks are kept. */
export function assemble(head: ScenarioHead, partition: Partition, before?: Document): Scenario {
	const list = (name: CollectionName) =>
		before && before.partition.collections[name] === partition.collections[name]
			? before.scenario[name]
			: partition.collections[name].flatMap((chunk) => chunk.items);
	return {
		name: head.name,
		asOf: head.asOf,
		account: head.account,
		assumptions: head.assumptions,
		...(head.practice && { practice: head.practice }),
		roles: list('roles') as Scenario['roles'],
		people: list('people') as Scenario['people'],
		queues: list('queues') as Scenario['queues'],
		dashboards: list('dashboards') as Scenario['dashboards'],
		orders: list('orders') as Scenario['orders'],
		viewings:
			before && before.partition.viewings === partition.viewings
				? before.scenario.viewings
				: partition.viewings.map((chunk) => chunk.block)
	};
}

/** The partition after a change: only lists that are other objects than before are looked at. */
export function repartition(before: Document | undefined, scenario: Scenario, revision: number): Partition {
	const old = before?.partition ?? EMPTY_PARTITION;
	let next = old.next;
	const take = () => next++;
	const collections = { ...old.collections };
	for (const name of COLLECTIONS)
		if (scenario[name] !== before?.scenario[name])
			collections[name] = redeal(old.collections[name], scenario[name], CHUNK_SIZE[name], revision, take);
	let viewings = old.viewings;
	if (scenario.viewings !== before?.scenario.viewings) {
		const known = new Map(old.viewings.map((chunk) => [chunk.block, chunk]));
		viewings = scenario.viewings.map((block) => known.get(block) ?? { n: take(), revision, block });
	}
	return { next, collections, viewings };
}

/**
 * Reads a scenario, or what changed of it since `before` (only those chunks), in one transaction.
 * @throws StoreError SCENARIO_GONE
 */
export async function readDocument(db: SandboxDatabase, id: string, before?: Document): Promise<Document> {
	const [row, layout, rows] = await db.transaction('r', db.scenarios, db.layouts, db.chunks, async () => {
		const row = await db.scenarios.get(id);
		const layout = await db.layouts.get(id);
		if (!row || !layout) throw new StoreError('SCENARIO_GONE', id);
		if (before?.revision === row.revision) return [row, layout, []] as const;
		return [row, layout, await readChunks(db, layout, before?.revision)] as const;
	});
	if (before?.revision === row.revision) return before;
	const partition = readPartition(layout, rows, before);
	return { id, revision: row.revision, partition, scenario: assemble(row.head, partition, before) };
}

/** A line such as `{"personId":"p1","dashboardId":"d1","at":"2026-11-24T14:00:00Z"},`. */
const VIEWING_BYTES = 80;

/** Chunks read at a time where nobody may have to wait: some milliseconds. */
const FEW = 16;

/**
 * Reads a scenario in many short transactions, so that who writes meanwhile waits for none of a large one's seconds.
 * Undefined: it was changed meanwhile; 'too large': as a file it would have more bytes than `most`, so that it is not
 * even put together. @throws StoreError SCENARIO_GONE
 */
export async function readInPieces(
	db: SandboxDatabase,
	id: string,
	pause: () => Promise<void>,
	most = Infinity
): Promise<Document | 'too large' | undefined> {
	const [row, layout] = await db.transaction('r', db.scenarios, db.layouts, () =>
		Promise.all([db.scenarios.get(id), db.layouts.get(id)])
	);
	if (!row || !layout) throw new StoreError('SCENARIO_GONE', id);
	const refs = Object.values(layout.lists).flat();
	const rows: ChunkRow[] = [];
	let bytes = 0;
	for (let from = 0; from < refs.length; from += FEW) {
		const keys = refs.slice(from, from + FEW).map(({ n }): [string, number] => [id, n]);
		const [now, some] = await db.transaction('r', db.scenarios, db.chunks, () =>
			Promise.all([db.scenarios.get(id), db.chunks.bulkGet(keys)])
		);
		if (now?.revision !== row.revision) return undefined;
		for (const one of some) {
			if (!one) continue; // readPartition names it
			rows.push(one);
			bytes += fileBytes(one.data);
		}
		if (bytes > most) return 'too large';
		await pause();
	}
	const partition = readPartition(layout, rows);
	return { id, revision: row.revision, partition, scenario: assemble(row.head, partition) };
}

/** What a chunk comes to in a file, about: items as they are, and each viewing as a line. */
const fileBytes = (data: ChunkRow['data']): number =>
	data instanceof Uint8Array ? data.length : (data?.at?.length ?? 0) * VIEWING_BYTES;

async function readChunks(db: SandboxDatabase, layout: LayoutRow, after?: number): Promise<ChunkRow[]> {
	const id = layout.scenarioId;
	if (after === undefined)
		return db.chunks.where('[scenarioId+n]').between([id, 0], [id, Infinity]).toArray();
	const changed = Object.values(layout.lists).flatMap((refs) => refs.filter((ref) => ref.revision > after));
	const rows = await db.chunks.bulkGet(changed.map((ref) => [id, ref.n]));
	return rows.filter((row) => row !== undefined);
}

function readPartition(layout: LayoutRow, rows: readonly ChunkRow[], before?: Document): Partition {
	const fresh = new Map(rows.map((row) => [row.n, row.data]));
	const data = (n: number) => {
		const found = fresh.get(n);
		if (!found) throw new StoreError('SCENARIO_BROKEN', `chunk ${n} of ${layout.scenarioId} is missing`);
		return found;
	};
	const keep = <C extends { n: number; revision: number }>(
		old: readonly C[],
		name: keyof LayoutRow['lists'],
		make: (n: number, revision: number) => C
	): readonly C[] => {
		const known = new Map(old.map((chunk) => [chunk.n, chunk]));
		const refs = layout.lists[name];
		const list = refs.map(({ n, revision }) => {
			const same = known.get(n);
			return same?.revision === revision ? same : make(n, revision);
		});
		return list.length === old.length && list.every((chunk, i) => chunk === old[i]) ? old : list;
	};
	const old = before?.partition ?? EMPTY_PARTITION;
	const collections = { ...old.collections };
	for (const name of COLLECTIONS)
		collections[name] = keep<Chunk>(old.collections[name], name, (n, revision) => ({
			n,
			revision,
			items: decoded(data(n), n, layout.scenarioId)
		}));
	const viewings = keep<BlockChunk>(old.viewings, 'viewings', (n, revision) => ({
		n,
		revision,
		block: data(n) as ViewingBlock
	}));
	return { next: layout.next, collections, viewings };
}

/** A chunk that is no JSON any more, by whatever befell the disk, is a fault that names it. */
function decoded(data: ChunkRow['data'], n: number, scenarioId: string): Chunk['items'] {
	const damaged = (why: unknown) =>
		new StoreError('SCENARIO_BROKEN', `chunk ${n} of ${scenarioId} is damaged: ${String(why)}`);
	let items: unknown;
	try {
		items = decodeItems(data);
	} catch (error) {
		throw damaged(error);
	}
	if (!Array.isArray(items) || !items.every(isItem)) throw damaged('no items');
	return items;
}

const isItem = (item: unknown): item is Chunk['items'][number] =>
	typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string';

export const headOf = (head: ScenarioRow['head']): ScenarioHead => ({
	name: head.name,
	asOf: head.asOf,
	account: head.account,
	assumptions: head.assumptions,
	...(head.practice && { practice: head.practice })
});
