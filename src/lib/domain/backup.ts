import { Instant } from './instant';
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
	scenarios: z.array(z.unknown())
});
export type BackupFile = z.infer<typeof BackupFile>;

/** One scenario of a backup: itself, and whether it lay in the bin. */
export const BackupEntry = z.strictObject({ deleted: z.boolean(), scenario: z.unknown() });
export type BackupEntry = z.infer<typeof BackupEntry>;

export interface BackedUp {
	readonly scenario: Scenario;
	/** It lay in the bin; restoring puts it there again. */
	readonly deleted: boolean;
}
