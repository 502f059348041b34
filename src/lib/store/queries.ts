import { type SandboxDatabase, type ScenarioRow } from './db';
import { type LessonStamps, packStamp, stampsOf } from './lesson-copy';
import { Live } from './live.svelte';

/** Every scenario, the bin's too, newest change first. */
export const allScenarios = (db: SandboxDatabase): Live<readonly ScenarioRow[]> =>
	new Live(async () => (await db.scenarios.toArray()).sort((a, b) => b.changedAt - a.changedAt));

/** One scenario's row; null when there is none with this id. */
export const scenarioById = (db: SandboxDatabase, id: string): Live<ScenarioRow | null> =>
	new Live(async () => (await db.scenarios.get(id)) ?? null);

/** What there is of lessons, as the second copy tells states apart; of packs, which may be large, only keys are read. */
export const lessonStamps = (db: SandboxDatabase): Live<LessonStamps> =>
	new Live(async () => {
		const [keys, drafts, progress] = await Promise.all([
			db.packs.toCollection().primaryKeys(),
			db.packDrafts.toArray(),
			db.progress.toArray()
		]);
		return { ...stampsOf({ packs: [], drafts, progress }), packs: keys.map((key) => packStamp({ key })) };
	});
