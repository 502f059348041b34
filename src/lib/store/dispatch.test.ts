import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { apply } from '../commands';
import { type Asked } from '../commands/command';
import { UNDO_STEPS } from '$lib/domain/frame-rows';
import { ok } from '$lib/domain/result';
import { type Scenario } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { type SandboxDatabase } from './db';
import { dispatch, wasDone } from './dispatch';
import { step } from './undo';
import { readDocument, type Document } from './document';
import { toStoreFault } from './fault';
import { openDatabase } from './open';
import { diskFullAt, madeScenario, renamed, request, stored } from './store-fixture';

/**
 * Commands that no registry has yet, so that undo is tried on lists whose chunks come, go and change
 * their order. They stand beside the real ones.
 */
vi.mock('../commands', async (original) => {
	const real = await original<{ readonly apply: typeof apply }>();
	const trial: Record<string, (scenario: Scenario, input: number) => Scenario> = {
		'trial.append': (scenario, count) => ({
			...scenario,
			people: [
				...scenario.people,
				...madeScenario(count).people.map((one) => ({
					...one,
					id: `${one.id}-${count}-${scenario.people.length}`
				}))
			]
		}),
		'trial.drop': (scenario, count) => ({ ...scenario, people: scenario.people.slice(count) }),
		'trial.turn': (scenario) => ({ ...scenario, people: scenario.people.toReversed() }),
		'trial.view': (scenario, count) => ({
			...scenario,
			viewings: [
				...scenario.viewings,
				...packViewings(
					Array.from({ length: count }, () => ({ personId: 'p1', dashboardId: 'd0', at: scenario.asOf }))
				)
			]
		}),
		'trial.forget': (scenario) => ({ ...scenario, viewings: [] }),
		'trial.spoil': (scenario) => ({
			...scenario,
			people: scenario.people.with(0, { ...scenario.people[0]!, id: '' })
		})
	};
	return {
		...real,
		apply: (scenario: Scenario, asked: Asked) => {
			const change = trial[asked.name];
			return change ? ok(change(scenario, asked.input as number)) : real.apply(scenario, asked);
		}
	};
});

let db: SandboxDatabase;
let databases = 0;

beforeEach(async () => {
	db = await openDatabase(`dispatch ${++databases}`);
});
afterEach(async () => {
	vi.restoreAllMocks();
	await db.delete();
});

async function done(doc: Document, asked: ReturnType<typeof request>): Promise<Document> {
	const result = await dispatch(db, doc, asked);
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
}

/** Everything that the database holds, to compare before and after. */
const contents = async () =>
	Promise.all([db.scenarios.toArray(), db.layouts.toArray(), db.chunks.toArray(), db.journal.toArray()]);

const numberOfChunksWritten = (spy: { mock: { calls: unknown[][] } }) =>
	spy.mock.calls.filter(([value]) => typeof value === 'object' && value !== null && 'data' in value).length;

test('[S2] command, scenario and journal entry are saved together', async () => {
	const doc = await stored(db, 's', madeScenario());
	const asked = renamed(doc.scenario, 1, 'Alice');
	const next = await done(doc, asked);
	expect(next.scenario.people[1]!.name).toBe('Alice');
	expect(await readDocument(db, 's')).toEqual(next);
	expect(await db.scenarios.get('s')).toMatchObject({
		revision: 2,
		applied: 1,
		undo: { name: 'editPerson' },
		redo: null,
		changedAt: asked.at
	});
	expect(await db.journal.get(['s', 1])).toMatchObject({
		id: asked.id,
		name: 'editPerson',
		input: asked.input
	});
	expect([await wasDone(db, 's', asked.id), await wasDone(db, 's', 'another')]).toEqual([true, false]);
});

test('[S2] one person’s edit in a large scenario writes one chunk', async () => {
	const doc = await stored(db, 's', madeScenario(2000, 20_000));
	const put = vi.spyOn(IDBObjectStore.prototype, 'put');
	await done(doc, renamed(doc.scenario, 1500, 'Alice'));
	expect(numberOfChunksWritten(put)).toBe(1);
	expect(await db.chunks.count()).toBeGreaterThan(10);
});

test('[S4] catching up reads only the chunks that changed', async () => {
	const mine = await stored(db, 's', madeScenario(2000));
	const theirs = await done(mine, renamed(mine.scenario, 700, 'Alice'));
	const get = vi.spyOn(IDBObjectStore.prototype, 'get');
	const caughtUp = await readDocument(db, 's', mine);
	expect(get.mock.calls.filter(([key]) => Array.isArray(key))).toEqual([[['s', 3]]]); // one of roles, then people
	expect(caughtUp).toEqual(theirs);
	expect(caughtUp.scenario.queues).toBe(mine.scenario.queues);
	expect(caughtUp.scenario.people[0]).toBe(mine.scenario.people[0]);
	expect(await readDocument(db, 's', caughtUp)).toBe(caughtUp);
});

test('[S1] a refused command and one that changes nothing leave everything as it was', async () => {
	const doc = await stored(db, 's', madeScenario());
	const before = await contents();
	expect(
		await dispatch(db, doc, request('editPerson', { person: { ...doc.scenario.people[0]!, id: 'nobody' } }))
	).toEqual({
		ok: false,
		error: { code: 'UNKNOWN_PERSON', personId: 'nobody' }
	});
	expect((await dispatch(db, doc, request('noSuchCommand', {}))).ok).toBe(false);
	expect(await dispatch(db, doc, request('stepClock', { days: 0 }))).toEqual({ ok: true, value: doc });
	expect(await contents()).toEqual(before);
});

test('[S1] a command that makes what the schema refuses throws before anything is written', async () => {
	const doc = await stored(db, 's', madeScenario());
	const before = await contents();
	await expect(dispatch(db, doc, request('trial.spoil', 0))).rejects.toThrow();
	expect(await contents()).toEqual(before);
});

test('[S4] a command on a state that another handle has changed is a conflict, and nothing is lost', async () => {
	const mine = await stored(db, 's', madeScenario());
	const other = await openDatabase(db.name);
	const theirs = await dispatch(other, await readDocument(other, 's'), renamed(mine.scenario, 0, 'Theirs'));
	expect(theirs.ok).toBe(true);
	const before = await contents();
	const conflict = { ok: false, error: { code: 'CONFLICT', revision: 2 } };
	expect(await dispatch(db, mine, renamed(mine.scenario, 0, 'Mine'))).toEqual(conflict);
	expect(await step(db, 's', 'undo', mine.revision, 9000)).toEqual(conflict);
	expect(await contents()).toEqual(before);
	const caughtUp = await readDocument(db, 's', mine);
	expect((await done(caughtUp, renamed(caughtUp.scenario, 0, 'Mine'))).revision).toBe(3);
	other.close();
});

test('[S4] a scenario deleted elsewhere is a fault with a name', async () => {
	const doc = await stored(db, 's', madeScenario());
	await db.scenarios.clear();
	const error: unknown = await dispatch(db, doc, renamed(doc.scenario, 0, 'Alice')).catch(
		(thrown: unknown) => thrown
	);
	expect(toStoreFault(error).code).toBe('SCENARIO_GONE');
});

test('[S2] nothing to undo and nothing to redo are answers, not errors', async () => {
	await stored(db, 's', madeScenario());
	for (const direction of ['undo', 'redo'] as const)
		expect(await step(db, 's', direction, 1, 9000)).toEqual({ ok: false, error: { code: 'NOTHING_LEFT' } });
});

test('[S2] a new command ends what could be redone', async () => {
	const doc = await stored(db, 's', madeScenario());
	await done(doc, request('renameScenario', { name: 'First' }));
	await step(db, 's', 'undo', 2, 9000);
	expect(await db.scenarios.get('s')).toMatchObject({ undo: null, redo: { name: 'renameScenario' } });
	await done(await readDocument(db, 's'), request('stepClock', { days: 1 }));
	expect(await db.scenarios.get('s')).toMatchObject({ undo: { name: 'stepClock' }, redo: null });
	expect(await db.journal.count()).toBe(1);
});

test('[S2] what was undone before a new command never comes back', async () => {
	let doc = await stored(db, 's', madeScenario());
	for (const name of ['First', 'Second', 'Third']) doc = await done(doc, request('renameScenario', { name }));
	for (const revision of [4, 5, 6]) await step(db, 's', 'undo', revision, 9000);
	await done(await readDocument(db, 's'), request('renameScenario', { name: 'Other' }));
	expect(await step(db, 's', 'redo', 8, 9000)).toEqual({ ok: false, error: { code: 'NOTHING_LEFT' } });
	expect((await db.journal.toArray()).map((entry) => entry.input)).toEqual([{ name: 'Other' }]);
});

test('[S2] undo brings back what the list of scenarios shows, too', async () => {
	const doc = await stored(db, 's', madeScenario());
	const before = await db.scenarios.get('s');
	await done(doc, request('trial.append', 40));
	expect((await db.scenarios.get('s'))!.counts.people).toBe(43);
	await step(db, 's', 'undo', 2, 9000);
	expect(await db.scenarios.get('s')).toMatchObject({ head: before!.head, counts: before!.counts });
});

test('[S2] the oldest steps keep their command but can no longer be undone', async () => {
	let doc = await stored(db, 's', madeScenario());
	const past = 2;
	for (let i = 0; i < UNDO_STEPS + past; i++) doc = await done(doc, request('stepClock', { days: 1 }));
	let undone = 0;
	while ((await step(db, 's', 'undo', doc.revision + undone, 9000)).ok) undone++;
	expect(undone).toBe(UNDO_STEPS);
	expect(await db.scenarios.get('s')).toMatchObject({ applied: past, undo: null });
	expect(await db.journal.count()).toBe(UNDO_STEPS + past);
});

const asked: fc.Arbitrary<Asked> = fc.oneof(
	fc.record({
		name: fc.constant('editPerson'),
		input: fc.record({
			person: fc.record({
				id: fc.nat({ max: 700 }).map((i) => `p${i}`),
				name: fc.string(),
				extension: fc.string({ maxLength: 4 }),
				roleId: fc.constantFrom('view', 'standard', 'nothing')
			})
		})
	}),
	fc.record({
		name: fc.constant('renameScenario'),
		input: fc.record({ name: fc.constantFrom('', 'A', 'B') })
	}),
	fc.record({ name: fc.constant('stepClock'), input: fc.record({ days: fc.integer({ min: -9, max: 9 }) }) }),
	fc.record({
		name: fc.constant('addCostCenter'),
		input: fc.record({
			id: fc.constantFrom('west', 'north'),
			name: fc.constant('West'),
			code: fc.constant(''),
			parentId: fc.constantFrom('root', 'east', 'west')
		})
	}),
	fc.record({
		name: fc.constantFrom('trial.append', 'trial.drop', 'trial.view'),
		input: fc.constantFrom(1, 40, 600)
	}),
	fc.record({ name: fc.constantFrom('trial.turn', 'trial.forget'), input: fc.constant(0) })
);
const move = fc.oneof({ weight: 3, arbitrary: asked }, fc.constantFrom('undo' as const, 'redo' as const));

test('[S1] replaying the journal gives the scenario; [S2] undo and redo are exact, after a reload too', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 14 }), async (moves) => {
			await db.delete();
			db = await openDatabase(db.name);
			let doc = await stored(db, 's', madeScenario(600, 9000));
			const first = doc.scenario;
			let states = [first];
			let at = 0;
			for (const one of moves) {
				if (one === 'undo' || one === 'redo') {
					const target = one === 'undo' ? at - 1 : at + 1;
					const stepped = await step(db, 's', one, doc.revision, 9000);
					expect(stepped.ok).toBe(target >= 0 && target < states.length);
					if (!stepped.ok) continue;
					at = target;
					const before = doc;
					db.close();
					db = await openDatabase(db.name);
					doc = await readDocument(db, 's');
					expect(await readDocument(db, 's', before)).toEqual(doc);
				} else {
					const result = await dispatch(db, doc, request(one.name, one.input));
					if (!result.ok || result.value === doc) continue;
					doc = result.value;
					states = [...states.slice(0, ++at), doc.scenario];
				}
				expect(doc.scenario).toEqual(states[at]);
			}
			expect(await readDocument(db, 's')).toEqual(doc);
			const row = await db.scenarios.get('s');
			const journal = await db.journal.toArray();
			const replayed = journal.slice(0, row!.applied).reduce((scenario, entry) => {
				const result = apply(scenario, entry);
				return result.ok ? result.value : scenario;
			}, first);
			expect(replayed).toEqual(doc.scenario);
			expect(row).toMatchObject({
				applied: at,
				revision: doc.revision,
				counts: { people: doc.scenario.people.length },
				undo: at > 0 ? { name: journal[at - 1]!.name } : null,
				redo: at + 1 < states.length ? { name: journal[at]!.name } : null
			});
			const layout = await db.layouts.get('s');
			const listed = Object.values(layout!.lists).flatMap((refs) => refs.map((ref) => ref.n));
			expect((await db.chunks.toArray()).map((chunk) => chunk.n)).toEqual(listed.toSorted((a, b) => a - b));
		}),
		{ numRuns: 25 }
	);
});

test.each([1, 2, 3, 4, 5])(
	'[S5] a disk that is full at write %i leaves the old state whole',
	async (failing) => {
		const doc = await stored(db, 's', madeScenario(600));
		const before = await contents();
		const disk = diskFullAt(failing);
		const attempt = dispatch(db, doc, request('trial.append', 600));
		const error: unknown = await attempt.then(
			() => undefined,
			(thrown: unknown) => thrown
		);
		disk.restore();
		expect(disk.writes()).toBeGreaterThanOrEqual(failing);
		expect(toStoreFault(error).code).toBe('STORAGE_FULL');
		expect(await contents()).toEqual(before);
		expect((await done(doc, renamed(doc.scenario, 0, 'Alice'))).revision).toBe(2);
	}
);
