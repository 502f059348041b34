import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type SandboxDatabase } from './db';
import { dispatch } from './dispatch';
import { step } from './undo';
import { readDocument } from './document';
import { toStoreFault } from './fault';
import { duplicateScenario, purgeScenarios } from './library';
import { openDatabase } from './open';
import { allScenarios, scenarioById } from './queries';
import { diskFullAt, madeScenario, renamed, stored } from './store-fixture';

let db: SandboxDatabase;

beforeEach(async () => {
	db = await openDatabase('store.svelte.test');
});
afterEach(async () => {
	vi.restoreAllMocks();
	await db.delete();
});

test('[S2] D2 every write is one strict transaction', async () => {
	const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
	db.close();
	db = await openDatabase(db.name); // Dexie binds the function when it opens
	const doc = await stored(db, 's', madeScenario(600));
	await dispatch(db, doc, renamed(doc.scenario, 300, 'Alice'));
	await step(db, 's', 'undo', 2, 9000);
	await duplicateScenario(db, 's', 'copy', 'Copy', 9000);
	await purgeScenarios(db, ['copy']);
	const writes = begin.mock.results
		.map(({ value }) => value as IDBTransaction)
		.filter((transaction) => transaction.mode === 'readwrite');
	expect(writes.map((transaction) => transaction.durability)).toEqual(Array(5).fill('strict'));
});

test('[S2] a reload finds the scenario, its viewings and its undo', async () => {
	const doc = await stored(db, 's', madeScenario(600, 9000));
	const done = await dispatch(db, doc, renamed(doc.scenario, 300, 'Alice'));
	db.close();
	db = await openDatabase(db.name);
	expect(done).toEqual({ ok: true, value: await readDocument(db, 's') });
	await step(db, 's', 'undo', 2, 9000);
	expect((await readDocument(db, 's')).scenario).toEqual(doc.scenario);
});

test('[S5] a write that fails leaves the old state whole', async () => {
	const doc = await stored(db, 's', madeScenario(600));
	const disk = diskFullAt(3);
	const error: unknown = await dispatch(db, doc, renamed(doc.scenario, 0, 'Alice')).catch(
		(thrown: unknown) => thrown
	);
	disk.restore();
	expect(toStoreFault(error).code).toBe('STORAGE_FULL');
	expect(await readDocument(db, 's')).toEqual(doc);
});

test('[S4] a live query sees what another handle writes', async () => {
	const all = allScenarios(db);
	const one = scenarioById(db, 's');
	let seen: readonly unknown[] = [];
	const stop = $effect.root(() => {
		$effect(() => {
			seen = [all.current?.map((row) => row.id), one.current && one.current.revision];
		});
	});
	await expect.poll(() => seen).toEqual([[], null]);
	const other = await openDatabase(db.name);
	const doc = await stored(other, 's', madeScenario());
	await expect.poll(() => seen).toEqual([['s'], 1]);
	await dispatch(other, doc, renamed(doc.scenario, 0, 'Alice'));
	await expect.poll(() => seen).toEqual([['s'], 2]);
	other.close();
	stop();
});

test('[S2] who waits for a row gets it also when no word of the change comes', async () => {
	await stored(db, 's', madeScenario());
	const one = scenarioById(db, 's');
	const stop = $effect.root(() => {
		$effect(() => void one.current);
	});
	await expect.poll(() => one.current?.revision).toBe(1);
	const row = await db.scenarios.get('s');
	const native = db.backendDB().transaction('scenarios', 'readwrite'); // Dexie hears nothing of it
	native.objectStore('scenarios').put({ ...row, revision: 2 });
	await one.until((now) => now?.revision === 2);
	expect(one.current?.revision).toBe(2);
	stop();
});
