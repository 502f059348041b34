import {
	BACKUP_FORMAT,
	BACKUP_VERSION,
	type BackedUpLessons,
	BackupEntry,
	BackupFile
} from '$lib/domain/backup';
import { type FileFault } from '$lib/domain/fault';
import { type Instant } from '$lib/domain/instant';
import { failed, ok, type Result } from '$lib/domain/result';
import { type Raw } from './check-shape';
import { explain } from './explain';
import { Faults } from './faults';
import { readBackupLessons } from './read-backup-lessons';
import { begin, notOf, readJson, type ReadOptions } from './read-json';
import { draftOf, SCENARIO, type ScenarioDraft } from './read-scenario';

/** A backup from a file, nobody's yet: for a preview, then to be restored (S6). */
export interface BackupDraft {
	readonly madeAt: Instant;
	readonly entries: readonly (ScenarioDraft & { readonly deleted: boolean })[];
	/** Null: it holds nothing of lessons. */
	readonly lessons: BackedUpLessons | null;
}

/** The part of the whole that reading the JSON takes, as for one scenario. */
const JSON_SHARE = 0.55;

/**
 * Reads a backup, which is hostile until it is read (S9), each scenario in it by the rules of a scenario file.
 * All or nothing: the backup, or the faults of its first broken part. Never throws on any bytes.
 */
export async function readBackup(
	bytes: Uint8Array,
	options: ReadOptions = {}
): Promise<Result<BackupDraft, readonly FileFault[]>> {
	const reading = begin(options);
	const parsed = await readJson(bytes, { name: BACKUP_FORMAT, version: BACKUP_VERSION }, reading);
	if (!parsed.ok) return failed([parsed.error]);
	const faults = new Faults(reading.limits.faults);
	explain(BackupFile, parsed.value, [], faults);
	if (!faults.none) return failed(faults.list());
	const { madeAt, scenarios, lessons } = parsed.value as BackupFile; // explain found nothing against it

	const entries: BackupDraft['entries'][number][] = [];
	for (const [index, entry] of scenarios.entries()) {
		const at = ['scenarios', index];
		explain(BackupEntry, entry, at, faults);
		if (!faults.none) return failed(faults.list());
		const { deleted, scenario } = entry as BackupEntry;
		const inside = [...at, 'scenario'];
		const wrong = notOf(scenario, SCENARIO, inside);
		if (wrong) return failed([wrong]);
		const found = new Faults(reading.limits.faults, inside);
		const draft = await draftOf(
			scenario as Raw,
			found,
			reading.pace.part(JSON_SHARE, index, scenarios.length)
		);
		if (!draft.ok) return draft;
		entries.push({ ...draft.value, deleted });
	}
	if (lessons === undefined) return ok({ madeAt, entries, lessons: null });
	const read = await readBackupLessons(lessons, ['lessons']);
	return read.ok ? ok({ madeAt, entries, lessons: read.value }) : read;
}
