import { toInstant } from '$lib/domain/instant';
import { backupEntryHead, backupFileName, backupHead, backupTail } from '../files/write-backup';
import { type Copy } from '../store/copies';
import { type CopyEntry } from '../store/copy';

/** What a copy holds as a backup file: the files are joined as they lie there, read only when somebody does. */
export function copiedFile(copy: Copy, entries: readonly CopyEntry[] = copy.entries): File {
	const madeAt = toInstant(Math.floor(copy.at / 1000));
	const parts: BlobPart[] = [backupHead(madeAt)];
	for (const [i, { id, deleted }] of entries.entries()) {
		const file = copy.files.get(id);
		if (file) parts.push(backupEntryHead(deleted, i === 0), file, '}');
	}
	return new File([...parts, backupTail()], backupFileName(madeAt), { type: 'application/json' });
}
