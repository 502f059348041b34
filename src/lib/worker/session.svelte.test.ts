import { Dexie } from 'dexie';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import ten from '../content/ten-licenses.json';
import { type ScenarioFile } from '$lib/domain/scenario';
import { DATABASE, type SandboxDatabase } from '../store/db';
import { openDatabase } from '../store/open';
import { scenarioById } from '../store/queries';
import { WorkerClient } from './client';
import { type EngineCalls, type FileCalls } from './protocol';
import { Session } from './session.svelte';
import { Work } from './work.svelte';

const engineWorker = () => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
const filesWorker = () => new Worker(new URL('./files.worker.ts', import.meta.url), { type: 'module' });

let db: SandboxDatabase;
let engine: WorkerClient<EngineCalls>;
let session: Session;
let stop: () => void;

beforeEach(async () => {
	db = await openDatabase();
	engine = new WorkerClient<EngineCalls>(engineWorker);
	const made = await engine.call('createFromFile', { id: 's', file: ten as ScenarioFile, at: 1 });
	expect(made).toEqual({ ok: true, value: null });
	open();
	await expect.poll(() => session.summary?.figures.active).toBe(10);
});

afterEach(async () => {
	stop();
	engine.dispose();
	db.close();
	await Dexie.delete(DATABASE);
});

function open() {
	let count = 0;
	session = new Session('s', {
		engine,
		work: new Work(),
		row: scenarioById(db, 's'),
		newId: () => `command-${++count}`,
		now: () => 2
	});
	stop = $effect.root(() => {
		$effect(() => session.follow());
	});
	flushSync();
}

const figures = () => {
	const { needed, active, purchased, overage } = session.summary!.figures;
	return [needed, active, purchased.total, overage];
};

it('[L6] [L7] [L8] [L9] counts the ten-license example in the worker', () => {
	expect(figures()).toEqual([10, 10, 10, 0]);
});

it('[S1] [S2] does a command, then undoes and redoes it, and the figures follow', async () => {
	expect(await session.dispatch('setAssumption', { id: 'A-ADMIN', choice: 'always' })).toEqual({
		ok: true,
		value: null
	});
	expect(figures()).toEqual([11, 10, 10, 0]);
	expect(await session.undo()).toEqual({ ok: true, value: null });
	expect(figures()).toEqual([10, 10, 10, 0]);
	expect(await session.redo()).toEqual({ ok: true, value: null });
	expect(figures()).toEqual([11, 10, 10, 0]);
	expect(await session.redo()).toEqual({ ok: false, error: { code: 'NOTHING_LEFT' } });
});

it('[S2] answers a change only when the row says it too: a form never falls back to the old value', async () => {
	for (const plan of ['customer-engagement-bundle', 'standard', 'customer-engagement-bundle'] as const) {
		await session.dispatch('editAccount', { plan });
		expect(session.row?.head.account.plan).toBe(plan);
	}
	await session.undo();
	expect(session.row?.head.account.plan).toBe('standard');
});

it('[S2] answers a change, too, while nobody reads the row', async () => {
	stop();
	const answer = await session.dispatch('editAccount', { plan: 'customer-engagement-bundle' });
	expect(answer).toEqual({ ok: true, value: null });
});

it('[S1] refuses a command with a code and leaves the scenario alone', async () => {
	const answer = await session.dispatch('renameScenario', { name: '  ' });
	expect(answer).toEqual({ ok: false, error: { code: 'EMPTY_NAME', path: 'name' } });
	expect((await db.scenarios.get('s'))?.revision).toBe(1);
});

it('[S4] what a form shows stays what it was opened on: another tab’s change since is a conflict once', async () => {
	const other = new WorkerClient<EngineCalls>(engineWorker);
	const theirs = (id: string, base: number) =>
		other.call('dispatch', {
			scenarioId: 's',
			base,
			request: { id, name: 'stepClock', input: { days: 1 }, actor: null, at: 3 }
		});
	const end = session.hold();
	expect(await session.dispatch('renameScenario', { name: 'Mine' })).toMatchObject({ ok: true });
	expect(await session.dispatch('renameScenario', { name: 'Again' })).toMatchObject({ ok: true });
	const refused = { ok: false, error: { code: 'CONFLICT' } };
	for (const [id, base] of [
		['x', 3],
		['z', 5]
	] as const) {
		await theirs(id, base);
		await expect.poll(() => session.row?.revision).toBe(base + 1);
		expect(await session.dispatch('renameScenario', { name: `Over ${id}` })).toMatchObject(refused);
		expect(await session.dispatch('renameScenario', { name: `Over ${id}` })).toMatchObject({ ok: true });
	}
	end();
	expect(await session.dispatch('renameScenario', { name: 'Seen' })).toMatchObject({ ok: true });
	other.dispose();
});

it('[S4] a session that has not seen another tab’s change gets a conflict, then sees it', async () => {
	const other = new WorkerClient<EngineCalls>(engineWorker);
	const request = { id: 'x', name: 'stepClock', input: { days: 1 }, actor: null, at: 3 };
	const [theirs, ours] = await Promise.all([
		other.call('dispatch', { scenarioId: 's', base: 1, request }),
		engine.call('dispatch', { scenarioId: 's', base: 1, request: { ...request, id: 'y' } })
	]);
	const answers = [theirs, ours].map((one) =>
		one.ok && one.value.ok ? 'done' : one.ok ? 'conflict' : 'fault'
	);
	expect(answers.sort()).toEqual(['conflict', 'done']);
	await expect.poll(() => session.summary?.asOf).toBe('2026-11-25T14:00:00Z');
	other.dispose();
});

it('[W4] [W5] answers rows of both tables, sorted and filtered', async () => {
	const query = { sort: null, filter: '', from: 0, to: 3 };
	const seats = await session.seatRows(query);
	expect(seats.total).toBe(10);
	expect(seats.rows.map((row) => row.name)).toEqual(['Alice', 'Bob', 'David']);
	const byExtension = await session.seatRows({ ...query, sort: { column: 'extension', descending: true } });
	expect(byExtension.rows.map((row) => row.extension)).toEqual(['125', '124', '123']);
	const belmont = await session.detailRows({ ...query, filter: 'belmont' });
	expect(belmont.total).toBe(5);
	const needed = await session.neededRows({ ...query, sort: { column: 'basis', descending: false } });
	expect(needed.rows.map((row) => [row.name, row.permission])).toEqual([
		['Alice', true],
		['Bob', true],
		['David', false]
	]);
});

it('[L13] says why a person counts', async () => {
	const answer = await session.because('alice');
	expect(answer.ok && answer.value?.active).toEqual([
		{ kind: 'viewed', dashboard: 'Support floor', lastAt: 1795443000, times: 2 }
	]);
});

it('[W1] writes the workbook in the worker', async () => {
	const made = await session.workbook();
	expect(made.ok && made.value.name).toBe('RingCentral_LR_Licensed Users_20261124_090000.xlsx');
	const bytes = made.ok ? new Uint8Array(await made.value.blob.arrayBuffer()) : new Uint8Array();
	expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
});

it('[S6] export → import is deep-equal', async () => {
	const made = await engine.call('exportFile', { scenarioId: 's', revision: 1 });
	if (!made.ok) throw new Error(made.error.detail);
	expect(JSON.parse(await made.value.blob.text())).toEqual(ten);
	const files = new WorkerClient<FileCalls>(filesWorker);
	const read = await files.call('read', { file: new File([made.value.blob], made.value.name) });
	expect(read.ok && read.value.ok && read.value.value.counts.people).toBe(11);
	expect(await files.call('create', { id: 't', at: 5 })).toEqual({ ok: true, value: true });
	const again = await engine.call('exportFile', { scenarioId: 't', revision: 1 });
	expect(again.ok && JSON.parse(await again.value.blob.text())).toEqual(ten);
	files.dispose();
});

it('[S9] a wrong file is told fault by fault and nothing is created', async () => {
	const files = new WorkerClient<FileCalls>(filesWorker);
	const read = await files.call('read', { file: new File(['{"format": 1'], 'x.json') });
	expect(read.ok && !read.value.ok && read.value.error.map((fault) => fault.code)).toEqual(['NOT_JSON']);
	expect(await files.call('create', { id: 't', at: 5 })).toEqual({ ok: true, value: false });
	expect(await db.scenarios.count()).toBe(1);
	files.dispose();
});

it('[S2] a worker that dies is replaced, and what it was asked is asked again', async () => {
	let first: Worker | undefined;
	const mortal = new WorkerClient<EngineCalls>(() => {
		const worker = engineWorker();
		first ??= worker;
		return worker;
	});
	const asked = mortal.call('summarize', { scenarioId: 's', revision: 1 });
	first!.onerror?.(new ErrorEvent('error', { message: 'killed' }));
	const answer = await asked;
	expect(answer.ok && answer.value.summary.figures.active).toBe(10);
	mortal.dispose();
});
