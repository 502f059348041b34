import { type PackDraft, type ShelvedProgress } from '$lib/domain/lesson-shelf';
import { failed, ok, type Result } from '$lib/domain/result';
import { type PackRow, type SandboxDatabase } from './db';
import { type Conflict } from './dispatch';
import { Live } from './live.svelte';

/** Packs that were kept, the newest first. */
export const keptPacks = (db: SandboxDatabase): Live<readonly PackRow[]> =>
	new Live(async () => (await db.packs.toArray()).sort((a, b) => b.addedAt - a.addedAt));

/** Packs that are being written here, the last changed first. */
export const packDrafts = (db: SandboxDatabase): Live<readonly PackDraft[]> =>
	new Live(async () => (await db.packDrafts.toArray()).sort((a, b) => b.changedAt - a.changedAt));

/** How far each lesson that was begun has come. */
export const allProgress = (db: SandboxDatabase): Live<readonly ShelvedProgress[]> =>
	new Live(() => db.progress.toArray());

/** Keeps a pack. The same edition is not kept twice; another edition lies beside it (S3). Answers whether it is new. */
export const keepPack = (db: SandboxDatabase, row: PackRow): Promise<boolean> =>
	db.transaction('rw', db.packs, async () => {
		if (await db.packs.get(row.key)) return false;
		await db.packs.add(row);
		return true;
	});

/** Takes a pack off the shelf; what was done in its lessons stays. */
export const dropPack = (db: SandboxDatabase, key: string): Promise<void> => db.packs.delete(key);

/** Another tab's write of a draft came first: what stands there now; null: it was taken away. */
export interface DraftConflict extends Conflict {
	readonly theirs: PackDraft | null;
}

export const revisionOf = ({ revision = 0 }: PackDraft): number => revision;

/**
 * Keeps a draft as it is now, unless another tab wrote it since the state that it is based on (S4). `base`: that
 * state's revision; null: there must be none yet. Answers the draft with its new revision.
 */
export const keepDraft = (
	db: SandboxDatabase,
	draft: PackDraft,
	base: number | null
): Promise<Result<PackDraft, DraftConflict>> =>
	db.transaction('rw', db.packDrafts, async () => {
		const now = await db.packDrafts.get(draft.id);
		if ((now ? revisionOf(now) : null) !== base)
			return failed({ code: 'CONFLICT', revision: now ? revisionOf(now) : 0, theirs: now ?? null } as const);
		const next = { ...draft, revision: (base ?? revisionOf(draft)) + 1 };
		await db.packDrafts.put(next);
		return ok(next);
	});

/** Changes a draft that is there, in one transaction, and counts its revision on (S4); the very same writes nothing. */
export const changeDraft = (
	db: SandboxDatabase,
	id: string,
	change: (now: PackDraft) => PackDraft
): Promise<unknown> =>
	db.transaction('rw', db.packDrafts, async () => {
		const now = await db.packDrafts.get(id);
		const next = now && change(now);
		if (now && next && next !== now) await db.packDrafts.put({ ...next, revision: revisionOf(now) + 1 });
	});

export const dropDraft = (db: SandboxDatabase, id: string): Promise<void> => db.packDrafts.delete(id);

/**
 * Changes one progress in one transaction: two tabs that record at once lose nothing (S4). `change` gets what there
 * is and answers what is to be there; the very same, or undefined, writes nothing. Answers what is there then.
 */
export const changeProgress = (
	db: SandboxDatabase,
	key: string,
	change: (now: ShelvedProgress | undefined) => ShelvedProgress | undefined
): Promise<ShelvedProgress | undefined> =>
	db.transaction('rw', db.progress, async () => {
		const now = await db.progress.get(key);
		const next = change(now);
		if (next !== undefined && next !== now) await db.progress.put(next);
		return next;
	});

/** What a backup brings of lessons, under the keys and ids of this browser. */
export interface RestoredLessons {
	readonly packs: readonly PackRow[];
	readonly drafts: readonly PackDraft[];
	readonly progress: readonly ShelvedProgress[];
}

/** Whether one state of a lesson's progress is further than another: by time spent, then events, then the clock. */
function isFurther(one: ShelvedProgress, other: ShelvedProgress): boolean {
	const { activeSeconds, events } = one.progress;
	const more =
		activeSeconds - other.progress.activeSeconds ||
		events.length - other.progress.events.length ||
		one.changedAt - other.changedAt;
	return more > 0;
}

/**
 * Adds what is not here yet; what is here stays as it is (S3), but for a lesson that comes in a further state: that
 * counts on, in the scenario that is here where its own is not. Part of a transaction over scenarios and the tables.
 */
export async function restoreLessons(db: SandboxDatabase, lessons: RestoredLessons): Promise<void> {
	for (const row of lessons.packs) if (!(await db.packs.get(row.key))) await db.packs.add(row);
	await db.packDrafts.bulkAdd(lessons.drafts);
	for (const row of lessons.progress) {
		const here = await db.progress.get(row.key);
		if (here && !isFurther(row, here)) continue;
		const { scenarioId } = row.progress;
		const isAway = here !== undefined && !(await db.scenarios.get(scenarioId));
		const stays = isAway ? here.progress.scenarioId : scenarioId;
		await db.progress.put({ ...row, progress: { ...row.progress, scenarioId: stays } });
	}
}
