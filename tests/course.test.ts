/** Holds the shipped course to what a lesson must be (E1 to E4). */
import { describe, expect, it, test } from 'vitest';
import { apply } from '$lib/commands';
import { COURSE } from '$lib/content/course';
import { COURSE_NOTES } from '$lib/content/course-notes';
import { SAMPLES } from '$lib/content/samples';
import { type Lesson, type LessonCommand } from '$lib/domain/lesson';
import { type LessonEvent } from '$lib/domain/lesson-progress';
import { packText, readNotes, readPack } from '$lib/files/read-pack';
import { checkAnswer, rightAnswer } from '$lib/lessons/grade';
import { type Inline, parseMarkdown } from '$lib/text/markdown';
import { missingSentence } from '$lib/text/lessons';
import { done, eventsFor, Run, startOf, summaryOf, supposed } from './lesson-run';

const lesson = (id: string): Lesson => COURSE.lessons.find((one) => one.id === id)!;
const bytes = (text: string) => new TextEncoder().encode(text);
const samples = new Set(SAMPLES.map(({ id }) => id));
const NOW = '2026-11-24T14:00:00Z';

describe.each(COURSE.lessons.map((one) => [one.id, one] as const))('lesson %s', (_, one) => {
	it('[E4] takes five to ten minutes, and ends in a waterfall', () => {
		expect(one.minutes).toBeGreaterThanOrEqual(5);
		expect(one.minutes).toBeLessThanOrEqual(10);
		expect(one.debrief.text).not.toBe('');
	});

	it('[E1] is unmet at its start: no step is met, no mistake is seen, and each step says what is missing', () => {
		const { steps, mistakes } = new Run(one).grade();
		expect(steps.filter(({ met }) => met).map(({ id }) => id)).toEqual([]);
		expect(mistakes.map(({ id }) => id)).toEqual([]);
		for (const step of steps)
			for (const missing of step.missing) expect(missingSentence(missing)).toMatch(/^[A-Z“].*[.”]$/);
	});

	it('[E1] is solved by its own commands, with what happens beside the scenario and an answer to each question', () => {
		const run = new Run(one).answerAll().happen(...eventsFor(one));
		const mistakes = new Set<string>();
		for (const asked of one.solution) {
			run.play(asked);
			for (const { id } of run.grade().mistakes) mistakes.add(id);
		}
		expect(run.open).toEqual([]);
		expect(run.done).toBe(true);
		expect([...mistakes]).toEqual([]);
	});

	it('[E2] does not care for order: answers and events may come last', () => {
		const run = new Run(one).play(...one.solution).happen(...eventsFor(one).toReversed());
		const tasks = one.steps.filter(({ kind }) => kind === 'task').map(({ id }) => id);
		expect(run.open.filter((id) => tasks.includes(id))).toEqual([]);
		expect(run.answerAll().done).toBe(true);
	});

	it('[E1] supposes in its questions only what can be done, and tells each mistake from the right answer', () => {
		const start = startOf(one);
		for (const step of one.steps) {
			if (step.kind !== 'number') continue;
			(step.after ?? []).reduce((now, asked) => done(now, asked), start);
			const summary = supposed(start, step);
			const right = rightAnswer(step, summary);
			expect(checkAnswer(step, right, summary)).toMatchObject({ right: true, texts: [step.explanation] });
			for (const mistake of step.mistakes ?? []) {
				const given = rightAnswer({ ...step, answer: mistake.answer }, summary);
				const answered = checkAnswer(step, given, summary);
				expect([step.id, mistake.id, given]).not.toEqual([step.id, mistake.id, right]);
				expect(answered.prediction.mistake).toBe(mistake.id);
				expect(answered.texts).toEqual([mistake.text, step.explanation]);
			}
		}
	});

	it('[E1] says everything in the Markdown that is read', () => {
		const texts = [
			one.intro,
			one.debrief.text,
			...one.mistakes.map(({ text }) => text),
			...one.steps.flatMap((step) => [
				step.text,
				...(step.kind === 'number'
					? [step.explanation, ...(step.mistakes ?? []).map(({ text }) => text)]
					: []),
				...(step.kind === 'choice' ? step.choices.map(({ reply }) => reply) : [])
			])
		];
		for (const text of texts) {
			const lines = parseMarkdown(text).flatMap((block) =>
				block.kind === 'paragraph' ? [block.line] : block.items
			);
			const plain = (piece: Inline): readonly string[] =>
				'line' in piece ? piece.line.flatMap(plain) : piece.kind === 'text' ? [piece.text] : [];
			for (const words of lines.flat().flatMap(plain)) expect(words).not.toMatch(/\*|`|\]\(/);
		}
	});
});

describe('the course', () => {
	it('[E6] is a pack that is read back as it is', async () => {
		const read = await readPack(bytes(packText(COURSE)), samples);
		expect(read).toEqual({ ok: true, value: COURSE });
	});

	it('[E5] has instructor’s notes of their own, for every lesson and with an answer to each question', async () => {
		expect(await readNotes(bytes(packText(COURSE_NOTES)))).toEqual({ ok: true, value: COURSE_NOTES });
		expect([COURSE_NOTES.packId, COURSE_NOTES.revision]).toEqual([COURSE.id, COURSE.revision]);
		expect(COURSE_NOTES.lessons.map(({ lessonId }) => lessonId)).toEqual(COURSE.lessons.map(({ id }) => id));
		for (const { lessonId, answers } of COURSE_NOTES.lessons)
			expect(answers).toHaveLength(lesson(lessonId).steps.filter(({ kind }) => kind !== 'task').length);
	});

	it('[E5] the notes’ answers are those that the engine gives', () => {
		for (const { lessonId, answers } of COURSE_NOTES.lessons) {
			const one = lesson(lessonId);
			const start = startOf(one);
			const questions = one.steps.filter((step) => step.kind !== 'task');
			questions.forEach((step, i) => {
				const right = rightAnswer(step, supposed(start, step));
				const said =
					step.kind === 'choice' ? step.choices.find(({ id }) => id === right)!.text : String(right);
				expect(answers[i]).toBe(`${step.title}: ${said}`);
			});
		}
	});

	it('[E4] asks for every part of the source', () => {
		const kinds = new Set(JSON.stringify(COURSE).match(/"kind":"[a-z]+"/g));
		for (const kind of [
			'monitored',
			'may',
			'role',
			'sees',
			'viewed',
			'way',
			'downloaded',
			'tab',
			'purchased'
		])
			expect(kinds).toContain(`"kind":"${kind}"`);
		const text = JSON.stringify(COURSE);
		for (const id of ['A-DUAL', 'A-LEAVER', 'A-OPEN', 'A-ADMIN']) expect(text).toContain(id);
		for (const word of ['Split', 'Assign to all', 'Assign to selected', 'Detailed Usage', 'unlimited'])
			expect(text).toContain(word);
	});

	it('counts ten in the source’s example', () => {
		const [first] = COURSE.lessons;
		const step = first!.steps[0]!;
		if (step.kind !== 'number') throw new Error('the first step asks for the ten');
		expect(rightAnswer(step, supposed(startOf(first!), step))).toBe(10);
	});
});

const order = (id: string, ...lines: [product: string, quantity: number, costCenterId: string][]) => ({
	name: 'confirmOrder',
	input: {
		order: {
			id,
			at: NOW,
			lines: lines.map(([product, quantity, costCenterId]) => ({ product, quantity, costCenterId }))
		}
	}
});
const widget = (dashboardId: string, id: string, queueId: string): LessonCommand => ({
	name: 'addWidget',
	input: {
		dashboardId,
		widget: { id, kind: 'calls-in-queue', name: 'ウィジェット', queueId, from: NOW }
	}
});
const board = (id: string, ownerId: string, sharedWith: string[] = []): LessonCommand => ({
	name: 'addDashboard',
	input: { dashboard: { id, name: `Übersicht ${id}`, ownerId, sharedWith, createdAt: NOW, widgets: [] } }
});
const role = (id: string, permissions: string[], basedOn = 'manager'): LessonCommand => ({
	name: 'addRole',
	input: { role: { id, name: 'Rôle', basedOn, permissions } }
});
const give = (roleId: string, ...personIds: string[]): LessonCommand => ({
	name: 'setRole',
	input: { personIds, roleId }
});

/** The steps of a lesson that are met after some commands. */
const metAfter = (id: string, ...commands: LessonCommand[]): readonly string[] =>
	new Run(lesson(id))
		.play(...commands)
		.grade()
		.steps.filter(({ met }) => met)
		.map((step) => step.id);

describe('[E1] a step is not met by what makes its figures right without what it asks for', () => {
	const boosters = order('b', ['call-queues-booster', 10, 'detroit']);
	const nobody: LessonCommand[] = [
		{ name: 'deleteDashboard', input: { dashboardId: 'd-floor', at: NOW } },
		give('manager', 'alice', 'bob')
	];
	const leave = { name: 'removeMembers', input: { queueId: 'q-belmont', personIds: ['mark'], at: NOW } };
	const remove = (personId: string) => ({
		name: 'removePeople',
		input: { personIds: [personId], dashboardsTo: null }
	});
	const off = { name: 'setStatus', input: { personIds: ['mark'], status: 'disabled' } };
	const mark = SAMPLES[0]!.file.people.find(({ id }) => id === 'mark')!;
	const rename = { name: 'editPerson', input: { person: { ...mark, extension: '999' } } };
	const one = order('a', ['live-reports', 1, 'detroit'], ['call-queues-booster', 1, 'detroit']);

	test.each([
		['buying-licenses', 'enough', 'needing nobody', nobody],
		['buying-licenses', 'enough', 'Boosters', [boosters]],
		['leavers', 'leave', 'deleting Mark', [remove('mark')]],
		['leavers', 'leave', 'another extension', [rename]],
		['leavers', 'age-out', 'disabling Mark', [leave, off]],
		['leavers', 'age-out', 'deleting another agent', [leave, remove('karen')]],
		['booster-and-bundle', 'cover', 'half with Live Reports licenses', [one]]
	] as [string, string, string, LessonCommand[]][])('%s, %s: %s', (id, step, _, commands) => {
		expect(lesson(id).steps.map((one) => one.id)).toContain(step);
		expect(metAfter(id, ...commands)).not.toContain(step);
	});
});

describe('[E2] any path that reaches the goal counts', () => {
	test.each([
		[
			'two widgets on one dashboard',
			[board('x', 'sam'), widget('x', 'a', 'q-detroit'), widget('x', 'b', 'q-belmont')]
		],
		[
			'a dashboard for each queue',
			[board('x', 'alice'), board('y', 'bob'), widget('y', 'a', 'q-belmont'), widget('x', 'a', 'q-detroit')]
		],
		[
			'with a detour that is taken back',
			[
				board('x', 'sam'),
				widget('x', 'a', 'q-detroit'),
				{ name: 'deleteDashboard', input: { dashboardId: 'x', at: NOW } },
				board('z', 'sam'),
				widget('z', 'c', 'q-belmont'),
				widget('z', 'd', 'q-detroit')
			]
		]
	] as [string, LessonCommand[]][])('monitoring both queues: %s', (_, commands) => {
		expect(metAfter('who-needs-a-license', ...commands)).toContain('monitor-both');
	});

	test.each([
		['one order with both', [order('a', ['live-reports', 4, 'detroit'], ['live-reports', 6, 'belmont'])]],
		[
			'an order for each',
			[order('a', ['live-reports', 6, 'belmont']), order('b', ['live-reports', 4, 'detroit'])]
		],
		[
			'bit by bit',
			[
				order('a', ['live-reports', 1, 'detroit'], ['live-reports', 3, 'detroit']),
				order('b', ['live-reports', 2, 'belmont'], ['live-reports', 4, 'belmont'])
			]
		]
	] as [string, LessonCommand[]][])('buying for two cost centers: %s', (_, commands) => {
		expect(metAfter('buying-licenses', ...commands)).toEqual(
			expect.arrayContaining(['enough', 'cost-centers'])
		);
	});

	test.each([
		['a role for both', [role('r', ['live-reports.view']), give('r', 'alice', 'bob')]],
		[
			'a role for each',
			[
				role('r', ['live-reports.view']),
				role('s', ['live-reports.view'], 'standard'),
				give('r', 'alice'),
				give('s', 'bob')
			]
		],
		[
			'a role that gets the permission later',
			[
				role('r', []),
				give('r', 'alice', 'bob'),
				{
					name: 'editRole',
					input: { role: { id: 'r', name: 'Rôle', basedOn: 'manager', permissions: ['live-reports.view'] } }
				}
			]
		]
	] as [string, LessonCommand[]][])('giving access: %s', (_, commands) => {
		expect(metAfter('roles-and-access', ...commands)).toEqual(
			expect.arrayContaining(['custom-role', 'access'])
		);
	});

	test.each([
		['buying Live Reports licenses', [order('a', ['live-reports', 3, 'root'])]],
		['buying Boosters', [order('a', ['call-queues-booster', 5, 'bill'])]],
		['waiting until the seats age out', [{ name: 'stepClock', input: { days: 25 } }]]
	] as [string, LessonCommand[]][])('ending an overage: %s', (_, commands) => {
		expect(metAfter('finding-an-overage', ...commands)).toContain('resolve');
	});
});

describe('[E2] a common mistake is called by its name', () => {
	const mistakesAfter = (id: string, commands: LessonCommand[], events: LessonEvent[] = []) =>
		new Run(lesson(id))
			.play(...commands)
			.happen(...events)
			.grade()
			.mistakes.map((one) => one.id);
	const join = (queueId: string, ...personIds: string[]) => ({
		name: 'addMembers',
		input: { queueId, personIds, at: NOW }
	});
	const leave = (queueId: string, ...personIds: string[]) => ({
		name: 'removeMembers',
		input: { queueId, personIds, at: NOW }
	});

	const CASES: [lessonId: string, mistake: string, commands: LessonCommand[]][] = [
		['who-needs-a-license', 'supervisor-as-member', [join('q-detroit', 'alice')]],
		['buying-licenses', 'all-to-root', [order('a', ['live-reports', 10, 'root'])]],
		['buying-licenses', 'too-many', [order('a', ['live-reports', 11, 'detroit'])]],
		['buying-licenses', 'forgot-viewers', [order('a', ['live-reports', 8, 'detroit'])]],
		[
			'roles-and-access',
			'billing-permission',
			[role('r', ['billing.live-reports-license']), give('r', 'bob')]
		],
		['roles-and-access', 'super-admin', [give('super-admin', 'alice')]],
		['roles-and-access', 'too-much', [role('r', ['live-reports.full']), give('r', 'bob')]],
		['dashboards', 'empty-dashboard', [board('x', 'sam')]],
		['dashboards', 'full-instead-of-sharing', [role('r', ['live-reports.full']), give('r', 'alice', 'bob')]],
		['dashboards', 'full-instead-of-sharing', [role('r', ['live-reports.full']), give('r', 'bob')]],
		[
			'ways-in',
			'sam-instead',
			[{ name: 'recordViewing', input: { personId: 'sam', dashboardId: 'd-floor', at: NOW } }]
		],
		['finding-an-overage', 'expected-drop', [leave('q-billing', 'ruth', 'marco', 'yusuf', 'elena')]],
		[
			'finding-an-overage',
			'changed-the-answer',
			[{ name: 'setAssumption', input: { id: 'A-LEAVER', choice: 'at-end' } }]
		],
		[
			'leavers',
			'changed-the-answer',
			[{ name: 'setAssumption', input: { id: 'A-LEAVER', choice: 'at-end' } }]
		],
		['booster-and-bundle', 'live-reports-instead', [order('a', ['live-reports', 2, 'root'])]],
		[
			'booster-and-bundle',
			'bundle-too-early',
			[{ name: 'editAccount', input: { plan: 'customer-engagement-bundle' } }]
		],
		['a-new-team', 'billing-permission', [role('r', ['billing.purchase']), give('r', 'dana')]],
		['a-new-team', 'too-many', [order('a', ['live-reports', 4, 'returns'])]]
	];

	test.each(CASES)('%s: %s', (id, mistake, commands) => {
		expect(mistakesAfter(id, commands)).toContain(mistake);
	});

	test('every mistake of the course stands above', () => {
		const listed = CASES.map(([id, mistake]) => `${id} ${mistake}`);
		const known = COURSE.lessons.flatMap((one) => one.mistakes.map(({ id }) => `${one.id} ${id}`));
		expect([...new Set(listed)].toSorted()).toEqual(known.toSorted());
	});
});

test('[E2] what is missing is said by name', () => {
	const run = new Run(lesson('who-needs-a-license')).play(board('x', 'sam'), widget('x', 'a', 'q-detroit'));
	const step = run.grade().steps.find(({ id }) => id === 'monitor-both')!;
	expect(step.missing.map(missingSentence)).toEqual(['Belmont Support is not on any dashboard.']);
});

test('what the texts say of the busy month is so', () => {
	const start = startOf(lesson('finding-an-overage'));
	const { figures } = summaryOf(start);
	expect(figures.overage).toBe(3);
	const atEnd = apply(start, { name: 'setAssumption', input: { id: 'A-LEAVER', choice: 'at-end' } });
	if (!atEnd.ok) throw new Error('the other answer is possible');
	// Four of Billing Questions, and Sofia, who left the Nurse Line.
	expect(summaryOf(atEnd.value).figures.active).toBe(figures.active - 5);
});
