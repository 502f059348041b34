import { type SandboxDatabase, type ScenarioRow } from './db';
import { Live } from './live.svelte';

/** Every scenario, the bin's too, newest change first. */
export const allScenarios = (db: SandboxDatabase): Live<readonly ScenarioRow[]> =>
	new Live(async () => (await db.scenarios.toArray()).sort((a, b) => b.changedAt - a.changedAt));

/** One scenario's row; null when there is none with this id. */
export const scenarioById = (db: SandboxDatabase, id: string): Live<ScenarioRow | null> =>
	new Live(async () => (await db.scenarios.get(id)) ?? null);
