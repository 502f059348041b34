import { COLLECTIONS, type CollectionName, type Scenario, type ScenarioHead } from '$lib/domain/scenario';
import { CHUNK_SIZE, encodeItems, pieces, type ChunkData } from './chunks';
import { type ChunkRef, type Counts, type ListName, type SandboxDatabase, type ScenarioRow } from './db';
import { countsOf, headOf } from './document';
import { StoreError } from './fault';
import { type RestoredLessons, restoreLessons } from './lesson-shelf';

/** A scenario cut into chunks, ready to be written. */
export interface Packed {
	readonly head: ScenarioHead;
	readonly counts: Counts;
	readonly chunks: readonly { readonly list: ListName; readonly data: ChunkData }[];
}

export function pack(scenario: Scenario): Packed {
	const items = (name: CollectionName) =>
		pieces<Scenario[CollectionName][number]>(scenario[name], CHUNK_SIZE[name]).map((piece) => ({
			list: name,
			data: encodeItems(piece)
		}));
	return {
		head: headOf(scenario),
		counts: countsOf(scenario),
		chunks: [
			...COLLECTIONS.flatMap(items),
			...scenario.viewings.map((block) => ({ list: 'viewings' as const, data: block }))
		]
	};
}

/** Writes a new scenario, all of it or nothing, in one strict transaction; never replaces one (S3). */
export async function createScenario(
	db: SandboxDatabase,
	id: string,
	packed: Packed,
	at: number
): Promise<void> {
	const lists: Record<ListName, ChunkRef[]> = {
		roles: [],
		people: [],
		queues: [],
		dashboards: [],
		orders: [],
		viewings: []
	};
	packed.chunks.forEach(({ list }, n) => lists[list].push({ n, revision: 1 }));
	await db.transaction('rw', db.scenarios, db.layouts, db.chunks, async () => {
		await db.scenarios.add({
			id,
			revision: 1,
			head: packed.head,
			counts: packed.counts,
			applied: 0,
			undo: null,
			redo: null,
			createdAt: at,
			changedAt: at,
			exported: null,
			deletedAt: null
		});
		await db.layouts.add({ scenarioId: id, next: packed.chunks.length, lists });
		await db.chunks.bulkAdd(packed.chunks.map(({ data }, n) => ({ scenarioId: id, n, data })));
	});
}

/** A copy with its own id and name and no history. @throws StoreError SCENARIO_GONE */
export async function duplicateScenario(
	db: SandboxDatabase,
	id: string,
	copyId: string,
	name: string,
	at: number
): Promise<void> {
	await db.transaction('rw', db.scenarios, db.layouts, db.chunks, async () => {
		const row = await db.scenarios.get(id);
		const layout = await db.layouts.get(id);
		if (!row || !layout) throw new StoreError('SCENARIO_GONE', id);
		const head = { ...row.head, name };
		const fresh = { applied: 0, undo: null, redo: null, createdAt: at, changedAt: at, exported: null };
		await db.scenarios.add({ ...row, ...fresh, id: copyId, head, deletedAt: null });
		await db.layouts.add({ ...layout, scenarioId: copyId });
		const chunks = await chunksOf(db, id).toArray();
		await db.chunks.bulkAdd(chunks.map((chunk) => ({ ...chunk, scenarioId: copyId })));
	});
}

const chunksOf = (db: SandboxDatabase, id: string) =>
	db.chunks.where('[scenarioId+n]').between([id, 0], [id, Infinity]);

/** Puts a scenario into the bin; it stays whole until it is purged. */
export const binScenario = (db: SandboxDatabase, id: string, at: number): Promise<number> =>
	db.scenarios.update(id, { deletedAt: at });

/** Takes a scenario out of the bin. @throws StoreError SCENARIO_GONE when it was purged */
export async function restoreScenario(db: SandboxDatabase, id: string): Promise<void> {
	if (!(await db.scenarios.get(id))) throw new StoreError('SCENARIO_GONE', id);
	await db.scenarios.update(id, { deletedAt: null });
}

/** Deletes for good, history included. */
export async function purgeScenarios(db: SandboxDatabase, ids: readonly string[]): Promise<void> {
	await db.transaction('rw', db.scenarios, db.layouts, db.chunks, db.journal, async () => {
		for (const id of ids) {
			await db.scenarios.delete(id);
			await db.layouts.delete(id);
			await chunksOf(db, id).delete();
			await db.journal.where('[scenarioId+seq]').between([id, 0], [id, Infinity]).delete();
		}
	});
}

/** Writes many new scenarios in one strict transaction, all or none; those that were deleted go into the bin. */
export async function restoreBackup(
	db: SandboxDatabase,
	entries: Iterable<{ readonly id: string; readonly scenario: Scenario; readonly deleted: boolean }>,
	at: number,
	lessons?: RestoredLessons
): Promise<void> {
	const tables = [db.scenarios, db.layouts, db.chunks, db.packs, db.packDrafts, db.progress];
	await db.transaction('rw', tables, async () => {
		for (const { id, scenario, deleted } of entries) {
			await createScenario(db, id, pack(scenario), at);
			if (deleted) await binScenario(db, id, at);
		}
		if (lessons) await restoreLessons(db, lessons);
	});
}

/** Deletes every scenario for good, the bin and all history included, in one transaction. */
export const eraseAll = (db: SandboxDatabase): Promise<unknown> =>
	db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));

/** How long the bin keeps a scenario. */
export const BIN_DAYS = 30;

/** The binned scenarios that are old enough to go; a clock that ran backward purges nothing. */
export const overdue = (rows: readonly ScenarioRow[], now: number): readonly string[] =>
	rows
		.filter((row) => row.deletedAt !== null && now - row.deletedAt > BIN_DAYS * 86_400_000)
		.map((row) => row.id);

export const markExported = (db: SandboxDatabase, id: string, revision: number): Promise<number> =>
	db.scenarios.update(id, { exported: revision });
