/** A whole database as JSON and back, by the platform alone: what no later code of ours changes. */

interface DumpedStore {
	readonly keyPath: string | string[];
	readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[] }[];
	readonly rows: readonly unknown[];
}

export interface Dump {
	/** As the platform counts. */
	readonly version: number;
	readonly stores: Readonly<Record<string, DumpedStore>>;
}

const ARRAYS = { Uint8Array, Uint32Array, Float64Array };
type Kind = keyof typeof ARRAYS;

const toText = (_: string, value: unknown): unknown => {
	if (!ArrayBuffer.isView(value)) return value;
	const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
	return { [`$${value.constructor.name}`]: bytes.toString('base64') };
};

const fromText = (_: string, value: unknown): unknown => {
	if (typeof value !== 'object' || value === null) return value;
	const [entry, more] = Object.entries(value);
	if (!entry || more || !entry[0].startsWith('$')) return value;
	const bytes = Buffer.from(entry[1] as string, 'base64');
	return new ARRAYS[entry[0].slice(1) as Kind](
		bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
	);
};

export const dumpText = (dump: Dump): string => `${JSON.stringify(dump, toText, 1)}\n`;
export const parseDump = (text: string): Dump => JSON.parse(text, fromText) as Dump;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('no reason given'));
	});

/** Everything in a database, in the order of its keys. */
export async function dumpDatabase(name: string): Promise<Dump> {
	const db = await done(indexedDB.open(name));
	const stores: Record<string, DumpedStore> = {};
	const names = [...db.objectStoreNames].toSorted();
	const tx = db.transaction(names);
	for (const one of names) {
		const store = tx.objectStore(one);
		const indexes = [...store.indexNames].toSorted().map((index) => ({
			name: index,
			keyPath: store.index(index).keyPath
		}));
		stores[one] = {
			keyPath: store.keyPath as string,
			indexes,
			rows: (await done(store.getAll())) as unknown[]
		};
	}
	db.close();
	return { version: db.version, stores };
}

/** Makes a database as it was. */
export async function loadDatabase(name: string, dump: Dump): Promise<void> {
	await done(indexedDB.deleteDatabase(name));
	const request = indexedDB.open(name, dump.version);
	request.onupgradeneeded = () => {
		for (const [one, { keyPath, indexes, rows }] of Object.entries(dump.stores)) {
			const store = request.result.createObjectStore(one, { keyPath });
			for (const index of indexes) store.createIndex(index.name, index.keyPath);
			for (const row of rows) store.add(row);
		}
	};
	(await done(request)).close();
}
