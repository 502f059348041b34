/** Whatever was released stays readable (S6): files and databases of every version, kept as they were written. */
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { BACKUP_VERSION } from '$lib/domain/backup';
import { SCENARIO_VERSION, type Scenario } from '$lib/domain/scenario';
import { SHARE_VERSION } from '$lib/domain/share-link';
import { packViewings } from '$lib/domain/viewing';
import { progressKey } from '$lib/domain/lesson-shelf';
import { packKey } from '$lib/lessons/pack-hash';
import { keepDraft } from '$lib/store/lesson-shelf';
import { lessonsInBackup } from '$lib/worker/backup-calls';
import { readBackup } from '$lib/files/read-backup';
import { readBackupLessons } from '$lib/files/read-backup-lessons';
import { readLink } from '$lib/files/read-link';
import { readScenario } from '$lib/files/read-scenario';
import { scenarioText } from '$lib/files/write-scenario';
import { SandboxDatabase, SCHEMA_VERSION } from '$lib/store/db';
import { dispatch } from '$lib/store/dispatch';
import { readDocument } from '$lib/store/document';
import { toStoreFault } from '$lib/store/fault';
import { historyExtent, stepTo } from '$lib/store/history';
import { type Migration, MIGRATIONS } from '$lib/store/migrations';
import { readLessons } from '$lib/store/lesson-copy';
import { binScenario, createScenario, pack } from '$lib/store/library';
import { openDatabase } from '$lib/store/open';
import { madeScenario } from '$lib/store/store-fixture';
import { step } from '$lib/store/undo';
import { type Dump, dumpDatabase, dumpText, loadDatabase, parseDump } from './migrations/dump';
import { record } from './migrations/record';

const FOLDER = join(import.meta.dirname, 'migrations');
const GOLDEN = join(FOLDER, 'golden.json');
const NAME = 'migrated';
const text = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const bytes = (file: string) => new Uint8Array(readFileSync(join(FOLDER, file)));
const print = (...scenarios: readonly Scenario[]) =>
	createHash('sha256')
		.update(scenarios.map((one) => [...scenarioText(one)].join('')).join('\n'))
		.digest('hex');

/** What a fixture comes to with the code of today. */
const READ: Readonly<Record<string, (file: string) => Promise<string>>> = {
	async scenario(file) {
		const read = await readScenario(bytes(file));
		if (!read.ok) throw new Error(JSON.stringify(read.error[0]));
		return print(read.value.scenario);
	},
	async backup(file) {
		const read = await readBackup(bytes(file));
		if (!read.ok) throw new Error(JSON.stringify(read.error[0]));
		const { entries, madeAt } = read.value;
		return `${print(...entries.map(({ scenario }) => scenario))} ${madeAt} ${entries.map(({ deleted }) => deleted).join()}`;
	},
	async 'share-link'(file) {
		const read = await readLink(text(file).trim());
		if (!read.ok || read.value.kind !== 'scenario') throw new Error('no scenario');
		const shared = read.value.file;
		return print({ ...shared, viewings: packViewings(shared.viewings) });
	},
	async database(file) {
		await loadDatabase(NAME, parseDump(text(file)));
		const first = await standing();
		expect(await standing()).toBe(first); // twice is once
		return first;
	}
};

/** Every scenario at every point of its history, then as it was left, and what is kept of lessons. */
async function standing(migrations?: readonly Migration[]): Promise<string> {
	const db = await openDatabase(NAME, { ...(migrations && { migrations }) });
	const parts: string[] = [];
	for (const row of await db.scenarios.toArray()) {
		const { count, applied } = await historyExtent(db, row.id);
		const here = await readDocument(db, row.id);
		parts.push(print(here.scenario), String(row.deletedAt));
		let { revision } = here;
		for (const target of [0, count, applied]) {
			const stepped = await stepTo(db, row.id, target, revision, 0);
			if (!stepped.ok) throw new Error(stepped.error.code);
			revision = stepped.value;
			parts.push(print((await readDocument(db, row.id)).scenario));
		}
		expect((await readDocument(db, row.id)).scenario).toEqual(here.scenario);
	}
	const lessons = await readLessons(db);
	if (Object.values(lessons).some((rows: readonly unknown[]) => rows.length > 0))
		parts.push(JSON.stringify(lessons));
	db.close();
	return createHash('sha256').update(parts.join('\n')).digest('hex');
}

if (process.env['RECORD'])
	test('the fixtures of the version that is current are recorded', async () => {
		await record(FOLDER, await openDatabase('recorded'));
		const golden: Record<string, string> = {};
		for (const file of fixtures()) golden[file] = await READ[kindOf(file)]!(file);
		writeFileSync(GOLDEN, `${JSON.stringify(golden, null, '\t')}\n`);
	});

const fixtures = () =>
	readdirSync(FOLDER)
		.filter((name) => /-\d+\.(json|txt)$/.test(name))
		.toSorted();
const kindOf = (file: string) => file.replace(/-\d+\.\w+$/, '');

afterEach(async () => {
	await new SandboxDatabase(NAME).delete();
});

describe('every version that was released', () => {
	const golden = JSON.parse(readFileSync(GOLDEN, 'utf8')) as Record<string, string>;

	test('[S6] D16 has a fixture of each kind, up to the one that is current', () => {
		const versions: readonly (readonly [string, number])[] = [
			['backup', BACKUP_VERSION],
			['database', SCHEMA_VERSION],
			['scenario', SCENARIO_VERSION],
			['share-link', SHARE_VERSION]
		];
		const wanted = versions.flatMap(([kind, last]) =>
			Array.from({ length: last }, (_, i) => `${kind}-${i + 1}.${kind === 'share-link' ? 'txt' : 'json'}`)
		);
		expect(fixtures()).toEqual(wanted);
		expect(Object.keys(golden)).toEqual(wanted);
	});

	test.each(fixtures())('[S6] D16 %s comes to what it always did', async (file) => {
		expect(await READ[kindOf(file)]!(file)).toBe(golden[file]);
	});
});

test('[S6] D16 the recorded database has a kept pack, drafts with and without a revision, and progress, which open as they were', async () => {
	await loadDatabase(NAME, released());
	const db = await openDatabase(NAME);
	const { packs, drafts, progress } = await readLessons(db);
	expect(packs.map(({ key, pack }) => key === packKey(pack))).toEqual([true]);
	expect(drafts.map(({ revision }) => revision)).toEqual([3, undefined]);
	expect(
		progress.map((one) => [one.key === progressKey(one.packKey, one.progress.lessonId), one.progress])
	).toEqual([[true, expect.objectContaining({ scenarioId: 'told', activeSeconds: 90 })]]);
	const kept = lessonsInBackup({ packs, drafts, progress }, new Map([['told', 0]]));
	expect(await readBackupLessons(JSON.parse(JSON.stringify(kept)), [])).toMatchObject({ ok: true });
	// The draft of before revisions were counted is written on, once.
	const old = drafts[1]!;
	expect(await keepDraft(db, old, 0)).toMatchObject({ ok: true, value: { revision: 1 } });
	expect(await keepDraft(db, old, 0)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
	db.close();
});

/** A made-up next version: a key that is renamed, one that moves, viewings that shift, an index more. */
const NEXT: Migration = {
	tables: { scenarios: 'id, changedAt' },
	row: (row) => ({ ...row, touched: true }),
	head: (head) => ({ ...head, name: `${String(head['name'])} (2)` }),
	items: {
		people: ({ name, ...person }) => ({ ...person, name: `${String(name)}, moved` }),
		queues: (queue) => ({ ...queue, extension: `${String(queue['extension'])}0` })
	},
	viewings: (block) => ({ ...block, at: block.at.map((at) => at + 60) }),
	command: ({ name, input }) => ({ name: name === 'playDay' ? 'playOneDay' : name, input })
};

const released = () => parseDump(text(`database-${SCHEMA_VERSION}.json`));

/** What `NEXT` makes of a scenario, done by hand. */
const moved = (scenario: Scenario): Scenario => ({
	...scenario,
	name: `${scenario.name} (2)`,
	people: scenario.people.map((person) => ({ ...person, name: `${person.name}, moved` })),
	queues: scenario.queues.map((queue) => ({ ...queue, extension: `${queue.extension}0` })),
	viewings: scenario.viewings.map((block) => ({ ...block, at: block.at.map((at) => at + 60) }))
});

/** The scenarios of each point of the told history. */
async function told(migrations: readonly Migration[]): Promise<readonly Scenario[]> {
	const db = await openDatabase(NAME, { migrations });
	const { count, applied } = await historyExtent(db, 'told');
	const points: Scenario[] = [];
	let { revision } = await readDocument(db, 'told');
	for (const target of [applied, ...Array.from({ length: count + 1 }, (_, i) => i), applied]) {
		const stepped = await stepTo(db, 'told', target, revision, 0);
		if (!stepped.ok) throw new Error(stepped.error.code);
		revision = stepped.value;
		points.push((await readDocument(db, 'told')).scenario);
	}
	db.close();
	return points;
}

test('[S6] D16 an upgrade reaches every chunk, also of what was undone or deleted, and the second one does nothing', async () => {
	await loadDatabase(NAME, released());
	const before = await told(MIGRATIONS);
	await loadDatabase(NAME, released());
	expect(await told([...MIGRATIONS, NEXT])).toEqual(before.map(moved));
	const after = dumpText(await dumpDatabase(NAME));
	(await openDatabase(NAME, { migrations: [...MIGRATIONS, NEXT] })).close();
	expect(dumpText(await dumpDatabase(NAME))).toBe(after);
	const dump = await dumpDatabase(NAME);
	expect(dump.version).toBe((SCHEMA_VERSION + 1) * 10);
	expect(dump.stores['scenarios']?.indexes.map(({ name }) => name)).toEqual(['changedAt']);
	const names = dump.stores['journal']!.rows.map((row) => (row as { name: string }).name);
	expect(names).toContain('playOneDay');
	expect(names).not.toContain('playDay');
	await loadDatabase(NAME, released());
	expect((await told([...MIGRATIONS, NEXT, NEXT])).map(({ name }) => name)).toEqual(
		before.map(({ name }) => `${name} (2) (2)`)
	);
});

/** A database with something for every upgrader in what stands, in the history and in the bin; small, to try each call. */
async function smallDatabase(): Promise<Dump> {
	const db = await openDatabase(NAME);
	await createScenario(db, 'told', pack(madeScenario(12)), 1);
	await createScenario(db, 'binned', pack(madeScenario(1)), 2);
	await binScenario(db, 'binned', 3);
	let doc = await readDocument(db, 'told');
	const story = [
		['renameScenario', { name: 'Small' }],
		['editPerson', { person: { ...doc.scenario.people[0]!, name: 'Somebody else' } }],
		['addQueues', { queues: [{ id: 'n', name: 'Night', extension: '299', members: [] }] }],
		['recordViewing', { personId: 'p0', dashboardId: null, at: '2026-11-24T13:00:00Z' }],
		['playDay', {}],
		['removeQueue', { queueId: 'n' }]
	] as const;
	for (const [i, [name, input]] of story.entries()) {
		const done = await dispatch(db, doc, { id: `c${i}`, name, input, actor: null, at: 10 + i });
		if (!done.ok) throw new Error(`${name}: ${done.error.code}`);
		doc = done.value;
	}
	const undone = await step(db, 'told', 'undo', doc.revision, 20);
	if (!undone.ok) throw new Error(undone.error.code);
	db.close();
	return dumpDatabase(NAME);
}

test('[S6] D15 an upgrader that fails at any row leaves the old version whole, and a later try succeeds', async () => {
	const before = dumpText(await smallDatabase());
	/** Throws at the k-th call of any upgrader. */
	const failing = (k: number) => {
		const calls: string[] = [];
		const counted =
			<T>(of: string, upgrade: (one: T) => T) =>
			(one: T) => {
				if (calls.push(of) === k) throw new Error(`call ${k}`);
				return upgrade(one);
			};
		const migration: Migration = {
			...NEXT,
			row: counted('row', NEXT.row!),
			head: counted('head', NEXT.head!),
			items: {
				people: counted('people', NEXT.items!.people!),
				queues: counted('queues', NEXT.items!.queues!)
			},
			viewings: counted('viewings', NEXT.viewings!),
			command: counted('command', NEXT.command!)
		};
		return { migration, calls };
	};
	const all = failing(0);
	(await openDatabase(NAME, { migrations: [...MIGRATIONS, all.migration] })).close();
	expect(new Set(all.calls).size).toBe(6);
	expect(all.calls.length).toBeGreaterThan(40);
	await loadDatabase(NAME, parseDump(before));
	for (let k = 1; k <= all.calls.length; k++) {
		const fault = await openDatabase(NAME, { migrations: [...MIGRATIONS, failing(k).migration] }).then(
			() => undefined,
			(error: unknown) => toStoreFault(error)
		);
		expect(fault, `call ${k}`).toMatchObject({ code: 'STORAGE_BROKEN' });
		expect(dumpText(await dumpDatabase(NAME)), `call ${k}`).toBe(before);
	}
	const db = await openDatabase(NAME, { migrations: [...MIGRATIONS, NEXT] });
	expect((await readDocument(db, 'told')).scenario.name).toContain('(2)');
	db.close();
});

const later = (ms: number) => new Promise((done) => setTimeout(done, ms));

test('[S4] D11 an open tab lets go of an older version at once, and can’t write any more', async () => {
	await loadDatabase(NAME, released());
	const old = await openDatabase(NAME);
	const began = performance.now();
	const newer = await openDatabase(NAME, { migrations: [...MIGRATIONS, NEXT] });
	expect(performance.now() - began).toBeLessThan(2_000);
	expect(old.isOpen()).toBe(false);
	await expect(old.scenarios.update('told', { revision: 99 })).rejects.toThrow();
	expect((await newer.scenarios.get('told'))?.revision).not.toBe(99);
	newer.close();
});

test('[S4] D12 D13 a tab that does not let go is waited for, and whoever gave up upgrades nothing later', async () => {
	await loadDatabase(NAME, released());
	const deaf = await new Promise<IDBDatabase>((resolve) => {
		const request = indexedDB.open(NAME);
		request.onsuccess = () => resolve(request.result);
	});
	const impatient = openDatabase(NAME, { migrations: [...MIGRATIONS, NEXT], patienceMs: 50 });
	await expect(impatient).rejects.toMatchObject({ code: 'STORAGE_BLOCKED' });
	deaf.close();
	await later(50);
	expect((await dumpDatabase(NAME)).version).toBe(SCHEMA_VERSION * 10); // its upgrade did not begin

	const again = await new Promise<IDBDatabase>((resolve) => {
		const request = indexedDB.open(NAME);
		request.onsuccess = () => resolve(request.result);
	});
	const patient = openDatabase(NAME, { migrations: [...MIGRATIONS, NEXT], patienceMs: Infinity });
	const queued = openDatabase(NAME, { patienceMs: 50 }); // an older tab behind it hears nothing
	await expect(queued).rejects.toMatchObject({ code: 'STORAGE_BLOCKED' });
	again.close();
	const db = await patient;
	expect((await readDocument(db, 'told')).scenario.name).toMatch(/ \(2\)$/);
	db.close();
});

test('[S4] D14 an older build refuses a newer database, and not one byte of it changes', async () => {
	await loadDatabase(NAME, released());
	(await openDatabase(NAME, { migrations: [...MIGRATIONS, NEXT] })).close();
	const before = dumpText(await dumpDatabase(NAME));
	for (let i = 0; i < 2; i++)
		await expect(openDatabase(NAME)).rejects.toMatchObject({ code: 'NEWER_DATABASE' });
	expect(dumpText(await dumpDatabase(NAME))).toBe(before);
});
