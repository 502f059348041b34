import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import busy from '../content/busy-month.json';
import ten from '../content/ten-licenses.json';
import { type Scenario, type ScenarioFile, toScenarioFile } from '$lib/domain/scenario';
import { LINK_LENGTHS, type MadeLink, MOST_STEPS, type Recipe } from '$lib/domain/share-link';
import { packViewings } from '$lib/domain/viewing';
import { apply } from '../commands';
import { readLink } from '../files/read-link';
import { type SandboxDatabase } from '../store/db';
import { openDatabase } from '../store/open';
import { readDocument } from '../store/document';
import { dispatch } from '../store/dispatch';
import { request, stored } from '../store/store-fixture';
import { engineCalls } from './engine-calls';
import { type Context } from './serve';
import { makeLink, previewShared } from './share';

const SAMPLES = [
	{ id: 'busy-month', file: busy as ScenarioFile },
	{ id: 'ten-licenses', file: ten as ScenarioFile }
];
const pause = async () => {};
const opened = ({ format, version, viewings, ...rest }: ScenarioFile): Scenario => {
	void [format, version];
	return { ...rest, viewings: packViewings(viewings) };
};
const TEN = opened(ten as ScenarioFile);

type Steps = Recipe['steps'];
const after = (start: Scenario, steps: Steps): Scenario =>
	steps.reduce((scenario, { name, input, actor = null }) => {
		const done = apply(scenario, { name, input, actor });
		if (!done.ok) throw new Error(done.error.code);
		return done.value;
	}, start);

/** Opens a link as whoever gets it would. */
async function opens({ code }: MadeLink, samples = SAMPLES) {
	const read = await readLink(code ?? '');
	return read.ok ? previewShared(read.value, samples, pause) : read;
}

const STEPS: Steps = [
	{ name: 'stepClock', input: { days: 7 } },
	{
		name: 'recordViewing',
		input: { personId: 'alice', dashboardId: 'd-floor', at: '2026-12-01T14:00:00Z' },
		actor: 'alice'
	},
	{ name: 'playDay', input: {} },
	{ name: 'renameScenario', input: { name: 'Morning class' } }
];

describe('[S8] a link of a scenario', () => {
	test('is a recipe where the journal leads from a sample to this very scenario', async () => {
		const scenario = after(TEN, STEPS);
		const link = await makeLink(scenario, STEPS, SAMPLES, pause);
		expect(link.recipe).toEqual({ sample: 'ten-licenses', steps: 4 });
		expect(link.code).toHaveLength(link.length ?? 0);
		const whole = await makeLink(scenario, null, SAMPLES, pause);
		expect(whole.recipe).toBeNull();
		expect(link.length).toBeLessThan((whole.length ?? 0) / 2);
		for (const one of [link, whole]) {
			const preview = await opens(one);
			expect(preview.ok && preview.value.file).toStrictEqual(toScenarioFile(scenario));
		}
	});

	test('is a recipe for an untouched sample, also under another name', async () => {
		const same = await makeLink(TEN, [], SAMPLES, pause);
		expect(same.recipe).toEqual({ sample: 'ten-licenses', steps: 0 });
		expect(same.length).toBeLessThan(80);
		const copy = { ...TEN, name: 'The ten-license example (copy)' };
		const renamed = await makeLink(copy, [], SAMPLES, pause);
		expect(renamed.recipe).toEqual({ sample: 'ten-licenses', steps: 1 });
		const preview = await opens(renamed);
		expect(preview.ok && preview.value.file).toStrictEqual(toScenarioFile(copy));
	});

	test.each<[string, Scenario, Steps]>([
		['something else stands in it', { ...after(TEN, STEPS), asOf: '2026-12-02T15:00:00Z' }, STEPS],
		['a command is refused', TEN, [{ name: 'removeQueue', input: { queueId: 'nowhere' } }]],
		['a command is not known', TEN, [{ name: 'constructor', input: {} }]],
		['no command gives its name', { ...TEN, name: ' ' }, []]
	])('holds everything where %s', async (_, scenario, steps) => {
		const link = await makeLink(scenario, steps, SAMPLES, pause);
		expect(link.recipe).toBeNull();
		const preview = await opens(link);
		expect(preview.ok && preview.value.file).toStrictEqual(toScenarioFile(scenario));
	});

	test('holds everything where that is shorter than all that was done', async () => {
		const steps = Array.from({ length: 60 }, (_, i) => ({
			name: 'renameScenario',
			input: { name: `${i * 7919} attempts ${(i * 104_729).toString(36)}` }
		}));
		const link = await makeLink(after(TEN, steps), steps, SAMPLES, pause);
		expect(link.recipe).toBeNull();
		expect(link.code).not.toBeNull();
	});

	test('has a length and no code where it is too long, and neither where it is far too long', async () => {
		const people = (count: number) =>
			Array.from({ length: count }, (_, i) => ({
				id: `p${i}`,
				name: `Person ${(i * 7_919_777_777).toString(36)}`,
				extension: String(i),
				roleId: 'standard'
			}));
		const long = await makeLink({ ...TEN, people: [...TEN.people, ...people(500)] }, null, SAMPLES, pause);
		expect(long.code).toBeNull();
		expect(long.length).toBeGreaterThan(LINK_LENGTHS.most);
		const far = await makeLink({ ...TEN, people: [...TEN.people, ...people(20_000)] }, null, SAMPLES, pause);
		expect(far).toEqual({ code: null, length: null, recipe: null });
	});
});

describe('[S8] a preview', () => {
	test('counts as the engine does, and holds what will be created', async () => {
		const preview = await opens(await makeLink(TEN, [], SAMPLES, pause));
		expect(preview).toMatchObject({
			ok: true,
			value: {
				name: 'The ten-license example',
				counts: { people: 11, queues: 2, dashboards: TEN.dashboards.length, viewings: 3 },
				summary: { figures: { needed: 10, active: 10, overage: 0 } }
			}
		});
		expect(structuredClone(preview)).toEqual(preview);
	});

	test.each<[string, Partial<Recipe>]>([
		['a sample that is not here', { sample: 'gone' }],
		['a sample that became another', { sample: 'busy-month' }],
		['another outcome', { print: 1 }],
		['a command that is refused', { steps: [{ name: 'removeQueue', input: { queueId: 'nowhere' } }] }],
		['a command that is not known', { steps: [{ name: '__proto__', input: null }] }]
	])('of %s is refused', async (_, part) => {
		const read = await readLink((await makeLink(TEN, [], SAMPLES, pause)).code ?? '');
		if (!read.ok || read.value.kind !== 'recipe') throw new Error('no recipe');
		const shared = { kind: 'recipe', recipe: { ...read.value.recipe, ...part } } as const;
		const preview = await previewShared(shared, SAMPLES, pause);
		expect(!preview.ok && preview.error.map(({ code }) => code)).toEqual(['LINK_OTHER_SAMPLE']);
	});

	test('[S9] of a recipe that plays far too much is refused, and can be given up between two steps', async () => {
		const people = Array.from({ length: 2_000 }, (_, i) => ({
			...{ id: `n${i}`, name: `Viewer ${i}`, extension: `9${i}`, roleId: 'super-admin' }
		}));
		const viewers = people.map(({ id }) => ({ personId: id, dashboardId: 'd-floor', everyDays: 1 }));
		const steps = [
			{ name: 'addPeople', input: { people } },
			{ name: 'setRoutine', input: { routine: { seed: 1, viewers } } },
			...Array.from({ length: MOST_STEPS - 2 }, () => ({ name: 'playDay', input: {} }))
		];
		let turns = 0;
		const counted = async () => {
			turns++;
		};
		const recipe = { sample: 'ten-licenses', print: 1, steps };
		const preview = await previewShared({ kind: 'recipe', recipe }, SAMPLES, counted);
		expect(!preview.ok && preview.error[0]?.code).toBe('LINK_OTHER_SAMPLE');
		expect(turns).toBeGreaterThan(10);
		expect(turns).toBeLessThan(MOST_STEPS);
		const stop = () => Promise.reject(new Error('cancelled'));
		await expect(previewShared({ kind: 'recipe', recipe }, SAMPLES, stop)).rejects.toThrow('cancelled');
	});
});

describe('[S8] the worker', () => {
	let db: SandboxDatabase;
	beforeEach(async () => {
		db = await openDatabase(`share-${Math.random()}`);
	});
	afterEach(() => {
		db.close();
	});
	const context: Context = { retried: false, progress: () => {}, pause, transfer: () => {} };

	test('makes a link of the journal as it stands, what was undone apart', async () => {
		const calls = engineCalls(() => Promise.resolve(db));
		let document = await stored(db, 's', TEN);
		for (const { name, input } of STEPS.filter(({ name }) => name !== 'recordViewing')) {
			const done = await dispatch(db, document, request(name, input));
			if (!done.ok) throw new Error(done.error.code);
			document = done.value;
		}
		const undone = await calls.step(
			{ scenarioId: 's', base: document.revision, direction: 'undo', at: 1 },
			context
		);
		expect(undone.ok).toBe(true);
		const now = await readDocument(db, 's');
		const link = await calls.shareLink(
			{ scenarioId: 's', revision: now.revision, samples: SAMPLES },
			context
		);
		expect(link.recipe).toEqual({ sample: 'ten-licenses', steps: 2 });
		const preview = await opens(link);
		expect(preview.ok && preview.value.file).toStrictEqual(toScenarioFile(now.scenario));
		expect(await db.scenarios.count()).toBe(1);
	});
});
