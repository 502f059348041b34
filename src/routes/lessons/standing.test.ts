import { describe, expect, it } from 'vitest';
import { COURSE } from '$lib/content/course';
import { type LessonEvent } from '$lib/domain/lesson-progress';
import { newProgress } from '$lib/lessons/progress';
import { doneIn, lastPack, listedLessons, nextOf, standingOf } from './standing';

const [first, second, third] = COURSE.lessons as [
	(typeof COURSE.lessons)[0],
	(typeof COURSE.lessons)[0],
	(typeof COURSE.lessons)[0]
];
const met = ({ steps }: typeof first): LessonEvent[] => steps.map(({ id }) => ({ kind: 'met', step: id }));
const progressOf = (lesson: typeof first, events: LessonEvent[] = []) => ({
	...newProgress(COURSE.id, lesson.id, `s-${lesson.id}`),
	events
});
const shelved = { key: 'course', pack: COURSE, addedAt: null };
const kept = (lesson: typeof first, events: LessonEvent[], changedAt = 0, packKey = 'course') => ({
	key: lesson.id,
	packKey,
	progress: progressOf(lesson, events),
	changedAt
});

describe('where somebody stands', () => {
	it('[E3] a lesson is not begun, begun, or done, and done it stays through a reset', () => {
		const of = first.steps.length;
		expect(standingOf(first, undefined)).toEqual({ state: 'new', met: 0, of });
		expect(standingOf(first, progressOf(first, met(first).slice(1)))).toEqual({
			state: 'begun',
			met: of - 1,
			of
		});
		expect(standingOf(first, progressOf(first, [...met(first), { kind: 'reset' }]))).toEqual({
			state: 'done',
			met: 0,
			of
		});
	});

	it('goes on with what was begun, else with the next one, else with nothing', () => {
		const list = (...progress: ReturnType<typeof kept>[]) => listedLessons(shelved, progress, () => true);
		expect(nextOf(list())?.lesson).toBe(first);
		expect(nextOf(list(kept(first, met(first))))?.lesson).toBe(second);
		expect(nextOf(list(kept(third, [])))?.lesson).toBe(third);
		const all = list(...COURSE.lessons.map((lesson) => kept(lesson, met(lesson))));
		expect(nextOf(all)).toBeUndefined();
		expect(doneIn(all)).toBe(COURSE.lessons.length);
	});

	it('a scenario that is gone can’t be gone on with, and another edition’s progress is not this one’s', () => {
		const [one] = listedLessons(shelved, [kept(first, [])], () => false);
		expect(one).toMatchObject({ scenarioId: null, standing: { state: 'begun' } });
		const [other] = listedLessons(shelved, [kept(first, [], 0, 'another')], () => true);
		expect(other?.standing.state).toBe('new');
	});

	it('the pack worked in last is the one that Home speaks of', () => {
		const other = { key: 'other', pack: COURSE, addedAt: 1 };
		const packs = [shelved, other];
		expect(lastPack(packs, [])).toBeUndefined();
		expect(lastPack(packs, [kept(first, [], 5), kept(second, [], 9, 'other')])).toBe(other);
		expect(lastPack([shelved], [kept(first, [], 5), kept(second, [], 9, 'gone')])).toBe(shelved);
	});
});
