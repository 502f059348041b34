import { toInstant } from '$lib/domain/instant';
import { backupEntryHead, backupFileName, backupHead, backupTail } from '../files/write-backup';
import { Copies, type Copy, ownFiles } from '../store/copies';
import { type CopyEntry } from '../store/copy';
import { type LessonStamps, NO_LESSONS, parseLessons, rowsOf } from '../store/lesson-copy';
import { lessonsInBackup } from './backup-calls';

/** What of a copy is meant: some of its scenarios and of what it has of lessons. */
export interface Copied {
	readonly entries: readonly CopyEntry[];
	readonly lessons: LessonStamps;
}

/** All of a copy. */
export const allOf = ({ entries, lessons }: Copy): Copied => ({
	entries,
	lessons: lessons?.stamps ?? NO_LESSONS
});

/** What a copy holds as a backup file: the scenarios' files are joined as they lie there, read only when somebody does. */
export async function copiedFile(copy: Copy, { entries, lessons }: Copied = allOf(copy)): Promise<File> {
	const madeAt = toInstant(Math.floor(copy.at / 1000));
	const parts: BlobPart[] = [backupHead(madeAt)];
	const places = new Map<string, number>();
	for (const { id, deleted } of entries) {
		const file = copy.files.get(id);
		if (!file) continue;
		parts.push(backupEntryHead(deleted, places.size === 0), file, '}');
		places.set(id, places.size);
	}
	const rows = copy.lessonsFile && parseLessons(await copy.lessonsFile.text());
	const kept = rows && lessonsInBackup(rowsOf(lessons, rows, rows), places);
	return new File([...parts, backupTail(kept)], backupFileName(madeAt), { type: 'application/json' });
}

/** The second copy as a backup file, for when nothing else opens; undefined: there is none (S5). */
export async function keptCopy(): Promise<File | undefined> {
	try {
		const copy = await new Copies(ownFiles()).read();
		const isAny = copy && (copy.entries.length > 0 || copy.lessonsFile !== undefined);
		return isAny ? await copiedFile(copy) : undefined;
	} catch {
		return undefined; // the files are denied like all else: then there is nothing to offer
	}
}
