import { scenarioText } from '../files/write-scenario';
import { type Copies } from '../store/copies';
import { type CopiedLessons, type CopyEntry, type CopyList, isSameCopy, planCopy } from '../store/copy';
import { type SandboxDatabase, type ScenarioRow } from '../store/db';
import { toStoreFault } from '../store/fault';
import { readInPieces } from '../store/document';
import {
	areSameStamps,
	countOf,
	mergedStamps,
	NO_LESSONS,
	parseLessons,
	readLessons,
	rowsOf,
	stampsOf
} from '../store/lesson-copy';
import { orWhy } from './backup-calls';
import { jsonBlob } from './json-blob';
import { type FileCalls } from './protocol';
import { type Context, type Handlers } from './serve';

/** Room that a copy takes at most; what does not fit is left out, the scenarios changed last come first. */
export const COPY_BYTES = 96 * 1024 * 1024;

/**
 * Writes the next generation of the second copy (S5), reading only scenarios that changed since the last one.
 * One tab at a time; another tab then finds nothing left to do.
 */
export function copyCalls(
	open: () => Promise<SandboxDatabase>,
	copies: Copies,
	room = COPY_BYTES
): Pick<Handlers<FileCalls>, 'keepCopy'> {
	async function next({ at, forget }: FileCalls['keepCopy']['input'], context: Context): Promise<boolean> {
		const db = await open();
		const forgotten = new Set(forget);
		const before = await copies.list();
		const plan = planCopy(before, await db.scenarios.toArray(), forgotten);
		const lessons = await keptLessons(db, before, forgotten);
		if (isSameCopy(before, plan) && lessons === before?.lessons) return false;
		const known = new Map(before?.entries.map((entry) => [entry.id, entry]));
		const entries = [...plan.kept];
		const leftOut: string[] = [];
		let left = room - (lessons?.bytes ?? 0) - entries.reduce((sum, { bytes }) => sum + bytes, 0);
		for (const row of plan.wanted) {
			const entry = await written(db, row, left, context);
			// What can't be read, or has no room, keeps its last state in the copy.
			const old = entry ?? known.get(row.id);
			if (entry === null) leftOut.push(row.head.name);
			if (old) entries.push(old);
			left -= entry?.bytes ?? 0;
		}
		await copies.seal({ at, entries, leftOut, ...(lessons && { lessons }) }, forgotten);
		return true;
	}

	/** The file of lessons for the next generation: the one before, where it still says all; undefined: there is nothing. */
	async function keptLessons(
		db: SandboxDatabase,
		before: CopyList | undefined,
		forgotten: ReadonlySet<string>
	): Promise<CopiedLessons | undefined> {
		const here = await readLessons(db);
		const known = before?.lessons;
		const old = known?.stamps ?? NO_LESSONS;
		if (areSameStamps(mergedStamps(old, stampsOf(here), forgotten), old)) return known;
		// What is only in the file before goes along; where both are damaged, what is here is all that is left.
		const text = await (await copies.lessonsFile())?.text();
		const kept = (text === undefined ? undefined : parseLessons(text)) ?? {
			packs: [],
			drafts: [],
			progress: []
		};
		const stamps = mergedStamps(stampsOf(kept), stampsOf(here), forgotten);
		if (countOf(stamps) === 0) return undefined;
		const file = new Blob([JSON.stringify(rowsOf(stamps, here, kept))]);
		if (file.size > room) return known;
		const generation = (before?.generation ?? 0) + 1;
		await copies.putLessons({ generation }, file);
		return { stamps, generation, bytes: file.size };
	}

	/** The entry of a file that was written; undefined: the scenario can't be read, null: there is no room for it. */
	async function written(
		db: SandboxDatabase,
		row: ScenarioRow,
		left: number,
		context: Context
	): Promise<CopyEntry | null | undefined> {
		await context.pause();
		const document = await orWhy(readInPieces(db, row.id, () => context.pause(), left));
		if (document === 'gone' || document === 'broken') return undefined;
		if (document === 'too large') return null;
		if (document?.revision !== row.revision) return undefined; // it changes right now; the next copy has it
		const blob = await jsonBlob(scenarioText(document.scenario), context);
		if (blob.size > left) return null;
		const { id, revision, changedAt } = row;
		const entry = { id, name: row.head.name, revision, changedAt, deleted: row.deletedAt !== null };
		try {
			await copies.put(entry, blob);
		} catch (error) {
			if (toStoreFault(error).code === 'STORAGE_FULL') return null;
			throw error;
		}
		return { ...entry, bytes: blob.size };
	}

	return { keepCopy: (input, context) => copies.inTurn(() => next(input, context)) };
}
