import { afterEach, expect, test } from 'vitest';
import { toScenarioFile } from '$lib/domain/scenario';
import { DATABASE, SandboxDatabase } from '../store/db';
import { openDatabase } from '../store/open';
import { madeScenario, renamed } from '../store/store-fixture';
import { WorkerClient } from './client';
import { type EngineCalls } from './protocol';

let latest: Worker | undefined;
const client = new WorkerClient<EngineCalls>(
	() => (latest = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' }))
);

afterEach(async () => {
	client.dispose();
	await new SandboxDatabase(DATABASE).delete();
});

test('[S2] the engine’s own worker creates, counts, changes and undoes, and finds it all again after it died', async () => {
	const scenario = madeScenario(5);
	(await openDatabase()).close(); // as the page does
	const at = { scenarioId: 's', revision: 1 };
	expect(await client.call('createFromFile', { id: 's', file: toScenarioFile(scenario), at: 1000 })).toEqual({
		ok: true,
		value: null
	});
	const counted = await client.call('summarize', at);
	expect(counted).toMatchObject({
		ok: true,
		value: { revision: 1, summary: { figures: { needed: 5, active: 2 } } }
	});
	const changed = await client.call('dispatch', {
		scenarioId: 's',
		base: 1,
		request: renamed(scenario, 0, 'Alice')
	});
	expect(changed).toMatchObject({ ok: true, value: { ok: true, value: { revision: 2 } } });

	latest!.dispatchEvent(new ErrorEvent('error', { message: 'killed by the test' }));
	const undone = await client.call('step', { scenarioId: 's', base: 2, direction: 'undo', at: 9000 });
	expect(undone).toMatchObject({ ok: true, value: { ok: true, value: { revision: 3 } } });
	const file = await client.call('exportFile', { ...at, revision: 3 });
	const text = file.ok ? await file.value.blob.text() : '';
	expect(JSON.parse(text)).toMatchObject({ people: scenario.people });
});
