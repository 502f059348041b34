import { failed, ok, type Result } from '$lib/domain/result';
import { type JournalRow, type ListName, type OtherSide, type SandboxDatabase, type ScenarioRow } from './db';
import { type Conflict, rowOf, write } from './dispatch';
import { StoreError } from './fault';
import { otherSideOf } from './other-side';

/** Nothing to undo, or nothing to redo. */
export interface NothingLeft {
	readonly code: 'NOTHING_LEFT';
}

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
		const side = otherSideOf(entry);
		if (!entry || !side) return failed({ code: 'NOTHING_LEFT' } as const);
		const revision = row.revision + 1;
		const other = await swap(db, row, side, revision);
		await db.journal.put({ ...entry, other });
		const applied = direction === 'undo' ? seq - 1 : seq;
		const [undo, redo] = await db.journal.bulkGet([
			[id, applied],
			[id, applied + 1]
		]);
		await db.scenarios.put({
			...row,
			revision,
			head: side.head,
			counts: side.counts,
			applied,
			undo: stepOf(undo),
			redo: stepOf(redo),
			changedAt: at
		});
		return ok(revision);
	});
}

const stepOf = (entry: JournalRow | undefined) => (entry && otherSideOf(entry) ? { name: entry.name } : null);

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
