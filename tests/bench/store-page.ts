import { type Scenario } from '$lib/domain/scenario';
import { type ChunkData } from '$lib/store/chunks';
import { type SandboxDatabase } from '$lib/store/db';
import { dispatch } from '$lib/store/dispatch';
import { readDocument, type Document } from '$lib/store/document';
import { createScenario, pack } from '$lib/store/library';
import { openDatabase } from '$lib/store/open';
import { makeAccount } from './accounts';

export type Size = Parameters<typeof makeAccount>[0];

/** Medians in milliseconds; sizes in bytes. */
export interface Measured {
	readonly people: number;
	readonly chunks: number;
	readonly bytes: number;
	readonly create: number;
	readonly open: number;
	readonly edit: number;
	/** What one edit writes: chunks, and their bytes. */
	readonly editChunks: number;
	readonly editBytes: number;
	/** One raw value of the same bytes, written and read. */
	readonly rawCreate: number;
	readonly rawOpen: number;
	readonly rawEdit: number;
}

const ROUNDS = 5;
const EDITS = 15;

declare global {
	var measure: (size: Size) => Promise<Measured>;
}

/** Measures the store on this browser's own IndexedDB, and the same bytes as one raw value beside it. */
globalThis.measure = async (size) => {
	const scenario = makeAccount(size);
	const name = `bench ${size}`;
	let db = await openDatabase(name);
	const raw = await openRaw(`raw ${size}`);
	const took = { create: [] as number[], open: [] as number[], edit: [] as number[] };
	const floor = { create: [] as number[], open: [] as number[], edit: [] as number[] };
	const written = { chunks: 0, bytes: 0, ofChunks: 0, ofBytes: 0 };

	for (let round = 0; round < ROUNDS; round++) {
		const id = `s${round}`;
		await timed(took.create, () => createScenario(db, id, pack(scenario), 0));
		db.close();
		db = await openDatabase(name);
		let document = await timed(took.open, () => readDocument(db, id));
		if (round === 0) Object.assign(written, await whatIsWritten(db, document, scenario));

		await timed(floor.create, () => raw.put('all', new ArrayBuffer(written.ofBytes)));
		await timed(floor.open, () => raw.get('all'));
		for (let i = 0; i < EDITS; i++) {
			document = await timed(took.edit, () => edited(db, document, i));
			// An edit writes its chunk, and for undo the chunk as it was.
			await timed(floor.edit, () => raw.put('one', new ArrayBuffer(2 * written.bytes)));
		}
	}
	await db.delete();
	await raw.delete();
	return {
		people: scenario.people.length,
		chunks: written.ofChunks,
		bytes: written.ofBytes,
		create: median(took.create),
		open: median(took.open),
		edit: median(took.edit),
		editChunks: written.chunks,
		editBytes: written.bytes,
		rawCreate: median(floor.create),
		rawOpen: median(floor.open),
		rawEdit: median(floor.edit)
	};
};

/** Renames one person, somewhere in the list. */
async function edited(db: SandboxDatabase, document: Document, i: number): Promise<Document> {
	const { people } = document.scenario;
	const person = { ...people[(i * 7919) % people.length]!, name: `Edited ${i} ${document.revision}` };
	const request = { id: `${document.id} ${i}`, name: 'editPerson', input: { person }, actor: null, at: i };
	const done = await dispatch(db, document, request);
	if (!done.ok) throw new Error(done.error.code);
	return done.value;
}

/** What one edit writes, against everything that the scenario has. Done on a copy. */
async function whatIsWritten(db: SandboxDatabase, document: Document, scenario: Scenario) {
	await createScenario(db, 'probe', pack(scenario), 0);
	const after = await edited(db, { ...document, id: 'probe' }, 0);
	const layout = await db.layouts.get('probe');
	const chunks = await db.chunks.where('[scenarioId+n]').between(['probe', 0], ['probe', Infinity]).toArray();
	const refs = Object.values(layout!.lists).flat();
	const fresh = new Set(refs.filter((ref) => ref.revision === after.revision).map((ref) => ref.n));
	const bytesOf = (list: typeof chunks) => list.reduce((sum, { data }) => sum + byteCount(data), 0);
	const mine = chunks.filter((chunk) => fresh.has(chunk.n));
	return {
		chunks: mine.length,
		bytes: bytesOf(mine),
		ofChunks: chunks.length,
		ofBytes: bytesOf(chunks)
	};
}

function byteCount(data: ChunkData): number {
	if (data instanceof Uint8Array) return data.byteLength;
	const ids = JSON.stringify([data.personIds, data.dashboardIds]).length;
	return ids + data.person.byteLength + data.dashboard.byteLength + data.at.byteLength;
}

/** IndexedDB with nothing between: one store, strict writes. */
async function openRaw(name: string) {
	const opening = indexedDB.open(name, 1);
	opening.onupgradeneeded = () => opening.result.createObjectStore('values');
	await settled(opening);
	const db = opening.result;
	const begin = (mode: IDBTransactionMode) => db.transaction('values', mode, { durability: 'strict' });
	return {
		put: (key: string, value: ArrayBuffer) =>
			new Promise<void>((resolve, reject) => {
				const transaction = begin('readwrite');
				transaction.objectStore('values').put(value, key);
				transaction.oncomplete = () => resolve();
				transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
			}),
		get: (key: string) => settled(begin('readonly').objectStore('values').get(key)),
		delete: () => {
			db.close();
			return settled(indexedDB.deleteDatabase(name));
		}
	};
}

const settled = (request: IDBRequest) =>
	new Promise<void>((resolve, reject) => {
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error ?? new Error('failed'));
	});

async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
	const start = performance.now();
	const result = await work();
	into.push(performance.now() - start);
	return result;
}

const median = (numbers: readonly number[]): number =>
	numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
