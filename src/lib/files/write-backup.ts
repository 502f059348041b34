import { BACKUP_FORMAT, BACKUP_VERSION, type BackedUp } from '$lib/domain/backup';
import { type Instant } from '$lib/domain/instant';
import { scenarioText } from './write-scenario';

/**
 * A backup's file in pieces, to be joined or written one after the other (S6): one scenario after the other is
 * asked for, so that two large ones are never in memory at once. Reading it gives back what was written.
 */
export async function* backupText(madeAt: Instant, entries: AsyncIterable<BackedUp>): AsyncGenerator<string> {
	yield backupHead(madeAt);
	let isFirst = true;
	for await (const { scenario, deleted } of entries) {
		yield backupEntryHead(deleted, isFirst);
		yield* scenarioText(scenario);
		yield '}';
		isFirst = false;
	}
	yield BACKUP_TAIL;
}

/** What stands before the first scenario. */
export function backupHead(madeAt: Instant): string {
	const head = { format: BACKUP_FORMAT, version: BACKUP_VERSION, madeAt };
	return `${JSON.stringify(head, null, 2).slice(0, -'\n}'.length)},\n  "scenarios": [`;
}

/** What stands before each scenario's own text; after that comes one brace. */
export const backupEntryHead = (deleted: boolean, isFirst: boolean): string =>
	`${isFirst ? '' : ','}\n{ "deleted": ${deleted}, "scenario": `;

export const BACKUP_TAIL = '\n  ]\n}\n';

/** Such as `live-reports-sandbox-backup-2026-11-24.json`. */
export const backupFileName = (madeAt: Instant): string =>
	`live-reports-sandbox-backup-${madeAt.slice(0, 'YYYY-MM-DD'.length)}.json`;
