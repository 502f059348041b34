import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SandboxDatabase } from './db';
import { dispatch } from './dispatch';
import { readDocument, type Document } from './document';
import { historyExtent, readEntries, stepTo } from './history';
import { openDatabase } from './open';
import { diskFullAt, madeScenario, renamed, request, stored } from './store-fixture';
import { step } from './undo';

let db: SandboxDatabase;
let databases = 0;

beforeEach(async () => {
	db = await openDatabase(`history ${++databases}`);
});
afterEach(async () => {
	await db.delete();
});

async function rename(doc: Document, ...names: string[]): Promise<Document> {
	let next = doc;
	for (const name of names) {
		const result = await dispatch(db, next, renamed(next.scenario, 0, name));
		if (!result.ok) throw new Error(result.error.code);
		next = result.value;
	}
	return next;
}

const nameNow = async () => (await readDocument(db, 's')).scenario.people[0]!.name;

test('[S2] any point of the history can be gone to, back and forth, and each is exact', async () => {
	const start = await stored(db, 's', madeScenario());
	await rename(start, 'One', 'Two', 'Three', 'Four');
	expect(await historyExtent(db, 's')).toEqual({ count: 4, applied: 4, createdAt: 1000 });
	expect(await stepTo(db, 's', 1, 5, 9000)).toEqual({ ok: true, value: 8 });
	expect(await nameNow()).toBe('One');
	expect(await db.scenarios.get('s')).toMatchObject({ applied: 1, undo: { name: 'editPerson' } });
	expect(await stepTo(db, 's', 3, 8, 9000)).toEqual({ ok: true, value: 10 });
	expect(await nameNow()).toBe('Three');
	expect(await stepTo(db, 's', 0, 10, 9000)).toEqual({ ok: true, value: 13 });
	expect((await readDocument(db, 's')).scenario).toEqual(start.scenario);
	expect(await stepTo(db, 's', 4, 13, 9000)).toEqual({ ok: true, value: 17 });
	expect(await nameNow()).toBe('Four');
	expect(await stepTo(db, 's', 4, 17, 9000)).toEqual({ ok: true, value: 17 });
});

test('[S2] a tab that holds the document catches up over many steps at once', async () => {
	const held = await rename(await stored(db, 's', madeScenario(2000)), 'One', 'Two', 'Three');
	await stepTo(db, 's', 1, 4, 9000);
	expect((await readDocument(db, 's', held)).scenario).toEqual((await readDocument(db, 's')).scenario);
});

test('[S4] another tab’s newer change is a conflict, and nothing is stepped', async () => {
	await rename(await stored(db, 's', madeScenario()), 'One', 'Two');
	await step(db, 's', 'undo', 3, 9000);
	expect(await stepTo(db, 's', 0, 3, 9000)).toEqual({ ok: false, error: { code: 'CONFLICT', revision: 4 } });
	expect(await nameNow()).toBe('One');
});

test('[S5] a disk that fills up half-way leaves every step undone', async () => {
	await rename(await stored(db, 's', madeScenario()), 'One', 'Two', 'Three');
	const disk = diskFullAt(6);
	await expect(stepTo(db, 's', 0, 4, 9000)).rejects.toThrow();
	disk.restore();
	expect(disk.writes()).toBe(6);
	expect(await nameNow()).toBe('Three');
	expect(await db.scenarios.get('s')).toMatchObject({ applied: 3, revision: 4 });
});

test('[S2] what is too old, or was never done, is an answer and changes nothing', async () => {
	await rename(await stored(db, 's', madeScenario()), 'One', 'Two', 'Three');
	await db.journal.update(['s', 1], { other: null }); // as dispatch does once UNDO_STEPS have come after it
	const nothing = { ok: false, error: { code: 'NOTHING_LEFT' } };
	expect(await stepTo(db, 's', 0, 4, 9000)).toEqual(nothing);
	expect(await stepTo(db, 's', 9, 4, 9000)).toEqual(nothing);
	expect(await nameNow()).toBe('Three');
	expect(await stepTo(db, 's', 1, 4, 9000)).toMatchObject({ ok: true });
});

test('entries come in order and without what they replaced', async () => {
	await rename(await stored(db, 's', madeScenario()), 'One', 'Two', 'Three');
	const entries = await readEntries(db, 's', 2, 9);
	expect(entries.map(({ seq, reversible }) => [seq, reversible])).toEqual([
		[2, true],
		[3, true]
	]);
	expect(entries[0]).toMatchObject({ name: 'editPerson', actor: null, asOf: '2026-11-24T14:00:00Z' });
	expect(entries[0]).not.toHaveProperty('other');
	expect(await readEntries(db, 's', 3, 2)).toEqual([]);
	await expect(historyExtent(db, 'gone')).rejects.toThrow();
	expect(await dispatch(db, await readDocument(db, 's'), request('noSuch', {}))).toMatchObject({ ok: false });
});
