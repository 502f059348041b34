import { expect, test } from 'vitest';
import { COURSE } from '$lib/content/course';
import { newNotes } from '../lessons/pack-edits';
import {
	areSameStamps,
	commonStamps,
	countOf,
	type LessonRows,
	type LessonStamps,
	LessonStamps as Schema,
	mergedStamps,
	missingLessons,
	NO_LESSONS,
	parseLessons,
	rowsOf,
	stampsOf
} from './lesson-copy';

const draft = (id: string, revision: number | undefined, changedAt = 1) => ({
	id,
	...(revision !== undefined && { revision }),
	pack: { ...COURSE, title: `${id} ${revision} ${changedAt}` },
	notes: newNotes(COURSE),
	changedAt
});
const progress = (key: string, activeSeconds: number, changedAt = 1) => ({
	key,
	packKey: 'pack',
	progress: { packId: 'p', lessonId: 'l', scenarioId: 's', activeSeconds, events: [] },
	changedAt
});
const pack = (key: string) => ({ key, pack: COURSE, addedAt: 1 });
const rows = (some: Partial<LessonRows> = {}): LessonRows => ({
	packs: [],
	drafts: [],
	progress: [],
	...some
});
const stamps = (some: Partial<LessonRows> = {}): LessonStamps => stampsOf(rows(some));

const GOOD = rows({
	packs: [pack('a')],
	drafts: [draft('d', 4), draft('e', undefined)],
	progress: [progress('p', 60, 5)]
});

test('[S5] D24 nothing here leaves all of the copy as it is', () => {
	const good = mergedStamps(NO_LESSONS, stampsOf(GOOD));
	expect(countOf(good)).toBe(4);
	expect(areSameStamps(mergedStamps(good, NO_LESSONS), good)).toBe(true);
	expect(Schema.parse(JSON.parse(JSON.stringify(good)))).toEqual(good);
});

test('[S5] D24 an earlier state never replaces a later one, whatever the clock says', () => {
	const earlier = stamps({ drafts: [draft('d', 3, 99)], progress: [progress('p', 59, 99)] });
	expect(mergedStamps(stampsOf(GOOD), earlier)).toEqual(mergedStamps(NO_LESSONS, stampsOf(GOOD)));
	const later = stamps({ drafts: [draft('d', 5, 0)], progress: [progress('p', 61, 0)] });
	const merged = mergedStamps(stampsOf(GOOD), later);
	expect(merged.drafts).toContainEqual(['d', 5, 0]);
	expect(merged.progress).toEqual([['p', 61, 0]]);
	// A database that lost its end comes to the same revision anew.
	expect(mergedStamps(stampsOf(GOOD), stamps({ drafts: [draft('d', 4, 9)] })).drafts).toContainEqual([
		'd',
		4,
		9
	]);
});

test('[S5] what the user took away leaves the copy, unless it is here again', () => {
	const forgotten = new Set(['a', 'd']);
	expect(mergedStamps(stampsOf(GOOD), NO_LESSONS, forgotten)).toMatchObject({
		packs: [],
		drafts: [['e', 0, 1]]
	});
	const back = mergedStamps(stampsOf(GOOD), stamps({ drafts: [draft('d', 1)] }), forgotten);
	expect(back.drafts).toEqual([
		['d', 1, 1],
		['e', 0, 1]
	]);
});

test('[S5] the copy’s file has each state from where it is', () => {
	const here = rows({ drafts: [draft('d', 9), draft('e', 0, 0)], packs: [pack('b')] });
	const all = mergedStamps(stampsOf(GOOD), stampsOf(here));
	const { packs, drafts, progress } = rowsOf(all, here, GOOD);
	expect(packs.map(({ key }) => key)).toEqual(['a', 'b']);
	expect(drafts.map(({ pack: { title } }) => title)).toEqual(['d 9 1', 'e undefined 1']);
	expect(progress).toEqual(GOOD.progress);
	expect(parseLessons(JSON.stringify(GOOD))).toEqual(GOOD);
});

test.each(['', '{', '{}', '[]', 'null', '{"packs":[],"drafts":[null],"progress":[]}'])(
	'[S5] D6 a file of lessons that is damaged is none: %s',
	(text) => expect(parseLessons(text)).toBeUndefined()
);

test('[S5] what only the copy has is what can be brought back, later states too', () => {
	const here = stamps({ drafts: [draft('d', 3)], progress: [progress('p', 1, 99)] });
	const missing = missingLessons(stampsOf(GOOD), here);
	expect(missing).toEqual({
		packs: [['a', 0, 0]],
		drafts: [
			['d', 4, 1],
			['e', 0, 1]
		],
		progress: [['p', 60, 5]]
	});
	const further = stamps({ progress: [progress('p', 61, 0)] });
	expect(missingLessons(stampsOf(GOOD), further).progress).toEqual([]);
	expect(missingLessons(stampsOf(GOOD), stampsOf(GOOD))).toEqual(NO_LESSONS);
	expect(missingLessons(undefined, here)).toEqual(NO_LESSONS);
	expect(commonStamps(stampsOf(GOOD), missing)).toEqual(missing);
});
