import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { COURSE } from '$lib/content/course';
import { type Lesson, type LessonQuestion } from '$lib/domain/lesson';
import { type LessonEvent } from '$lib/domain/lesson-progress';
import { startOf } from '../../../tests/lesson-run';
import { type SandboxDatabase } from '../store/db';
import { dispatch } from '../store/dispatch';
import { type Document, readDocument } from '../store/document';
import { openDatabase } from '../store/open';
import { request, stored } from '../store/store-fixture';
import { step } from '../store/undo';
import { hold } from './held';
import { lessonCalls } from './lesson-calls';
import { type Context } from './serve';

let db: SandboxDatabase;
let doc: Document;
let databases = 0;

beforeEach(async () => {
	db = await openDatabase(`lesson calls ${++databases}`);
});
afterEach(async () => {
	await db.delete();
});

const lesson = (id: string): Lesson => COURSE.lessons.find((one) => one.id === id)!;
const context: Context = {
	retried: false,
	progress: () => undefined,
	pause: () => Promise.resolve(),
	transfer: () => undefined
};
const calls = lessonCalls(
	() => Promise.resolve(db),
	() => Promise.resolve(hold(doc, undefined, 0))
);
const at = () => ({ scenarioId: 's', revision: doc.revision });

async function begin(id: string): Promise<Lesson> {
	doc = await stored(db, 's', startOf(lesson(id)));
	return lesson(id);
}
async function play(...commands: Lesson['solution']): Promise<void> {
	for (const { name, input } of commands) {
		const done = await dispatch(db, doc, request(name, input));
		if (!done.ok) throw new Error(done.error.code);
		doc = done.value;
	}
}
const met = async ({ steps, mistakes }: Lesson, events: readonly LessonEvent[] = []) => {
	const grading = await calls.gradeLesson({ ...at(), lesson: { steps, mistakes }, events }, context);
	return grading.steps.filter((one) => one.met).map(({ id }) => id);
};
const answer = (question: LessonQuestion, given: number | string) =>
	calls.answerQuestion({ ...at(), question, given }, context);

test('[E1] a lesson is graded by the scenario, its journal, and what happened beside it', async () => {
	const one = await begin('ways-in');
	expect(await met(one)).toEqual([]);
	await play(...one.solution);
	expect(await met(one, [{ kind: 'way', way: 'mobile-app' }])).toEqual(['mobile', 'pin', 'view']);
});

test('[E1] a look that was taken back by undo counts no longer', async () => {
	const one = await begin('ways-in');
	await play(...one.solution);
	await step(db, 's', 'undo', doc.revision, 9000);
	doc = await readDocument(db, 's');
	expect(await met(one)).toEqual(['pin']);
});

test('[E1] a question is answered as if its commands were done, also once they are; the scenario stays', async () => {
	const one = await begin('who-needs-a-license');
	const [ten] = one.steps;
	if (ten?.kind !== 'number') throw new Error('the first step asks for the ten');
	const before = doc.scenario;
	expect(await answer(ten, 10)).toMatchObject({ right: true, prediction: { given: 10, expected: 10 } });
	expect(await answer(ten, 8)).toMatchObject({ right: false, prediction: { mistake: 'forgot-viewers' } });
	expect(doc.scenario).toBe(before);
	await play(...one.solution);
	expect(await answer(ten, 10)).toMatchObject({ right: true });
});

test('[E1] a question that supposes nothing is answered out of the figures as they are', async () => {
	const one = await begin('buying-licenses');
	const [quantity] = one.steps;
	if (quantity?.kind !== 'number') throw new Error('the first step asks for the quantity');
	expect(await answer(quantity, 10)).toMatchObject({ right: true });
	await play(...one.solution);
	expect(await answer(quantity, 0)).toMatchObject({ right: true });
});
