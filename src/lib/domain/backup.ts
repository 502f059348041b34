import { Instant } from './instant';
import { type LessonNotes, LessonPack } from './lesson';
import { LessonProgress } from './lesson-progress';
import { type PackDraft } from './lesson-shelf';
import { type Scenario } from './scenario';
import { z } from './zod';

export const BACKUP_FORMAT = 'live-reports-sandbox/backup';
export const BACKUP_VERSION = 1;

/** A backup file, version 1: every scenario as its own file would say it. Unknown keys are refused by name. */
export const BackupFile = z.strictObject({
	format: z.literal(BACKUP_FORMAT),
	version: z.literal(BACKUP_VERSION),
	/** When it was made, by the computer's clock. */
	madeAt: Instant,
	scenarios: z.array(z.unknown()),
	/** Absent where nothing was kept of lessons, and in files of before there were any. */
	lessons: z.unknown().optional()
});
export type BackupFile = z.infer<typeof BackupFile>;

/** One scenario of a backup: itself, and whether it lay in the bin. */
export const BackupEntry = z.strictObject({ deleted: z.boolean(), scenario: z.unknown() });
export type BackupEntry = z.infer<typeof BackupEntry>;

/** The computer's time, milliseconds. */
const Millis = z.int().nonnegative();

/** What the browser kept of lessons. A draft's pack may have gaps, so that it is looked at apart. */
export const BackupLessons = z.strictObject({
	packs: z.array(z.strictObject({ addedAt: Millis, pack: LessonPack })),
	drafts: z.array(
		z.strictObject({
			changedAt: Millis,
			pack: z.unknown(),
			notes: z.unknown(),
			handedOut: z.strictObject({ revision: z.int().min(1), hash: z.string().max(100) }).optional()
		})
	),
	progress: z.array(
		z.strictObject({
			packKey: z.string().min(1).max(400),
			changedAt: Millis,
			/** Which of the backup's scenarios the lesson ran in, from 0; null: none of them. */
			scenario: z.int().nonnegative().nullable(),
			progress: LessonProgress
		})
	)
});

/** The same, with its drafts read. */
export interface BackedUpLessons {
	readonly packs: readonly { readonly addedAt: number; readonly pack: LessonPack }[];
	readonly drafts: readonly (Pick<PackDraft, 'changedAt' | 'handedOut'> & {
		readonly pack: LessonPack;
		readonly notes: LessonNotes;
	})[];
	readonly progress: z.infer<typeof BackupLessons>['progress'];
}

export interface BackedUp {
	readonly scenario: Scenario;
	/** It lay in the bin; restoring puts it there again. */
	readonly deleted: boolean;
}
