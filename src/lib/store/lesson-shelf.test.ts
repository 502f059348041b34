import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { COURSE } from '$lib/content/course';
import { progressKey, type ShelvedProgress } from '$lib/domain/lesson-shelf';
import { newNotes } from '../lessons/pack-edits';
import { readDocument } from './document';
import {
	changeDraft,
	changeProgress,
	dropDraft,
	dropPack,
	keepDraft,
	keepPack,
	restoreLessons
} from './lesson-shelf';
import { eraseAll } from './library';
import { openDatabase } from './open';
import { madeScenario, stored } from './store-fixture';

const row = (key: string, addedAt: number) => ({ key, pack: COURSE, addedAt });
const key = progressKey('pack', 'lesson');
const progressed = (activeSeconds: number): ShelvedProgress => ({
	key,
	packKey: 'pack',
	progress: { packId: 'p', lessonId: 'lesson', scenarioId: 's', activeSeconds, events: [] },
	changedAt: 1
});

test('[S3] an edition is kept once and stays as it came; another lies beside it', async () => {
	const db = await openDatabase('editions');
	expect(await keepPack(db, row('a', 1))).toBe(true);
	expect(await keepPack(db, row('a', 2))).toBe(false);
	expect(await keepPack(db, row('b', 3))).toBe(true);
	expect((await db.packs.toArray()).map((one) => [one.key, one.addedAt])).toEqual([
		['a', 1],
		['b', 3]
	]);
});

test('[E3] what was done in a pack’s lessons stays when the pack goes', async () => {
	const db = await openDatabase('dropped');
	await keepPack(db, row('pack', 1));
	await changeProgress(db, key, () => progressed(5));
	await dropPack(db, 'pack');
	expect(await db.packs.count()).toBe(0);
	expect(await db.progress.get(key)).toEqual(progressed(5));
});

test('[S4] of two tabs that record at once, nothing is lost', async () => {
	const [one, other] = [await openDatabase('two'), await openDatabase('two')];
	const more = (now: ShelvedProgress | undefined) => progressed((now?.progress.activeSeconds ?? 0) + 1);
	await Promise.all(Array.from({ length: 20 }, (_, i) => changeProgress(i % 2 ? one : other, key, more)));
	expect((await one.progress.get(key))?.progress.activeSeconds).toBe(20);
});

test('a change that says nothing new writes nothing, and one of nothing makes nothing', async () => {
	const db = await openDatabase('same');
	expect(await changeProgress(db, key, () => undefined)).toBeUndefined();
	expect(await db.progress.count()).toBe(0);
	await changeProgress(db, key, () => progressed(1));
	expect(await changeProgress(db, key, (now) => now)).toEqual(progressed(1));
});

test('[E5] a draft is what was kept last, and everything of lessons goes with “Erase everything”', async () => {
	const db = await openDatabase('drafts');
	const notes = {
		format: 'live-reports-sandbox/lesson-notes',
		version: 1,
		packId: 'p',
		revision: 1
	} as const;
	const draft = { id: 'd', pack: COURSE, notes: { ...notes, lessons: [] }, changedAt: 1 };
	await keepDraft(db, draft, null);
	await keepDraft(db, { ...draft, changedAt: 2 }, 1);
	expect((await db.packDrafts.toArray()).map(({ changedAt }) => changedAt)).toEqual([2]);
	await keepDraft(db, { ...draft, id: 'e' }, null);
	await dropDraft(db, 'd');
	expect((await db.packDrafts.toArray()).map(({ id }) => id)).toEqual(['e']);
	await keepPack(db, row('a', 1));
	await changeProgress(db, key, () => progressed(1));
	await eraseAll(db);
	expect(await Promise.all([db.packs, db.packDrafts, db.progress].map((table) => table.count()))).toEqual([
		0, 0, 0
	]);
});

test('[S4] of two tabs that write one draft the later one is told, and what it is not based on stays', async () => {
	const [one, other] = [await openDatabase('written twice'), await openDatabase('written twice')];
	const notes = newNotes(COURSE);
	const draft = (title: string) => ({ id: 'd', pack: { ...COURSE, title }, notes, changedAt: 1 });
	expect(await keepDraft(one, draft('first'), null)).toMatchObject({ ok: true, value: { revision: 1 } });
	const both = await Promise.all([keepDraft(one, draft('mine'), 1), keepDraft(other, draft('theirs'), 1)]);
	const [won, lost] = both[0].ok ? both : both.toReversed();
	const kept = await one.packDrafts.get('d');
	expect(won).toEqual({ ok: true, value: kept });
	expect(kept?.revision).toBe(2);
	expect(lost).toEqual({ ok: false, error: { code: 'CONFLICT', revision: 2, theirs: kept } });
	expect(await keepDraft(other, draft('again'), null)).toMatchObject({ ok: false }); // nor is it a new one
	await dropDraft(one, 'd');
	const gone = { ok: false, error: { code: 'CONFLICT', revision: 0, theirs: null } };
	expect(await keepDraft(other, draft('late'), 2)).toEqual(gone);
	expect(await one.packDrafts.count()).toBe(0);
	// What was kept before writes were counted is of the revision 0; what is brought back goes on counting.
	await one.packDrafts.put(draft('old'));
	expect(await keepDraft(one, draft('new'), 0)).toMatchObject({ value: { revision: 1 } });
	// What is noted in passing counts too, and the very same does not.
	await changeDraft(other, 'd', (now) => ({ ...now, changedAt: 9 }));
	await changeDraft(other, 'd', (now) => now);
	await changeDraft(other, 'gone', () => draft('gone'));
	expect(await one.packDrafts.toArray()).toMatchObject([{ id: 'd', revision: 2, changedAt: 9 }]);
	expect(await keepDraft(one, draft('late'), 1)).toMatchObject({ error: { code: 'CONFLICT' } });
	await dropDraft(one, 'd');
	expect(await keepDraft(one, { ...draft('back'), revision: 7 }, null)).toMatchObject({
		value: { revision: 8 }
	});
});

test('[S6] a database from before there were lessons keeps its scenarios, and gets the shelf', async () => {
	const before = new Dexie('before', { chromeTransactionDurability: 'strict' });
	before.version(1).stores({
		scenarios: 'id',
		layouts: 'scenarioId',
		chunks: '[scenarioId+n]',
		journal: '[scenarioId+seq], [scenarioId+id]'
	});
	await before.open();
	const now = await openDatabase('filled');
	const scenario = madeScenario();
	await stored(now, 's', scenario);
	for (const name of ['scenarios', 'layouts', 'chunks', 'journal'])
		await before.table(name).bulkPut(await now.table(name).toArray());
	before.close();

	const db = await openDatabase('before');
	expect((await readDocument(db, 's')).scenario).toEqual(scenario);
	expect(await keepPack(db, row('a', 1))).toBe(true);
});

const standing = (scenarioId: string, activeSeconds: number, events: number, changedAt: number) => ({
	...progressed(activeSeconds),
	changedAt,
	progress: {
		...progressed(activeSeconds).progress,
		scenarioId,
		events: Array.from({ length: events }, () => ({ kind: 'failed' }) as const)
	}
});

test.each<[string, ShelvedProgress, ShelvedProgress, 'here' | 'file']>([
	['more seconds', standing('s', 9, 1, 9), standing('s', 10, 2, 1), 'file'],
	['fewer seconds, later by the clock', standing('s', 9, 1, 1), standing('s', 8, 2, 9), 'here'],
	['more events in the same second', standing('s', 9, 1, 9), standing('s', 9, 2, 1), 'file'],
	['fewer events in the same second', standing('s', 9, 2, 1), standing('s', 9, 1, 9), 'here'],
	['the very same', standing('s', 9, 1, 1), standing('s', 9, 1, 1), 'here']
])('[S6] how far a lesson has come is restored where that is further: %s', async (name, here, file, wins) => {
	const db = await openDatabase(`further: ${name}`);
	await db.progress.add(here);
	await restoreLessons(db, { packs: [], drafts: [], progress: [file] });
	expect(await db.progress.toArray()).toEqual([wins === 'file' ? file : here]);
});

test('[S6] a lesson that is restored further goes on in its scenario that is here', async () => {
	const db = await openDatabase('goes on');
	const { id } = await stored(db, 'goes', madeScenario());
	await db.progress.add(standing(id, 5, 1, 1));
	await restoreLessons(db, { packs: [], drafts: [], progress: [standing('elsewhere', 9, 3, 1)] });
	expect(await db.progress.toArray()).toEqual([standing(id, 9, 3, 1)]);
});
