/** Holds the writing of lessons to E5: what is checked before a pack is handed out, and what leaves with it. */
import { describe, expect, it, test } from 'vitest';
import { COURSE } from '$lib/content/course';
import { COURSE_NOTES } from '$lib/content/course-notes';
import { SAMPLES } from '$lib/content/samples';
import { type Goal } from '$lib/domain/goal';
import { type Lesson, type LessonPack, type LessonStep, PACK_LIMITS } from '$lib/domain/lesson';
import { type LessonProblem } from '$lib/domain/lesson-problem';
import { packText, readNotes, readPack } from '$lib/files/read-pack';
import { handedOut, nextEdition } from '$lib/lessons/hand-out';
import {
	finished,
	finishedNotes,
	moved,
	newLesson,
	newNotes,
	newPack,
	newStep,
	NO_GOAL,
	takenBack,
	withHint,
	withLesson,
	withNotes,
	withStep,
	withTaken
} from '$lib/lessons/pack-edits';
import { problemSentence } from '$lib/text/lesson-problems';
import { authorCalls } from '$lib/worker/author-calls';
import { type Context } from '$lib/worker/serve';

const unused = () => Promise.reject(new Error('no scenario is asked for'));
const calls = authorCalls(unused, unused);
const context: Context = {
	progress: () => undefined,
	pause: async () => undefined,
	transfer: () => undefined,
	retried: false
};
const samples = SAMPLES.map(({ id, file }) => ({ id, file }));
const check = async (pack: LessonPack): Promise<readonly LessonProblem[]> =>
	calls.checkPack({ pack, samples }, context);
const codes = async (pack: LessonPack) =>
	(await check(pack)).map(({ code, field, lessonId, stepId }) =>
		[code, field, lessonId, stepId].filter(Boolean).join(' ')
	);

const joined: Goal = {
	kind: 'member',
	person: { by: 'extension', value: '123' },
	queue: { by: 'extension', value: '201' }
};
const task: LessonStep = {
	...newStep('task', 't', ['', '']),
	title: 'Let Karen join',
	text: 'Add Karen to Detroit Support.',
	goal: joined
} as LessonStep;
const number: LessonStep = {
	...newStep('number', 'n', ['', '']),
	title: 'Predict',
	text: 'How many?'
};
const choice: LessonStep = {
	...newStep('choice', 'c', ['a', 'b']),
	title: 'Which?',
	text: 'Choose.',
	choices: [
		{ id: 'a', text: 'This', reply: 'Yes.' },
		{ id: 'b', text: 'That', reply: '' }
	],
	right: 'a'
} as LessonStep;
const lesson: Lesson = {
	...newLesson('l', 'ten-licenses'),
	title: 'Joining',
	steps: [task, number, choice],
	solution: [
		{
			name: 'addMembers',
			input: { queueId: 'q-detroit', personIds: ['karen'], at: '2026-11-24T14:00:00Z' }
		}
	]
};
const pack: LessonPack = { ...newPack('p', 'My pack'), lessons: [lesson] };
const changed = (change: Partial<Lesson>): LessonPack =>
	withLesson(pack, 'l', (one) => ({ ...one, ...change }));
const step = (id: string, change: object): LessonPack =>
	withLesson(pack, 'l', (one) => withStep(one, id, (old) => ({ ...old, ...change })));

test('[E5] what a recording gave is taken back, but for what was changed since', () => {
	const show = (name: string) => ({ name, input: {} });
	const lesson: Lesson = { ...newLesson('l', 'ten-licenses'), steps: [task], solution: [show('before')] };
	const before = { goal: joined, solution: lesson.solution };
	const given = { goal: NO_GOAL, solution: [show('given')] };
	const taken = withTaken(lesson, 't', given);
	expect(taken).toMatchObject({ steps: [{ goal: NO_GOAL }], solution: [show('given')] });
	expect(takenBack(taken, 't', given, before)).toEqual(lesson);

	// Another recording made “show me” anew; another edit, the goal.
	const later = { ...taken, solution: [show('given'), show('later')] };
	expect(takenBack(later, 't', given, before)).toEqual({ ...lesson, solution: later.solution });
	const other: Goal = { kind: 'downloaded' };
	const edited = withStep(taken, 't', (step) => ({ ...step, goal: other }) as LessonStep);
	expect(takenBack(edited, 't', given, before)).toEqual({
		...lesson,
		steps: [{ ...task, goal: other }]
	});
	const gone = { ...taken, steps: [] };
	expect(takenBack(gone, 't', given, before)).toEqual({ ...lesson, steps: [] });
});

describe('[E5] the check before handing out', () => {
	test('finds nothing in the shipped course, nor in a small lesson that is whole', async () => {
		expect(await check(COURSE)).toEqual([]);
		expect(await check(pack)).toEqual([]);
	});

	const sameAsNow: Goal = { kind: 'figure', figure: 'needed', is: '=', to: 10 };
	test.each<[string, LessonPack, string[]]>([
		['a pack without a title', { ...pack, title: ' ' }, ['NO_TITLE pack-title']],
		['a pack without lessons', { ...pack, lessons: [] }, ['NO_LESSONS pack-lessons']],
		[
			'a lesson without title and steps',
			changed({ title: '', steps: [] }),
			['NO_TITLE title l', 'NO_STEPS steps l']
		],
		[
			'a step without words',
			step('t', { title: '', text: '' }),
			['NO_TITLE step-title l t', 'NO_TEXT step-text l t']
		],
		['a task without a goal', step('t', { goal: NO_GOAL }), ['NO_GOAL goal l t']],
		[
			'a goal that points at nobody yet',
			step('t', { goal: { ...joined, person: { by: 'id', value: '' } } }),
			['GOAL_OPEN goal l t']
		],
		['a goal that is met at the start', step('t', { goal: sameAsNow }), ['MET_AT_START goal l t']],
		['“show me” that does nothing', changed({ solution: [] }), ['NOT_SOLVED solution l t']],
		[
			'“show me” that can’t be done',
			changed({
				solution: [
					{ name: 'addMembers', input: { queueId: 'gone', personIds: [], at: '2026-11-24T14:00:00Z' } }
				]
			}),
			['REFUSED solution l', 'NOT_SOLVED solution l t']
		],
		[
			'a sample that is not there',
			changed({ start: { kind: 'sample', sample: 'lost' } }),
			['NO_START start l']
		],
		[
			'choices that are none',
			step('c', { choices: [{ id: 'a', text: '', reply: '' }], right: 'b' }),
			['FEW_CHOICES choices l c', 'EMPTY_CHOICE choices l c', 'NO_RIGHT_CHOICE choices l c']
		],
		[
			'a mistake that is the right number',
			step('n', { mistakes: [{ id: 'm', answer: { plus: [10] }, text: 'Oh.' }] }),
			['MISTAKE_IS_RIGHT mistakes l n']
		],
		[
			'a mistake without words',
			step('n', { mistakes: [{ id: 'm', answer: { plus: [9] }, text: '' }] }),
			['MISTAKE_OPEN mistakes l n']
		],
		[
			'a supposition that can’t be',
			step('n', { after: [{ name: 'noSuchThing', input: {} }] }),
			['REFUSED after l n']
		],
		[
			'mistakes that are seen where none was made',
			changed({
				mistakes: [
					{ id: 'm1', when: sameAsNow, text: 'Oh.' },
					{ id: 'm2', when: joined, text: 'Oh.' },
					{ id: 'm3', when: NO_GOAL, text: 'Oh.' }
				].slice(0, 2)
			}),
			['MISTAKE_AT_START mistakes l', 'MISTAKE_IN_SOLUTION mistakes l']
		],
		[
			'more than a file may hold',
			changed({ intro: 'x'.repeat(PACK_LIMITS.text + 1) }),
			['UNREADABLE title l']
		]
	])('names %s', async (_, broken, expected) => {
		const problems = await check(broken);
		expect(await codes(broken)).toEqual(expected);
		for (const problem of problems) expect(problemSentence(problem)).toMatch(/^[A-Z“].*[.”]$/);
	});

	it('says what “show me” leaves open, and why a step of it can’t be done', async () => {
		const [problem] = await check(changed({ solution: [] }));
		expect(problemSentence(problem!)).toContain('Karen is not a member of Detroit Support now.');
		const [refused] = await check(changed({ solution: [{ name: 'noSuchThing', input: {} }] }));
		expect(problemSentence(refused!)).toMatch(/^Step 1 can’t be done at that point: /);
	});

	it('counts what happens beside the scenario as done: ways, tabs, the download, the answers', async () => {
		const goal: Goal = {
			kind: 'all',
			goals: [
				{ kind: 'downloaded' },
				{ kind: 'way', way: 'mobile-app' },
				{ kind: 'answered', question: 'n' },
				joined
			]
		};
		expect(await codes(step('t', { goal }))).toEqual([]);
	});
});

describe('[E5] what is handed out', () => {
	it('has the answers that the engine gives', async () => {
		const answers = await calls.packAnswers({ pack: COURSE, samples }, context);
		expect(answers).toEqual(COURSE_NOTES.lessons.map((one) => one.answers));
		expect(finishedNotes(COURSE, COURSE_NOTES, answers)).toEqual(COURSE_NOTES);
	});

	it('is read back as it is, pack and notes', async () => {
		const ready = finished(step('t', { hints: ['', 'Look in Call queues.'] }));
		expect(ready.lessons[0]!.steps[0]!.hints).toEqual(['Look in Call queues.']);
		const bytes = (text: string) => new TextEncoder().encode(text);
		expect(await readPack(bytes(packText(ready)), new Set(samples.map(({ id }) => id)))).toEqual({
			ok: true,
			value: ready
		});
		const notes = finishedNotes(ready, withNotes(newNotes(ready), 'l', 'Ask first.'), [['Predict: 10']]);
		expect(notes.lessons).toEqual([{ lessonId: 'l', notes: 'Ask first.', answers: ['Predict: 10'] }]);
		expect(await readNotes(bytes(packText(notes)))).toEqual({ ok: true, value: notes });
	});

	it('[E6] is another edition only if something changed since the last one', () => {
		expect(nextEdition(pack, undefined).revision).toBe(1);
		const last = handedOut(pack);
		expect(nextEdition(pack, last).revision).toBe(1);
		const second = nextEdition({ ...pack, intro: 'New' }, last);
		expect(second.revision).toBe(2);
		expect(nextEdition({ ...pack, intro: 'New' }, handedOut(second)).revision).toBe(2);
		expect(nextEdition(pack, handedOut(second)).revision).toBe(3);
		// What is left out of the file, such as a hint that says nothing, is no change.
		const gap = step('t', { hints: ['', 'Look.'] });
		expect(nextEdition(gap, handedOut(finished(gap))).revision).toBe(1);
	});
});

describe('edits', () => {
	it('move within the ends', () => {
		expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
		expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
		expect(moved(['a', 'b', 'c'], 2, -2)).toEqual(['c', 'a', 'b']);
		expect(moved(['a'], 4, 1)).toEqual(['a']);
	});

	it('keep a hint at its place while the ones before it are empty', () => {
		expect(withHint([], 1, 'b')).toEqual(['', 'b']);
		expect(withHint(['a', 'b'], 1, '')).toEqual(['a']);
		expect(withHint(['', 'b'], 1, '')).toEqual([]);
	});
});
