import { UNDO_STEPS } from '$lib/domain/frame-rows';
import { type Refusal } from '$lib/domain/refusal';
import { failed, ok, type Result } from '$lib/domain/result';
import { apply } from '../commands';
import { type Asked } from '../commands/command';
import { changedLists, changesBetween, encode, parseChanged } from './changes';
import { type ChunkData, layoutOf } from './chunks';
import { type OtherSide, type SandboxDatabase, type ScenarioRow } from './db';
import { countsOf, type Document, headOf, repartition } from './document';
import { StoreError } from './fault';

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

/**
 * Does one command on the document: parse, apply, parse what changed, then scenario, chunks and journal
 * entry in one strict transaction (S2). Answers the new document only after that. `whileWriting` hears of it
 * while the database writes: what it computes then costs no time, and counts only if the answer is ok.
 * @throws what the database throws (see toStoreFault); the stored state is then the old one, whole
 */
export async function dispatch(
	db: SandboxDatabase,
	doc: Document,
	request: CommandRequest,
	whileWriting?: (next: Document) => void
): Promise<Result<Document, Refusal | Conflict>> {
	const applied = apply(doc.scenario, request);
	if (!applied.ok) return applied;
	if (applied.value === doc.scenario) return ok(doc);
	const scenario = applied.value;
	const revision = doc.revision + 1;
	const partition = repartition(doc, scenario, revision);
	const changes = changesBetween(doc.partition, partition);
	parseChanged(doc, scenario, changes);
	const puts = changes.map(({ n, after }) => ({ n, data: after && encode(after) }));
	const next: Document = { id: doc.id, revision, scenario, partition };
	const input: unknown = JSON.parse(JSON.stringify(request.input ?? null)); // a proxy can't be stored

	return db.transaction('rw', db.scenarios, db.layouts, db.chunks, db.journal, async () => {
		const [row, old] = await Promise.all([
			rowOf(db, doc.id),
			db.chunks.bulkGet(puts.map(({ n }) => [doc.id, n]))
		]);
		if (row.revision !== doc.revision) return failed({ code: 'CONFLICT', revision: row.revision } as const);
		const other: OtherSide = {
			head: row.head,
			counts: row.counts,
			chunks: puts.map(({ n }, i) => ({ n, data: old[i]?.data ?? null })),
			lists: changedLists(doc.partition, partition)
		};
		const seq = row.applied + 1;
		if (row.redo !== null) await dropRedo(db, row);
		// The transaction does these in this order; waiting for each would cost a round trip each.
		const writing = Promise.all([
			write(db, doc.id, puts),
			db.layouts.put(layoutOf(doc.id, partition)),
			db.journal.put({
				scenarioId: doc.id,
				seq,
				id: request.id,
				name: request.name,
				input,
				actor: request.actor,
				asOf: row.head.asOf,
				at: request.at,
				other
			}),
			seq > UNDO_STEPS && db.journal.update([doc.id, seq - UNDO_STEPS], { other: null }),
			db.scenarios.put({
				...row,
				revision,
				head: headOf(scenario),
				counts: countsOf(scenario),
				applied: seq,
				undo: { name: request.name },
				redo: null,
				changedAt: request.at
			})
		]);
		whileWriting?.(next);
		await writing;
		return ok(next);
	});
}

/** Whether a command of this id was already done: a retry after a lost answer must not do it twice. */
export const wasDone = async (db: SandboxDatabase, scenarioId: string, id: string): Promise<boolean> =>
	(await db.journal.where('[scenarioId+id]').equals([scenarioId, id]).count()) > 0;

export async function rowOf(db: SandboxDatabase, id: string): Promise<ScenarioRow> {
	const row = await db.scenarios.get(id);
	if (!row) throw new StoreError('SCENARIO_GONE', id);
	return row;
}

/** Puts chunks, and deletes those without data. */
export async function write(
	db: SandboxDatabase,
	scenarioId: string,
	chunks: readonly { readonly n: number; readonly data: ChunkData | null }[]
): Promise<void> {
	const gone = chunks.filter(({ data }) => !data).map(({ n }): [string, number] => [scenarioId, n]);
	await Promise.all([
		db.chunks.bulkPut(chunks.flatMap(({ n, data }) => (data ? [{ scenarioId, n, data }] : []))),
		gone.length > 0 && db.chunks.bulkDelete(gone)
	]);
}

/** A new command ends what could be redone. */
const dropRedo = (db: SandboxDatabase, row: ScenarioRow): Promise<number> =>
	db.journal
		.where('[scenarioId+seq]')
		.between([row.id, row.applied + 1], [row.id, Infinity])
		.delete();
