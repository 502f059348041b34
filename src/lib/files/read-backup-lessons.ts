import { type BackedUpLessons, BackupLessons } from '$lib/domain/backup';
import { type FileFault } from '$lib/domain/fault';
import { LessonNotes, LessonPack } from '$lib/domain/lesson';
import { failed, ok, type Result } from '$lib/domain/result';
import { type z } from '$lib/domain/zod';
import { explain } from './explain';
import { Faults, type Path } from './faults';
import { checkKeys, packFaults, startFaults } from './read-pack';

/** Reads what a backup holds of lessons, as hostile as all else in it (S9): all of it, or what is wrong with it. */
export async function readBackupLessons(
	raw: unknown,
	at: Path
): Promise<Result<BackedUpLessons, readonly FileFault[]>> {
	const faults = new Faults(undefined, at);
	const parsed = BackupLessons.safeParse(raw);
	if (parsed.success) checkKeys(raw, [], faults);
	else explain(BackupLessons, raw, [], faults);
	if (!parsed.success || !faults.none) return failed(faults.list());
	const { packs, progress } = parsed.data;
	for (const [i, { pack }] of packs.entries()) {
		const found = await packFaults(pack, [...at, 'packs', i, 'pack'], null);
		if (found.length > 0) return failed(found);
	}
	const drafts: BackedUpLessons['drafts'][number][] = [];
	for (const [i, { pack, notes, handedOut, ...draft }] of parsed.data.drafts.entries()) {
		const here = [...at, 'drafts', i];
		const read = withGaps(LessonPack, pack, [...here, 'pack']);
		if (!read.ok) return read;
		const noted = withGaps(LessonNotes, notes, [...here, 'notes']);
		if (!noted.ok) return noted;
		const found = await startFaults(read.value.lessons, [...here, 'pack']);
		if (found.length > 0) return failed(found);
		drafts.push({ ...draft, pack: read.value, notes: noted.value, ...(handedOut && { handedOut }) });
	}
	return ok({ packs, drafts, progress });
}

/** Something that is still being written: what is empty or too small in it is a gap, not a fault. */
function withGaps<T>(schema: z.ZodType<T>, raw: unknown, at: Path): Result<T, readonly FileFault[]> {
	const parsed = schema.safeParse(raw);
	if (parsed.success) return ok(parsed.data);
	if (parsed.error.issues.every(({ code }) => code === 'too_small')) return ok(raw as T);
	const faults = new Faults(undefined, at);
	explain(schema, raw, [], faults);
	return failed(faults.list());
}
