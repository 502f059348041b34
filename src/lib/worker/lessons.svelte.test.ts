import { Dexie } from 'dexie';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { COURSE } from '../content/course';
import { type StoreFault } from '$lib/domain/fault';
import { type LessonEvent } from '$lib/domain/lesson-progress';
import { failed, ok, type Result } from '$lib/domain/result';
import { newNotes } from '../lessons/pack-edits';
import { packKey } from '../lessons/pack-hash';
import { DATABASE, type SandboxDatabase } from '../store/db';
import { openDatabase } from '../store/open';
import { Lessons, type Running } from './lessons.svelte';

const lesson = COURSE.lessons.find(({ id }) => id === 'who-needs-a-license')!;
const shelved = { key: packKey(COURSE), pack: COURSE, addedAt: null };
const HINT: LessonEvent = { kind: 'hint', step: 'predict-ten', hint: 0 };
const CHECK: LessonEvent = { kind: 'failed' };
const RESET: LessonEvent = { kind: 'reset' };
const FULL: StoreFault = { code: 'STORAGE_FULL', detail: '' };

let db: SandboxDatabase;
let lessons: Lessons;
let stop: () => void;
/** What was done to scenarios, in order. */
let told: string[];
const done = (what: string) => (id: string) => {
	told.push(`${what} ${id}`);
	return Promise.resolve<Result<null, StoreFault>>(ok(null));
};
const parts = { create: vi.fn(), bin: vi.fn(done('bin')), restore: vi.fn(done('restore')) };
const move = async (id: string) => void (await done('show')(id));

beforeEach(async () => {
	let count = 0;
	told = [];
	parts.create.mockImplementation(() => Promise.resolve(ok(`s${++count}`)));
	db = await openDatabase();
	lessons = new Lessons({
		...parts,
		db,
		now: () => 1,
		course: () => Promise.resolve(COURSE),
		sample: () => undefined,
		dropped: () => undefined
	});
	stop = $effect.root(() => {
		$effect(() => void [lessons.packs, lessons.progress, lessons.drafts]);
	});
	flushSync();
	expect(await lessons.start(shelved, lesson)).toEqual(ok('s1'));
	await running('s1');
});
afterEach(async () => {
	stop();
	db.close();
	await Dexie.delete(DATABASE);
});

/** The lesson as pages see it in a scenario, once they do. */
async function running(id: string): Promise<Running> {
	await expect.poll(() => lessons.runningIn(id)?.progress.progress.scenarioId).toBe(id);
	return lessons.runningIn(id)!;
}
const events = async () => (await db.progress.toArray())[0]?.progress.events;

it('[E3] a reset opens the new scenario before the old one goes, and counts on in the same progress', async () => {
	await lessons.record(await running('s1'), HINT);
	expect(await lessons.reset(await running('s1'), move)).toEqual(ok('s2'));
	expect(told).toEqual(['show s2', 'bin s1']);
	expect(await events()).toEqual([HINT, RESET]);
	expect(await db.progress.count()).toBe(1);
});

it('[E6] an exercise that begins again to be shown says so, in the try that it begins', async () => {
	await lessons.record(await running('s1'), HINT);
	expect(await lessons.beginShown(await running('s1'), move)).toEqual(ok('s2'));
	expect(await events()).toEqual([HINT, RESET, { kind: 'shown' }]);
	parts.create.mockImplementation(() => Promise.resolve(failed(FULL)));
	expect(await lessons.beginShown(await running('s2'), move)).toEqual(failed(FULL));
	expect(await events()).toHaveLength(3);
});

it('[E3] a reset that is taken back shows the scenario before it, and bins the one after it only then', async () => {
	const before = await running('s1');
	await lessons.record(before, HINT);
	await lessons.reset(before, move);
	await lessons.record(await running('s2'), CHECK);
	told = [];
	expect(await lessons.takeBack(before, move)).toEqual(ok(null));
	expect(told).toEqual(['restore s1', 'show s1', 'bin s2']);
	expect(await events()).toEqual([HINT, CHECK]);
	await running('s1');
});

it('[E3] of two resets, each message takes back to its own scenario', async () => {
	const first = await running('s1');
	await lessons.reset(first, move);
	const second = await running('s2');
	await lessons.reset(second, move);
	await running('s3');
	told = [];
	expect(await lessons.takeBack(first, move)).toEqual(ok(null));
	expect(told).toEqual(['restore s1', 'show s1', 'bin s3']);
	await running('s1');
});

it('[E3] what comes late, from a scenario before a reset, is of another try', async () => {
	const before = await running('s1');
	await lessons.reset(before, move);
	await lessons.record(before, HINT);
	await lessons.spend(before, 20);
	expect((await db.progress.toArray())[0]?.progress).toMatchObject({ activeSeconds: 0, events: [RESET] });
});

it('[S5] a reset that can’t make a scenario, and one that can’t be taken back, leave all as it was', async () => {
	const before = await running('s1');
	parts.create.mockResolvedValueOnce(failed(FULL));
	expect(await lessons.reset(before, move)).toEqual(failed(FULL));
	expect(told).toEqual([]);
	expect(await events()).toEqual([]);
	await lessons.reset(before, move);
	await running('s2');
	told = [];
	parts.restore.mockResolvedValueOnce(failed(FULL));
	expect(await lessons.takeBack(before, move)).toEqual(failed(FULL));
	expect(told).toEqual([]);
	expect(await events()).toEqual([RESET]);
});

it('[E5] [S4] a recording is ended in the draft as another tab left it; a later recording goes on', async () => {
	const recording = { scenarioId: 'r1', lessonId: 'l', stepId: 's', after: [] };
	const begun = await lessons.keepDraft({ id: 'd', pack: COURSE, notes: newNotes(COURSE), recording }, null);
	if (!begun.ok) throw new Error(begun.error.code);
	const seen = begun.value;
	const renamed = { ...seen, pack: { ...COURSE, title: 'Renamed' } };
	const written = await lessons.keepDraft(renamed, seen.revision!);
	expect(written.ok).toBe(true);

	expect(await lessons.stopRecording(seen)).toEqual(ok(null));
	expect(await db.packDrafts.get('d')).toMatchObject({ pack: { title: 'Renamed' }, revision: 3 });
	expect((await db.packDrafts.get('d'))?.recording).toBeUndefined();

	const next = { ...recording, scenarioId: 'r2' };
	await lessons.keepDraft({ ...renamed, recording: next }, 3);
	expect(await lessons.stopRecording(seen)).toEqual(ok(null));
	expect((await db.packDrafts.get('d'))?.recording).toEqual(next);
});
