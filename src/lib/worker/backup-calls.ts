import { type BackedUp } from '$lib/domain/backup';
import { toInstant } from '$lib/domain/instant';
import { backupFileName, backupText } from '../files/write-backup';
import { type SandboxDatabase, type ScenarioRow } from '../store/db';
import { readDocument } from '../store/document';
import { StoreError } from '../store/fault';
import { rawText } from '../store/raw';
import { jsonBlob } from './json-blob';
import { type EngineCalls } from './protocol';
import { type Handlers } from './serve';

const RAW_FILE = 'live-reports-sandbox-raw.json';

/** A backup of everything (S6): one scenario after the other, each as it stands when its turn comes. */
export function backupCalls(
	open: () => Promise<SandboxDatabase>
): Pick<Handlers<EngineCalls>, 'exportBackup' | 'exportRaw'> {
	return {
		exportRaw: async ({ scenarioId }, context) => {
			context.progress({ stage: 'writing', done: null });
			const blob = await jsonBlob(rawText(await open(), scenarioId), context);
			return { name: RAW_FILE, blob, revision: 0 };
		},
		exportBackup: async ({ at }, context) => {
			const db = await open();
			const rows = await db.scenarios.toArray();
			const exported: [string, number][] = [];
			const unreadable: string[] = [];
			async function* entries(): AsyncGenerator<BackedUp> {
				for (const [done, row] of rows.entries()) {
					context.progress({ stage: 'writing', done: done / rows.length });
					const document = await readable(db, row);
					if (document === 'broken') unreadable.push(row.head.name);
					else if (document !== 'gone') {
						exported.push([row.id, document.revision]);
						yield { scenario: document.scenario, deleted: row.deletedAt !== null };
					}
				}
			}
			const madeAt = toInstant(Math.floor(at / 1000));
			const blob = await jsonBlob(backupText(madeAt, entries()), context);
			return { name: backupFileName(madeAt), blob, exported, unreadable };
		}
	};
}

/** One scenario that can't be read must not keep the others from being saved. */
export async function readable(db: SandboxDatabase, row: ScenarioRow) {
	try {
		return await readDocument(db, row.id);
	} catch (error) {
		if (!(error instanceof StoreError)) throw error;
		return error.code === 'SCENARIO_GONE' ? 'gone' : 'broken';
	}
}
