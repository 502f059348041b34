import { describe, expect, it } from 'vitest';
import { COURSE } from '$lib/content/course';
import { type LessonCommand } from '$lib/domain/lesson';
import { Run, summaryOf } from '../../../tests/lesson-run';
import { checkAnswer } from './grade';

const lesson = COURSE.lessons.find(({ id }) => id === 'who-needs-a-license')!;
const NOW = '2026-11-24T14:00:00Z';
const monitor = lesson.solution[0]!;
const remove: LessonCommand = { name: 'deleteDashboard', input: { dashboardId: 'd-support', at: NOW } };
const standing = (run: Run) => Object.fromEntries(run.grade().steps.map(({ id, met }) => [id, met]));

describe('grading', () => {
	it('[E1] keeps a step met that a later step undoes, and still says what lacks now', () => {
		const run = new Run(lesson).play(monitor, remove);
		const step = run.grade().steps.find(({ id }) => id === 'monitor-both')!;
		expect(step.met).toBe(true);
		expect(step.missing.map(({ code }) => code)).toEqual(['MONITORED', 'MONITORED']);
	});

	it('[E3] begins again after a reset', () => {
		const run = new Run(lesson).play(monitor);
		expect(standing(run)).toMatchObject({ 'monitor-both': true });
		const again = new Run(lesson).happen(...run.events, { kind: 'reset' });
		expect(standing(again)).toMatchObject({ 'monitor-both': false });
	});

	it('[E1] is done only once every step is met, questions by any answer', () => {
		const run = new Run(lesson).play(...lesson.solution);
		expect(run.open).toEqual(['predict-ten', 'predict-shared']);
		for (const question of ['predict-ten', 'predict-shared'])
			run.happen({ kind: 'predicted', prediction: { question, given: 1, expected: 10 } });
		expect(run.done).toBe(true);
	});

	it('[E2] names the question that has no answer by its title', () => {
		const step = new Run(lesson).grade().steps.find(({ id }) => id === 'predict-ten')!;
		expect(step.missing).toEqual([
			{ code: 'ANSWERED', question: 'Predict: both queues monitored', wanted: true }
		]);
	});

	it('[E1] replies to a choice, to an unknown one with nothing, and a number that is no known mistake with the explanation', () => {
		const summary = summaryOf(new Run(lesson).scenario);
		const choice = COURSE.lessons.flatMap(({ steps }) => steps).find(({ kind }) => kind === 'choice')!;
		if (choice.kind !== 'choice') throw new Error('a choice');
		const [right, wrong] = [choice.choices[0]!, choice.choices[1]!];
		expect(checkAnswer(choice, right.id, summary)).toMatchObject({ right: true, texts: [right.reply] });
		expect(checkAnswer(choice, wrong.id, summary)).toMatchObject({ right: false, texts: [wrong.reply] });
		expect(checkAnswer(choice, 'none', summary)).toMatchObject({ right: false, texts: [] });
		const number = lesson.steps[0]!;
		if (number.kind !== 'number') throw new Error('a number');
		expect(checkAnswer(number, 999, summary)).toMatchObject({ right: false, texts: [number.explanation] });
	});
});
