import { failed, ok, type Result } from '$lib/domain/result';
import { type Instant } from '$lib/domain/instant';
import { type SandboxDatabase } from './db';
import { type Conflict } from './dispatch';
import { StoreError } from './fault';
import { otherSideOf } from './other-side';
import { type NothingLeft, step } from './undo';

/** A journal entry without what it replaced, which may be large. */
export interface Entry {
	readonly seq: number;
	readonly name: string;
	readonly input: unknown;
	readonly actor: string | null;
	readonly asOf: Instant;
	readonly at: number;
	/** It can still be undone, or redone. */
	readonly reversible: boolean;
}

/** How long a history is, and where the scenario stands in it. */
export interface HistoryExtent {
	/** Entries, done and undone; they are numbered from 1 without gaps. */
	readonly count: number;
	readonly applied: number;
	readonly createdAt: number;
}

export async function historyExtent(db: SandboxDatabase, id: string): Promise<HistoryExtent> {
	return db.transaction('r', db.scenarios, db.journal, async () => {
		const row = await db.scenarios.get(id);
		if (!row) throw new StoreError('SCENARIO_GONE', id);
		const count = await db.journal.where('[scenarioId+seq]').between([id, 1], [id, Infinity]).count();
		return { count, applied: row.applied, createdAt: row.createdAt };
	});
}

/** Entries `first` to `last`, both included, oldest first. */
export async function readEntries(
	db: SandboxDatabase,
	id: string,
	first: number,
	last: number
): Promise<readonly Entry[]> {
	if (last < first) return [];
	const rows = await db.journal
		.where('[scenarioId+seq]')
		.between([id, first], [id, last], true, true)
		.toArray();
	return rows.map((row) => {
		const { seq, name, input, actor, asOf, at } = row;
		return { seq, name, input, actor, asOf, at, reversible: otherSideOf(row) !== null };
	});
}

/**
 * Undoes or repeats steps until entry `target` is the last one in force; 0 undoes everything. All steps
 * are one transaction: another tab's change, a full disk or an entry that is too old leaves everything as
 * it was. Answers the revision that was written.
 */
export async function stepTo(
	db: SandboxDatabase,
	id: string,
	target: number,
	base: number,
	at: number
): Promise<Result<number, Conflict | NothingLeft>> {
	return db.transaction('rw', db.scenarios, db.layouts, db.chunks, db.journal, async () => {
		const row = await db.scenarios.get(id);
		if (!row) throw new StoreError('SCENARIO_GONE', id);
		if (row.revision !== base) return failed({ code: 'CONFLICT', revision: row.revision } as const);
		const { applied } = row;
		if (target === applied) return ok(base);
		// What is too old is a run at the beginning, so the oldest entry on the way decides.
		const [oldest, newest] = target < applied ? [target + 1, applied] : [applied + 1, target];
		const ends = await db.journal.bulkGet([
			[id, oldest],
			[id, newest]
		]);
		if (ends.some((entry) => !otherSideOf(entry))) return failed({ code: 'NOTHING_LEFT' } as const);
		let revision = base;
		for (let done = oldest; done <= newest; done++) {
			const stepped = await step(db, id, target < applied ? 'undo' : 'redo', revision, at);
			// Between the ends only an entry that an accident damaged can't be stepped over.
			if (!stepped.ok)
				throw new StoreError(
					'STORAGE_BROKEN',
					`entry ${target < applied ? oldest + newest - done : done} of the history is damaged`
				);
			revision = stepped.value;
		}
		return ok(revision);
	});
}
