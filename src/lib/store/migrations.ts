import { type Transaction } from 'dexie';
import { COLLECTIONS, type CollectionName } from '$lib/domain/scenario';
import { type ViewingBlock } from '$lib/domain/viewing';
import { type ChunkData, decodeAny, encodeAny } from './chunks';
import { type JournalRow, type LayoutRow, type ListName, type ScenarioRow } from './db';

/** What an earlier version stored: its shape is the upgrader's to know. */
export type Stored = Readonly<Record<string, unknown>>;

/**
 * One step of the layout, to the version after the one before it. Pure functions of one stored thing each, applied
 * to everything there is of it, the other sides of the history too, in the upgrade's one transaction: all or nothing.
 */
export interface Migration {
	/** Tables whose keys or indexes change, as Dexie's schema; null: the table goes. */
	readonly tables?: Readonly<Record<string, string | null>>;
	readonly row?: (row: Stored) => Stored;
	readonly head?: (head: Stored) => Stored;
	readonly items?: Partial<Readonly<Record<CollectionName, (item: Stored) => Stored>>>;
	readonly viewings?: (block: ViewingBlock) => ViewingBlock;
	/** A command of the history; what it replaced is done by the others. */
	readonly command?: (entry: { readonly name: string; readonly input: unknown }) => {
		readonly name: string;
		readonly input: unknown;
	};
}

/**
 * Version 1 is the first one that was out. A new layout is one entry here, and a fixture of the version before it in
 * tests/migrations: `RECORD=1 npx vitest run tests/migrations.test.ts` writes it while that version is current.
 */
export const MIGRATIONS: readonly Migration[] = [
	// 2: lessons came; nothing that was there before is touched.
	{ tables: { packs: 'key', packDrafts: 'id', progress: 'key' } }
];

/** Brings everything that is stored to the migration's version. @throws what an upgrader throws: nothing is changed then */
export async function migrate(tx: Transaction, migration: Migration): Promise<void> {
	const { row, head, items, viewings, command } = migration;
	if (!(row || head || items || viewings || command)) return; // only tables: no row is read
	const listOf = await lists(tx);
	await each<ScenarioRow>(tx, 'scenarios', (one) => {
		const upgraded = (row?.(one as unknown as Stored) ?? one) as ScenarioRow;
		return head ? { ...upgraded, head: head(upgraded.head as unknown as Stored) as never } : upgraded;
	});
	await each<{ scenarioId: string; n: number; data: ChunkData }>(tx, 'chunks', (one) => ({
		...one,
		data: chunk(one.data, listOf(one.scenarioId, one.n), migration)
	}));
	await each<JournalRow>(tx, 'journal', ({ other, ...entry }) => ({
		...entry,
		...command?.(entry),
		other: other && {
			...other,
			head: (head?.(other.head as unknown as Stored) ?? other.head) as never,
			chunks: other.chunks.map(({ n, data }) => ({
				n,
				data: data && chunk(data, listOf(entry.scenarioId, n), migration)
			}))
		}
	}));
}

function chunk(data: ChunkData, list: ListName | undefined, { items, viewings }: Migration): ChunkData {
	if (list === undefined) return data; // belongs to no list on either side: nothing reads it
	if (list === 'viewings') return viewings?.(data as ViewingBlock) ?? data;
	const upgrade = items?.[list];
	return upgrade ? encodeAny(decodeAny(data as Uint8Array).map(upgrade)) : data;
}

/** Which list a chunk belongs to: the layout says it of what stands now, the history of what stood before. */
async function lists(tx: Transaction): Promise<(scenarioId: string, n: number) => ListName | undefined> {
	const known = new Map<string, ListName>();
	const learn = (id: string, list: ListName, n: number) => known.set(`${id} ${n}`, list);
	const names: readonly ListName[] = [...COLLECTIONS, 'viewings'];
	await tx.table<LayoutRow>('layouts').each(({ scenarioId, lists }) => {
		for (const name of names) for (const { n } of lists[name]) learn(scenarioId, name, n);
	});
	await tx.table<JournalRow>('journal').each(({ scenarioId, other }) => {
		for (const name of names) for (const n of other?.lists[name] ?? []) learn(scenarioId, name, n);
	});
	return (scenarioId, n) => known.get(`${scenarioId} ${n}`);
}

const each = <T>(tx: Transaction, table: string, upgrade: (row: T) => T): Promise<number> =>
	tx
		.table<T>(table)
		.toCollection()
		.modify((row, place: { value: T }) => {
			place.value = upgrade(row);
		});
