/** What befalls the store at any single place: a call that fails, a chunk or an entry of the history that is damaged. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SandboxDatabase } from '$lib/store/db';
import { dispatch } from '$lib/store/dispatch';
import { type Document, readDocument } from '$lib/store/document';
import { toStoreFault } from '$lib/store/fault';
import { stepTo } from '$lib/store/history';
import {
	binScenario,
	createScenario,
	duplicateScenario,
	eraseAll,
	markExported,
	pack,
	purgeScenarios,
	restoreBackup,
	restoreScenario
} from '$lib/store/library';
import { openDatabase } from '$lib/store/open';
import { rawText } from '$lib/store/raw';
import { madeScenario, renamed, request, stored } from '$lib/store/store-fixture';
import { step } from '$lib/store/undo';
import { backupCalls } from '$lib/worker/backup-calls';
import { engineCalls } from '$lib/worker/engine-calls';
import { type Context } from '$lib/worker/serve';
import { dumpDatabase, dumpText, loadDatabase, parseDump } from './migrations/dump';

const NAME = 'store-faults';
let db: SandboxDatabase;
let doc: Document;
let whole: string;

/** Two scenarios: one with a history of five steps, one of them undone, and one beside it. */
beforeEach(async () => {
	db = await openDatabase(NAME);
	doc = await stored(db, 's', madeScenario(300, 5));
	await stored(db, 'beside', { ...madeScenario(4), name: 'Beside' });
	for (let i = 0; i < 5; i++) {
		const done = await dispatch(db, doc, renamed(doc.scenario, i * 60, `Renamed ${i}`));
		if (!done.ok) throw new Error(done.error.code);
		doc = done.value;
	}
	await step(db, 's', 'undo', doc.revision, 1);
	doc = await readDocument(db, 's', doc);
	whole = await content();
});
afterEach(async () => {
	await db.delete();
});

const content = async () => dumpText(await dumpDatabase(NAME));

/** The calls of the platform that read or write. */
const CALLS = [
	'get',
	'getAll',
	'getAllKeys',
	'getKey',
	'put',
	'add',
	'delete',
	'clear',
	'count',
	'openCursor',
	'openKeyCursor'
];

/** Makes the n-th call of the platform throw, until it is restored; 0: none, only counts. */
function failAt(nth: number): { readonly calls: () => number; readonly restore: () => void } {
	let calls = 0;
	const undo: (() => void)[] = [];
	for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype])
		for (const name of CALLS) {
			const real = Object.getOwnPropertyDescriptor(prototype, name);
			if (!real) continue;
			Object.defineProperty(prototype, name, {
				...real,
				value(this: object, ...given: unknown[]): unknown {
					if (++calls === nth) throw new DOMException('the disk went', 'UnknownError');
					return Reflect.apply(real.value as (...all: unknown[]) => unknown, this, given);
				}
			});
			undo.push(() => Object.defineProperty(prototype, name, real));
		}
	return { calls: () => calls, restore: () => undo.forEach((one) => one()) };
}

const WRITES: Readonly<Record<string, () => Promise<unknown>>> = {
	'a command': () => dispatch(db, doc, { ...renamed(doc.scenario, 7, 'Other'), id: 'x', at: 9 }),
	'a command that adds a chunk': () =>
		dispatch(db, doc, {
			...request('addPeople', {
				people: Array.from({ length: 300 }, (_, i) => ({
					id: `n${i}`,
					name: `New ${i}`,
					extension: String(5_000 + i),
					roleId: 'standard'
				}))
			}),
			id: 'x',
			at: 9
		}),
	undo: () => step(db, 's', 'undo', doc.revision, 9),
	redo: () => step(db, 's', 'redo', doc.revision, 9),
	'many steps at once': () => stepTo(db, 's', 0, doc.revision, 9),
	'a new scenario': () => createScenario(db, 'new', pack(madeScenario(300)), 9),
	'a copy': () => duplicateScenario(db, 's', 'copy', 'Copy', 9),
	'many restored': () =>
		restoreBackup(
			db,
			['r1', 'r2'].map((id) => ({ id, scenario: madeScenario(3), deleted: id === 'r2' })),
			9
		),
	'into the bin': () => binScenario(db, 's', 9),
	'out of the bin': () => restoreScenario(db, 's'),
	'a note of an export': () => markExported(db, 's', 3),
	'deleting for good': () => purgeScenarios(db, ['s']),
	'erasing everything': () => eraseAll(db)
};

test.each(Object.entries(WRITES))(
	'[S2] [S5] D23 %s: whichever call of the platform fails, all of it is done or nothing',
	async (_, write) => {
		const probe = failAt(0);
		await write();
		probe.restore();
		const [after, calls] = [await content(), probe.calls()];
		expect(calls).toBeGreaterThan(0);
		const states = new Set<string>();
		for (let nth = 1; nth <= calls; nth++) {
			db.close();
			await loadDatabase(NAME, parseDump(whole));
			db = await openDatabase(NAME);
			const disk = failAt(nth);
			const failed = await write().then(
				() => false,
				() => true
			);
			disk.restore();
			const now = await content();
			expect(now === whole || now === after, `call ${nth} of ${calls}`).toBe(true);
			if (failed) expect(now === whole, `call ${nth} failed`).toBe(true);
			states.add(now);
		}
		expect(states).toContain(whole);
	}
);

const GARBAGE: readonly unknown[] = [
	new TextEncoder().encode('[{"id":"p0"'),
	new TextEncoder().encode('null'),
	new TextEncoder().encode('[null]'),
	new Uint8Array([255, 254, 0, 1]),
	'text',
	7,
	null,
	{}
];

const context: Context = {
	retried: false,
	progress: () => undefined,
	pause: () => Promise.resolve(),
	transfer: () => undefined
};

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
	let all = '';
	for await (const piece of pieces) all += piece;
	return all;
}

describe('[S5] D22 what is damaged at one place', () => {
	test('a chunk: its scenario says so by name, the others open, a backup leaves it out, raw data hold it', async () => {
		const chunks = await db.chunks.where(':id').between(['s', 0], ['s', Infinity]).toArray();
		expect(chunks.length).toBeGreaterThan(5);
		for (const { n } of chunks)
			for (const data of GARBAGE) {
				await db.chunks.put({ scenarioId: 's', n, data: data as Uint8Array });
				const engine = engineCalls(() => Promise.resolve(db));
				const asked = engine.summarize({ scenarioId: 's', revision: doc.revision }, context);
				const fault = await Promise.resolve(asked).then(
					() => undefined,
					(error: unknown) => toStoreFault(error)
				);
				expect(fault?.code, `chunk ${n}: ${JSON.stringify(data)}`).toBe('SCENARIO_BROKEN');
				expect(await engine.summarize({ scenarioId: 'beside', revision: 1 }, context)).toMatchObject({
					revision: 1
				});
			}
		await db.chunks.put({ scenarioId: 's', n: chunks[0]!.n, data: GARBAGE[0] as Uint8Array });
		const calls = backupCalls(() => Promise.resolve(db));
		const backup = await calls.exportBackup({ at: 0 }, context);
		expect(backup.unreadable).toEqual([doc.scenario.name]);
		expect(JSON.parse(await backup.blob.text())).toMatchObject({
			scenarios: [{ scenario: { name: 'Beside' } }]
		});
		const raw = JSON.parse(await (await calls.exportRaw({ scenarioId: 's' }, context)).blob.text()) as {
			chunks: { n: number; data: unknown }[];
			journal: unknown[];
		};
		expect(raw.chunks).toHaveLength(chunks.length);
		expect(raw.chunks[0]?.data).toEqual({
			$Uint8Array: Buffer.from(GARBAGE[0] as Uint8Array).toString('base64')
		});
		expect(raw.journal).toHaveLength(5);
	});

	test('an entry of the history: the scenario opens and goes on, and only steps over that entry fail, whole', async () => {
		const entries = await db.journal.where(':id').between(['s', 0], ['s', Infinity]).toArray();
		for (const entry of entries)
			for (const other of [5, 'text', {}, { head: null, counts: null, chunks: [{ n: 1 }], lists: {} }]) {
				await db.journal.put({ ...entry, other: other as never, name: undefined as never });
				const damaged = await content();
				const open = await readDocument(db, 's');
				expect(open.scenario).toEqual(doc.scenario);
				const query = { sort: null, filter: '', from: 0, to: 50 };
				const listed = await engineCalls(() => Promise.resolve(db)).historyRows(
					{ scenarioId: 's', revision: open.revision, query },
					context
				);
				expect(listed.total).toBe(6); // five steps and the start
				const over = await stepTo(db, 's', entry.seq - 1 < 4 ? entry.seq - 1 : 5, open.revision, 1).then(
					(done) => done.ok,
					() => false
				);
				if (!over) expect(await content()).toBe(damaged);
				const done = await dispatch(
					db,
					await readDocument(db, 's'),
					request('renameScenario', { name: 'Goes on' })
				);
				expect(done.ok).toBe(true);
				expect(await textOf(rawText(db, 's'))).toContain('"journal"');
				db.close();
				await loadDatabase(NAME, parseDump(whole));
				db = await openDatabase(NAME);
			}
	});
});
