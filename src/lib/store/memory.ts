import { Dexie } from 'dexie';

/**
 * From now on databases of this page are in memory and end with it: for browsers that deny theirs (S5). Scripts
 * that are loaded later find it in the place of the browser's own.
 */
export async function keepInMemory(): Promise<void> {
	const { indexedDB, IDBKeyRange } = await import('fake-indexeddb');
	for (const [name, value] of Object.entries({ indexedDB, IDBKeyRange }))
		Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
	Dexie.dependencies.indexedDB = indexedDB;
	Dexie.dependencies.IDBKeyRange = IDBKeyRange;
}
