import { Dexie, type EntityTable, type Table } from 'dexie';
import { type Instant } from '$lib/domain/instant';
import { type PackDraft, type ShelvedPack, type ShelvedProgress } from '$lib/domain/lesson-shelf';
import { type CollectionName, type ScenarioHead } from '$lib/domain/scenario';
import { type ChunkData } from './chunks';
import { StoreError } from './fault';
import { migrate, type Migration, MIGRATIONS } from './migrations';

export const DATABASE = 'live-reports-sandbox';
/** The version of the tables below: each migration raises it. */
export const versionOf = (migrations: readonly Migration[]): number => 1 + migrations.length;
export const SCHEMA_VERSION = versionOf(MIGRATIONS);

/** What Home lists and every page reads: one small row a scenario. Times are the computer's, in milliseconds. */
export interface ScenarioRow {
	readonly id: string;
	/** One more with every command, undo and redo. */
	readonly revision: number;
	readonly head: ScenarioHead;
	readonly counts: Counts;
	/** Journal entries that are applied; the next one is `applied + 1`. */
	readonly applied: number;
	readonly undo: Step | null;
	readonly redo: Step | null;
	readonly createdAt: number;
	readonly changedAt: number;
	/** The revision that was last exported to a file, or null. */
	readonly exported: number | null;
	/** When it was put into the bin, or null. */
	readonly deletedAt: number | null;
}

/** What undo or redo would take back or repeat. */
export interface Step {
	readonly name: string;
}

export interface Counts {
	readonly people: number;
	readonly queues: number;
	readonly dashboards: number;
}

export type ListName = CollectionName | 'viewings';

/** Which chunks make up each list, in order, and the revision that last wrote each. */
export interface LayoutRow {
	readonly scenarioId: string;
	/** The number that the next new chunk gets. */
	readonly next: number;
	readonly lists: Readonly<Record<ListName, readonly ChunkRef[]>>;
}

export interface ChunkRef {
	readonly n: number;
	readonly revision: number;
}

export interface ChunkRow {
	readonly scenarioId: string;
	readonly n: number;
	readonly data: ChunkData;
}

/** One thing done: the command as asked, and what it replaced, so that undo and redo are swaps. */
export interface JournalRow {
	readonly scenarioId: string;
	/** 1, 2, 3 … without gaps. */
	readonly seq: number;
	/** The asker's id of this command: a retry finds it and does nothing twice (wasDone). */
	readonly id: string;
	readonly name: string;
	readonly input: unknown;
	/** Who acted: a person's id, or null for the Trainer. */
	readonly actor: string | null;
	readonly asOf: Instant;
	/** The computer's time, milliseconds: kept as data, never used for order. */
	readonly at: number;
	/** The other side of the swap; null once it is too old to be undone. */
	readonly other: OtherSide | null;
}

/** A scenario's parts on the other side of a step. `data` null: the chunk does not exist there. */
export interface OtherSide {
	readonly head: ScenarioHead;
	readonly counts: Counts;
	readonly chunks: readonly { readonly n: number; readonly data: ChunkData | null }[];
	/** Only the lists whose chunks were added or removed. */
	readonly lists: Partial<Record<ListName, readonly number[]>>;
}

/** A pack that was kept from a file or a link. */
export type PackRow = ShelvedPack & { readonly addedAt: number };

export class SandboxDatabase extends Dexie {
	readonly scenarios!: EntityTable<ScenarioRow, 'id'>;
	readonly layouts!: EntityTable<LayoutRow, 'scenarioId'>;
	readonly chunks!: Table<ChunkRow, [string, number]>;
	readonly journal!: Table<JournalRow, [string, number]>;
	readonly packs!: EntityTable<PackRow, 'key'>;
	readonly packDrafts!: EntityTable<PackDraft, 'id'>;
	readonly progress!: Table<ShelvedProgress, string>;

	/** The version that this code knows. */
	readonly schemaVersion: number;
	/** Nobody waits for it to open: an upgrade whose turn comes later must not begin. */
	isGivenUp = false;

	/** Not opened yet: see open.ts. `autoOpen` is off so that a lost database is never silently made anew. */
	constructor(name: string = DATABASE, migrations: readonly Migration[] = MIGRATIONS) {
		super(name, { autoOpen: false, cache: 'disabled', chromeTransactionDurability: 'strict' });
		this.schemaVersion = versionOf(migrations);
		this.version(1).stores({
			scenarios: 'id',
			layouts: 'scenarioId',
			chunks: '[scenarioId+n]',
			journal: '[scenarioId+seq], [scenarioId+id]'
		});
		migrations.forEach((migration, i) =>
			this.version(2 + i)
				.stores(migration.tables ?? {})
				.upgrade((tx) => {
					if (this.isGivenUp) throw new StoreError('STORAGE_BLOCKED', 'nobody waits for it any more');
					return migrate(tx, migration);
				})
		);
	}
}
