import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test, vi } from 'vitest';
import { SandboxDatabase, SCHEMA_VERSION } from './db';
import { readDocument } from './document';
import { StoreError, toStoreFault } from './fault';
import { readMarker, writeMarker, type Marker } from './marker';
import { openDatabase } from './open';
import { madeScenario, stored } from './store-fixture';

/** Makes, or upgrades, a database as newer code would. */
async function newer(name: string): Promise<void> {
	const later = new Dexie(name);
	later.version(SCHEMA_VERSION + 1).stores({ scenarios: 'id', later: 'id' });
	await later.open();
	later.close();
}

const faultOf = (promise: Promise<unknown>) =>
	promise.then(
		() => undefined,
		(error: unknown) => toStoreFault(error).code
	);

test('[S4] a database that newer code has upgraded is refused, and stays as it is', async () => {
	await newer('newer');
	expect(await faultOf(openDatabase('newer'))).toBe('NEWER_DATABASE');
	const later = new Dexie('newer');
	await later.open();
	expect(later.tables.map((table) => table.name).toSorted()).toEqual(['later', 'scenarios']);
	expect(later.verno).toBe(SCHEMA_VERSION + 1);
	later.close();
});

test('[S4] a tab whose database is upgraded by newer code lets go and stops writing', async () => {
	const db = await openDatabase('upgraded');
	await stored(db, 's', madeScenario());
	await newer('upgraded');
	expect(db.isOpen()).toBe(false);
	expect(await faultOf(readDocument(db, 's'))).toBe('STORAGE_CLOSED');
});

test('[S5] a closed database is not made anew behind our back', async () => {
	const db = await openDatabase('closed');
	db.close();
	expect(await faultOf(db.scenarios.toArray())).toBe('STORAGE_CLOSED');
});

test('[S5] one that is opened again must be there still', async () => {
	const db = await openDatabase('again');
	db.close();
	(await openDatabase('again', { mustExist: true })).close();
	await Dexie.delete('again');
	expect(await faultOf(openDatabase('again', { mustExist: true }))).toBe('STORAGE_CLOSED');
	expect(await Dexie.exists('again')).toBe(false);
});

test('[S5] one that is deleted elsewhere lets go at once', async () => {
	const db = await openDatabase('deleted');
	await Dexie.delete('deleted');
	expect(db.isOpen()).toBe(false);
});

test('[S5] where there is no database at all, opening says so', async () => {
	const { indexedDB } = Dexie.dependencies;
	delete (Dexie.dependencies as { indexedDB?: unknown }).indexedDB;
	try {
		expect(await faultOf(openDatabase('denied'))).toBe('STORAGE_DENIED');
	} finally {
		Dexie.dependencies.indexedDB = indexedDB;
	}
});

test('[S5] opening that fails is named by its innermost cause', async () => {
	vi.spyOn(indexedDB, 'open').mockImplementation(() => {
		throw new DOMException('not here', 'SecurityError');
	});
	expect(await faultOf(openDatabase('insecure'))).toBe('STORAGE_DENIED');
	vi.restoreAllMocks();
});

test('[S5] a database that another tab holds is given up after a while, for good', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const request = { result: { version: 10, close: () => {} } } as unknown as IDBOpenDBRequest;
	const open = vi.spyOn(indexedDB, 'open').mockReturnValue(request);
	const fault = faultOf(openDatabase('held'));
	await vi.advanceTimersByTimeAsync(60_000);
	expect(await fault).toBe('STORAGE_BLOCKED');
	request.onsuccess?.call(request, new Event('success')); // too late
	await vi.advanceTimersByTimeAsync(1);
	expect(open).toHaveBeenCalledTimes(1);
	vi.useRealTimers();
	vi.restoreAllMocks();
});

const full = new DOMException('no room', 'QuotaExceededError');

test.each([
	['bare', full],
	['inside an abort', new Dexie.AbortError('aborted', full)],
	['among the failures of many writes', new Dexie.BulkError('chunks.bulkPut()', { 0: full })],
	['among failures inside an abort', new Dexie.AbortError('aborted', new Dexie.BulkError('', { 0: full }))]
])('[S5] a full disk is STORAGE_FULL, %s', (_, error) => {
	expect(toStoreFault(error).code).toBe('STORAGE_FULL');
});

test('[S5] what nobody knows is STORAGE_BROKEN, in the platform’s own words', () => {
	expect(toStoreFault(new TypeError('odd'))).toEqual({ code: 'STORAGE_BROKEN', detail: 'TypeError: odd' });
	expect(toStoreFault('odd')).toEqual({ code: 'STORAGE_BROKEN', detail: 'odd' });
});

test('[S5] a chunk that is missing is a fault that names it', async () => {
	const db = new SandboxDatabase('broken');
	await db.open();
	await stored(db, 's', madeScenario());
	await db.chunks.delete(['s', 1]);
	const error: unknown = await readDocument(db, 's').catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(StoreError);
	expect(toStoreFault(error)).toEqual({ code: 'SCENARIO_BROKEN', detail: 'chunk 1 of s is missing' });
});

function storage(entries: Record<string, string> = {}): Storage {
	const map = new Map(Object.entries(entries));
	return {
		get length() {
			return map.size;
		},
		clear: () => map.clear(),
		key: (i) => [...map.keys()][i] ?? null,
		getItem: (key) => map.get(key) ?? null,
		setItem: (key, value) => void map.set(key, value),
		removeItem: (key) => void map.delete(key)
	};
}

const marker = (scenarios: number): Marker => ({ scenarios, names: ['A'].slice(0, scenarios), at: 1 });

test('[S5] an empty state never overwrites a marker of scenarios, unless the user emptied it', () => {
	const kept = storage();
	writeMarker(kept, marker(0), false);
	expect(readMarker(kept)).toEqual(marker(0));
	writeMarker(kept, marker(1), false);
	writeMarker(kept, marker(0), false);
	expect(readMarker(kept)).toEqual(marker(1));
	writeMarker(kept, marker(0), true);
	expect(readMarker(kept)).toEqual(marker(0));
});

test.each([
	'{',
	'1',
	'null',
	'{}',
	'{"scenarios":"1","names":[],"at":1}',
	'{"scenarios":1,"names":"A","at":1}'
])('[S5] a foreign value is no marker: %s', (text) => {
	expect(readMarker(storage({ 'live-reports-sandbox.marker': text }))).toBeUndefined();
});

test('[S5] denied storage stops nothing', () => {
	const deny = () => {
		throw new DOMException('denied', 'SecurityError');
	};
	const denied: Storage = { ...storage(), getItem: deny, setItem: deny };
	expect(readMarker(denied)).toBeUndefined();
	expect(() => writeMarker(denied, marker(0), false)).not.toThrow();
});
