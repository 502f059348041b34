import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scenarios } from '../../../tests/generate';
import { type Scenario } from '$lib/domain/scenario';
import { type SandboxDatabase } from './db';
import { dispatch } from './dispatch';
import { readDocument } from './document';
import { toStoreFault } from './fault';
import {
	BIN_DAYS,
	binScenario,
	createScenario,
	duplicateScenario,
	markExported,
	overdue,
	pack,
	purgeScenarios,
	restoreScenario
} from './library';
import { openDatabase } from './open';
import { madeScenario, renamed, stored } from './store-fixture';

let db: SandboxDatabase;
let databases = 0;

beforeEach(async () => {
	db = await openDatabase(`library ${++databases}`);
});
afterEach(async () => db.delete());

const DAY = 86_400_000;

test('[S2] what is written is read back, deep-equal', async () => {
	let n = 0;
	await fc.assert(
		fc.asyncProperty(scenarios, async (scenario) => {
			expect((await stored(db, `s${++n}`, scenario)).scenario).toEqual(scenario);
		}),
		{ numRuns: 60 }
	);
});

/** The viewings with each column as its digest: comparing millions of numbers one by one takes many seconds. */
const digests = ({ viewings }: Scenario) =>
	viewings.map(({ person, dashboard, at, ...ids }) => ({
		...ids,
		columns: [person, dashboard, at].map((column) => createHash('sha256').update(column).digest('hex'))
	}));

test('[S2] lists longer than a chunk keep their order', async () => {
	const scenario = madeScenario(700, 2_100_000);
	const doc = await stored(db, 's', scenario);
	expect({ ...doc.scenario, viewings: digests(doc.scenario) }).toEqual({
		...scenario,
		viewings: digests(scenario)
	});
	expect(doc.partition.collections.people.map((chunk) => chunk.items.length)).toEqual([256, 256, 188]);
	expect(doc.partition.viewings.map((chunk) => chunk.block.at.length)).toEqual([1_048_576, 1_048_576, 2_848]);
});

test('[S3] creating never replaces: an id that is taken is refused and nothing of it changes', async () => {
	const doc = await stored(db, 's', madeScenario());
	await expect(createScenario(db, 's', pack(madeScenario(9)), 5000)).rejects.toThrow();
	expect(await readDocument(db, 's')).toEqual(doc);
	expect(await db.scenarios.count()).toBe(1);
});

test('[S3] a duplicate has its own name, no history, and lives apart from the original', async () => {
	const doc = await stored(db, 's', madeScenario());
	await dispatch(db, doc, renamed(doc.scenario, 0, 'Alice'));
	const original = await readDocument(db, 's');
	await duplicateScenario(db, 's', 'copy', 'Another', 5000);
	const copy = await readDocument(db, 'copy');
	expect(copy.scenario).toEqual({ ...original.scenario, name: 'Another' });
	expect(await db.scenarios.get('copy')).toMatchObject({
		applied: 0,
		undo: null,
		redo: null,
		exported: null
	});
	expect((await dispatch(db, copy, renamed(copy.scenario, 1, 'Bob'))).ok).toBe(true);
	expect(await readDocument(db, 's')).toEqual(original);
	const gone: unknown = await duplicateScenario(db, 'nobody', 'x', 'X', 5000).catch(
		(thrown: unknown) => thrown
	);
	expect(toStoreFault(gone).code).toBe('SCENARIO_GONE');
});

test('[S3] the bin keeps a scenario whole; restoring brings it back', async () => {
	const doc = await stored(db, 's', madeScenario());
	await binScenario(db, 's', 5000);
	expect((await db.scenarios.get('s'))!.deletedAt).toBe(5000);
	expect(await readDocument(db, 's')).toEqual(doc);
	await restoreScenario(db, 's');
	expect((await db.scenarios.get('s'))!.deletedAt).toBeNull();
});

test('[S3] a duplicate of what lies in the bin does not', async () => {
	await stored(db, 's', madeScenario());
	await binScenario(db, 's', 5000);
	await duplicateScenario(db, 's', 'copy', 'Copy', 6000);
	expect((await db.scenarios.get('copy'))!.deletedAt).toBeNull();
});

test('[S3] the bin lets go only of what is older than 30 days, and of nothing when the clock ran backward', async () => {
	await stored(db, 'kept', madeScenario());
	await stored(db, 'binned', madeScenario());
	await binScenario(db, 'binned', 5000);
	const rows = await db.scenarios.toArray();
	expect(overdue(rows, 5000 + BIN_DAYS * DAY)).toEqual([]);
	expect(overdue(rows, 5001 + BIN_DAYS * DAY)).toEqual(['binned']);
	expect(overdue(rows, 0)).toEqual([]);
});

test('[S3] purging deletes a scenario with its chunks and history, and no other’s', async () => {
	for (const id of ['s', 's2']) {
		const doc = await stored(db, id, madeScenario());
		await dispatch(db, doc, renamed(doc.scenario, 0, 'Alice'));
	}
	const other = await readDocument(db, 's2');
	await purgeScenarios(db, ['s']);
	expect(await readDocument(db, 's2')).toEqual(other);
	for (const table of [db.layouts, db.chunks, db.journal])
		expect(new Set((await table.toArray()).map((row) => row.scenarioId))).toEqual(new Set(['s2']));
});

test('[S7] the row remembers which revision was exported', async () => {
	await stored(db, 's', madeScenario());
	await markExported(db, 's', 1);
	expect((await db.scenarios.get('s'))!.exported).toBe(1);
});
