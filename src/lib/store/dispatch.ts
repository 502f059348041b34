import { apply, type Asked } from '../commands';
import { type Refusal } from '$lib/domain/refusal';
import { failed, ok, type Result } from '$lib/domain/result';
import { Dashboard } from '$lib/domain/dashboard';
import { Order } from '$lib/domain/order';
import { Person } from '$lib/domain/person';
import { Queue } from '$lib/domain/queue';
import { Role } from '$lib/domain/role';
import { Account } from '$lib/domain/account';
import { Assumptions } from '$lib/domain/assumption';
import { Instant } from '$lib/domain/instant';
import { COLLECTIONS, type CollectionName } from '$lib/domain/scenario';
import { z } from '$lib/domain/zod';
import { encodeItems, layoutOf, sameNumbers, type ChunkData, type Partition } from './chunks';
import { type JournalRow, type ListName, type OtherSide, type SandboxDatabase, type ScenarioRow } from './db';
import { countsOf, headOf, repartition, type Document } from './document';
import { StoreError } from './fault';

/** How many steps can be undone; older journal entries keep the command but not what it replaced. */
export const UNDO_STEPS = 500;

/** A command as it comes in: ids and instants are the asker's, so that replaying gives the same (S1). */
export interface CommandRequest extends Asked {
	/** The asker's id of this command; see wasDone. */
	readonly id: string;
	readonly actor: string | null;
	/** The computer's time, milliseconds. */
	readonly at: number;
}

/** Another tab has written since: nothing was done (S4). */
export interface Conflict {
	readonly code: 'CONFLICT';
	readonly revision: number;
}

/** Nothing to undo, or nothing to redo. */
export interface NothingLeft {
	readonly code: 'NOTHING_LEFT';
}

const HEAD = z.strictObject({ name: z.string(), asOf: Instant, account: Account, assumptions: Assumptions });
const ITEMS = { roles: Role, people: Person, queues: Queue, dashboards: Dashboard, orders: Order } as const;

/**
 * Does one command on the document: parse, apply, parse what changed, then scenario, chunks and journal
 * entry in one strict transaction (S2). Answers the new document only after that.
 * @throws what the database throws (see toStoreFault); the stored state is then the old one, whole
 */
export async function dispatch(
	db: SandboxDatabase,
	doc: Document,
	request: CommandRequest
): Promise<Result<Document, Refusal | Conflict>> {
	const applied = apply(doc.scenario, request);
	if (!applied.ok) return applied;
	if (applied.value === doc.scenario) return ok(doc);
	const scenario = applied.value;
	const revision = doc.revision + 1;
	const partition = repartition(doc, scenario, revision);
	const changes = diff(doc.partition, partition);
	parseChanged(doc, scenario, changes);
	const puts = changes.map(({ n, after }) => ({ n, data: after && encode(after) }));
	const input: unknown = JSON.parse(JSON.stringify(request.input ?? null)); // a proxy can't be stored

	return db.transaction('rw', db.scenarios, db.layouts, db.chunks, db.journal, async () => {
		const row = await rowOf(db, doc.id);
		if (row.revision !== doc.revision) return failed({ code: 'CONFLICT', revision: row.revision } as const);
		const old = await db.chunks.bulkGet(puts.map(({ n }) => [doc.id, n]));
		const other: OtherSide = {
			head: row.head,
			counts: row.counts,
			chunks: puts.map(({ n }, i) => ({ n, data: old[i]?.data ?? null })),
			lists: changedLists(doc.partition, partition)
		};
		await dropRedo(db, row);
		await write(db, doc.id, puts);
		await db.layouts.put(layoutOf(doc.id, partition));
		const seq = row.applied + 1;
		await db.journal.put({
			scenarioId: doc.id,
			seq,
			id: request.id,
			name: request.name,
			input,
			actor: request.actor,
			asOf: row.head.asOf,
			at: request.at,
			other
		});
		await db.journal.update([doc.id, seq - UNDO_STEPS], { other: null });
		await db.scenarios.put({
			...row,
			revision,
			head: headOf(scenario),
			counts: countsOf(scenario),
			applied: seq,
			undo: { name: request.name },
			redo: null,
			changedAt: request.at
		});
		return ok({ id: doc.id, revision, scenario, partition });
	});
}

/** Whether a command of this id was already done: a retry after a lost answer must not do it twice. */
export const wasDone = async (db: SandboxDatabase, scenarioId: string, id: string): Promise<boolean> =>
	(await db.journal.where('[scenarioId+id]').equals([scenarioId, id]).count()) > 0;

/**
 * Takes the last step back, or repeats the next one: the journal entry and the scenario swap their chunks.
 * Answers the revision that was written; the caller reads what changed. Nothing is left to do: NOTHING_LEFT.
 */
export async function step(
	db: SandboxDatabase,
	id: string,
	direction: 'undo' | 'redo',
	base: number,
	at: number
): Promise<Result<number, Conflict | NothingLeft>> {
	return db.transaction('rw', db.scenarios, db.layouts, db.chunks, db.journal, async () => {
		const row = await rowOf(db, id);
		if (row.revision !== base) return failed({ code: 'CONFLICT', revision: row.revision } as const);
		const seq = direction === 'undo' ? row.applied : row.applied + 1;
		const entry = await db.journal.get([id, seq]);
		if (!entry?.other) return failed({ code: 'NOTHING_LEFT' } as const);
		const revision = row.revision + 1;
		const other = await swap(db, row, entry.other, revision);
		await db.journal.put({ ...entry, other });
		const applied = direction === 'undo' ? seq - 1 : seq;
		const [undo, redo] = await db.journal.bulkGet([
			[id, applied],
			[id, applied + 1]
		]);
		await db.scenarios.put({
			...row,
			revision,
			head: entry.other.head,
			counts: entry.other.counts,
			applied,
			undo: stepOf(undo),
			redo: stepOf(redo),
			changedAt: at
		});
		return ok(revision);
	});
}

const stepOf = (entry: JournalRow | undefined) => (entry?.other ? { name: entry.name } : null);

async function rowOf(db: SandboxDatabase, id: string): Promise<ScenarioRow> {
	const row = await db.scenarios.get(id);
	if (!row) throw new StoreError('SCENARIO_GONE', id);
	return row;
}

/** Puts the other side's chunks in place and answers what stood there. */
async function swap(
	db: SandboxDatabase,
	row: ScenarioRow,
	side: OtherSide,
	revision: number
): Promise<OtherSide> {
	const layout = await db.layouts.get(row.id);
	if (!layout) throw new StoreError('SCENARIO_GONE', row.id);
	const here = await db.chunks.bulkGet(side.chunks.map(({ n }) => [row.id, n]));
	await write(db, row.id, side.chunks);
	const touched = new Set(side.chunks.map(({ n }) => n));
	const lists = { ...layout.lists };
	const listsHere: Partial<Record<ListName, readonly number[]>> = {};
	for (const name of Object.keys(lists) as ListName[]) {
		const known = new Map(lists[name].map((ref) => [ref.n, ref.revision]));
		const numbers = side.lists[name] ?? lists[name].map((ref) => ref.n);
		if (side.lists[name]) listsHere[name] = lists[name].map((ref) => ref.n);
		lists[name] = numbers.map((n) => ({
			n,
			revision: touched.has(n) ? revision : (known.get(n) ?? revision)
		}));
	}
	await db.layouts.put({ ...layout, lists });
	return {
		head: row.head,
		counts: row.counts,
		chunks: side.chunks.map(({ n }, i) => ({ n, data: here[i]?.data ?? null })),
		lists: listsHere
	};
}

async function write(
	db: SandboxDatabase,
	scenarioId: string,
	chunks: readonly { readonly n: number; readonly data: ChunkData | null }[]
): Promise<void> {
	await db.chunks.bulkPut(chunks.flatMap(({ n, data }) => (data ? [{ scenarioId, n, data }] : [])));
	await db.chunks.bulkDelete(
		chunks.flatMap(({ n, data }) => (data ? [] : [[scenarioId, n] as [string, number]]))
	);
}

/** A new command ends what could be redone. */
const dropRedo = (db: SandboxDatabase, row: ScenarioRow): Promise<number> =>
	db.journal
		.where('[scenarioId+seq]')
		.between([row.id, row.applied + 1], [row.id, Infinity])
		.delete();

interface ChunkChange {
	readonly list: ListName;
	readonly n: number;
	/** Null: the chunk goes. */
	readonly after: Partition['collections'][CollectionName][number] | Partition['viewings'][number] | null;
}

const chunksOf = (partition: Partition, name: ListName) =>
	name === 'viewings' ? partition.viewings : partition.collections[name];

const LISTS: readonly ListName[] = [...COLLECTIONS, 'viewings'];

/** The chunks that are other objects than before, and those that went. */
function diff(before: Partition, after: Partition): readonly ChunkChange[] {
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

function changedLists(before: Partition, after: Partition): OtherSide['lists'] {
	const changed: Partial<Record<ListName, readonly number[]>> = {};
	for (const list of LISTS) {
		const [was, is] = [chunksOf(before, list), chunksOf(after, list)];
		if (was !== is && !sameNumbers(was, is)) changed[list] = was.map((chunk) => chunk.n);
	}
	return changed;
}

const encode = (chunk: NonNullable<ChunkChange['after']>): ChunkData =>
	'block' in chunk ? chunk.block : encodeItems(chunk.items);

/** A command that made something the schema refuses is a bug: it throws before anything is written. */
function parseChanged(doc: Document, scenario: Document['scenario'], changes: readonly ChunkChange[]): void {
	HEAD.parse(headOf(scenario));
	for (const { list, after } of changes) {
		if (list === 'viewings' || !after || !('items' in after)) continue;
		const known = new Set<unknown>(
			doc.partition.collections[list].find((chunk) => chunk.n === after.n)?.items
		);
		for (const item of after.items) if (!known.has(item)) ITEMS[list].parse(item);
	}
}
