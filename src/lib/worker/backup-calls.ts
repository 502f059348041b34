import { type BackedUp, type BackedUpLessons } from '$lib/domain/backup';
import { toInstant } from '$lib/domain/instant';
import { progressKey, type ShelvedProgress } from '$lib/domain/lesson-shelf';
import { backupFileName, backupText } from '../files/write-backup';
import { type SandboxDatabase, type ScenarioRow } from '../store/db';
import { readDocument } from '../store/document';
import { packKey } from '../lessons/pack-hash';
import { StoreError } from '../store/fault';
import { type LessonRows, readLessons } from '../store/lesson-copy';
import { type RestoredLessons } from '../store/lesson-shelf';
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
			const lessons = await readLessons(db);
			const placed = () => lessonsInBackup(lessons, new Map(exported.map(([id], place) => [id, place])));
			const blob = await jsonBlob(backupText(madeAt, entries(), placed), context);
			return { name: backupFileName(madeAt), blob, exported, unreadable };
		}
	};
}

/**
 * What is kept of lessons, as a backup says it. A recording belongs to a scenario that is here; it does not go along.
 * `places`: where in the backup the scenarios are.
 */
export const lessonsInBackup = (
	{ packs, drafts, progress }: LessonRows,
	places: ReadonlyMap<string, number>
): BackedUpLessons => ({
	packs: packs.map(({ addedAt, pack }) => ({ addedAt, pack })),
	drafts: drafts.map(({ changedAt, pack, notes, handedOut }) => ({
		changedAt,
		pack,
		notes,
		...(handedOut && { handedOut })
	})),
	progress: progress.map((one) => inBackup(one, places))
});

const inBackup = (
	{ packKey, changedAt, progress }: ShelvedProgress,
	places: ReadonlyMap<string, number>
): BackedUpLessons['progress'][number] => ({
	packKey,
	changedAt,
	scenario: places.get(progress.scenarioId) ?? null,
	progress
});

/** What a backup holds of lessons, as it is to be kept here: scenarios and drafts have new ids. */
export function restoredLessons(
	{ packs, drafts, progress }: BackedUpLessons,
	idOf: (scenario: number) => string | undefined,
	draftIds: readonly string[]
): RestoredLessons {
	return {
		packs: packs.map(({ addedAt, pack }) => ({ key: packKey(pack), pack, addedAt })),
		drafts: drafts.flatMap((draft, i) => {
			const id = draftIds[i];
			return id === undefined ? [] : [{ ...draft, id }];
		}),
		progress: progress.map(({ packKey, changedAt, scenario, progress: one }) => ({
			key: progressKey(packKey, one.lessonId),
			packKey,
			changedAt,
			// In a scenario that is not restored, the lesson has to be started again; what was done counts on.
			progress: { ...one, scenarioId: (scenario === null ? undefined : idOf(scenario)) ?? one.scenarioId }
		}))
	};
}

/** One scenario that can't be read must not keep the others from being saved. */
async function readable(db: SandboxDatabase, row: ScenarioRow) {
	return orWhy(readDocument(db, row.id));
}

/** What is read, or why it can't be. */
export async function orWhy<T>(reading: Promise<T>): Promise<T | 'gone' | 'broken'> {
	try {
		return await reading;
	} catch (error) {
		if (!(error instanceof StoreError)) throw error;
		return error.code === 'SCENARIO_GONE' ? 'gone' : 'broken';
	}
}
