import { type ScenarioRow } from './db';

const KEY = 'live-reports-sandbox.backup';
const DAY = 86_400_000;
/** How old changes may get before a backup is asked for, and how long "Not now" lasts. Days. */
const OLD_DAYS = 7;

/** What this browser knows of backups, kept outside the database. Times are the computer's, in milliseconds. */
export interface BackupTimes {
	readonly madeAt: number | null;
	/** When the user said "Not now". */
	readonly putOffAt: number | null;
}

export const NEVER: BackupTimes = { madeAt: null, putOffAt: null };

export function readBackupTimes(storage: Pick<Storage, 'getItem'>): BackupTimes {
	try {
		const value = JSON.parse(storage.getItem(KEY) ?? '{}') as Readonly<Record<string, unknown>> | null;
		const time = (key: keyof BackupTimes) => {
			const at = value?.[key];
			return typeof at === 'number' && Number.isFinite(at) ? at : null;
		};
		return { madeAt: time('madeAt'), putOffAt: time('putOffAt') };
	} catch {
		return NEVER; // denied storage or a foreign value: then nothing is known
	}
}

export function writeBackupTimes(storage: Pick<Storage, 'setItem'>, times: BackupTimes): void {
	try {
		storage.setItem(KEY, JSON.stringify(times));
	} catch {
		// denied or full: the reminder comes again, nothing else is lost
	}
}

/** The scenarios with changes that stand in no file; one that was only opened has none. */
export const unsaved = (rows: readonly ScenarioRow[]): readonly ScenarioRow[] =>
	rows.filter((row) => row.deletedAt === null && row.revision > 1 && row.exported !== row.revision);

/**
 * Whether to ask for a backup (S7): some scenario has changes in no file, it and the last backup are a week
 * old, and the user did not say "Not now" within the week. A clock that ran backward asks for nothing.
 */
export function isBackupDue(rows: readonly ScenarioRow[], times: BackupTimes, now: number): boolean {
	const isOld = (at: number) => now - at > OLD_DAYS * DAY;
	return (
		unsaved(rows).some((row) => isOld(Math.max(row.createdAt, times.madeAt ?? 0))) &&
		(times.putOffAt === null || isOld(times.putOffAt))
	);
}
