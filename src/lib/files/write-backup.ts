import { BACKUP_FORMAT, BACKUP_VERSION, type BackedUp, type BackedUpLessons } from '$lib/domain/backup';
import { type Instant } from '$lib/domain/instant';
import { scenarioText } from './write-scenario';

/**
 * A backup's file in pieces, to be joined or written one after the other (S6): one scenario after the other is
 * asked for, so that two large ones are never in memory at once; then `lessons`, which may speak of them. Reading
 * it gives back what was written.
 */
export async function* backupText(
	madeAt: Instant,
	entries: AsyncIterable<BackedUp>,
	lessons?: () => BackedUpLessons
): AsyncGenerator<string> {
	yield backupHead(madeAt);
	let isFirst = true;
	for await (const { scenario, deleted } of entries) {
		yield backupEntryHead(deleted, isFirst);
		yield* scenarioText(scenario);
		yield '}';
		isFirst = false;
	}
	yield backupTail(lessons?.());
}

/** What stands before the first scenario. */
export function backupHead(madeAt: Instant): string {
	const head = { format: BACKUP_FORMAT, version: BACKUP_VERSION, madeAt };
	return `${JSON.stringify(head, null, 2).slice(0, -'\n}'.length)},\n  "scenarios": [`;
}

/** What stands before each scenario's own text; after that comes one brace. */
export const backupEntryHead = (deleted: boolean, isFirst: boolean): string =>
	`${isFirst ? '' : ','}\n{ "deleted": ${deleted}, "scenario": `;

/** What stands after the last scenario. Lessons of which nothing was kept are not spoken of. */
export function backupTail(lessons?: BackedUpLessons): string {
	const isEmpty = !lessons || Object.values(lessons).every((list: readonly unknown[]) => list.length === 0);
	return isEmpty ? '\n  ]\n}\n' : `\n  ],\n  "lessons": ${JSON.stringify(lessons)}\n}\n`;
}

/** Such as `live-reports-sandbox-backup-2026-11-24.json`. */
export const backupFileName = (madeAt: Instant): string =>
	`live-reports-sandbox-backup-${madeAt.slice(0, 'YYYY-MM-DD'.length)}.json`;
