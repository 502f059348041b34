import { isBlank } from '$lib/domain/blank';
import { type Goal, leavesOf, type Ref } from '$lib/domain/goal';
import { type Lesson, type LessonPack, type LessonStep, sumOf } from '$lib/domain/lesson';
import { type LessonEvent } from '$lib/domain/lesson-progress';
import { type LessonProblem, type ProblemField, type ProblemKind } from '$lib/domain/lesson-problem';
import { type Scenario } from '$lib/domain/scenario';
import { type Summary } from '$lib/domain/snapshot';
import { type GoalContext } from './context';
import { figureOf } from './figures';
import { isMet, missingFor } from './goals';
import { play, type Player } from './play';

/** Adds a problem of one lesson. */
type Add = (field: ProblemField, kind: ProblemKind, stepId?: string) => void;

/**
 * What keeps a pack from being handed out (E5): texts and goals that are not there yet, lessons that are done before
 * they begin or that “show me” does not solve, mistakes that are none. `startOf` gives a lesson's start; undefined:
 * its sample is not in this sandbox.
 */
export function problemsOf(
	pack: LessonPack,
	startOf: (lesson: Lesson) => Scenario | undefined,
	player: Player
): readonly LessonProblem[] {
	const problems: LessonProblem[] = [];
	const add = (problem: LessonProblem) => problems.push(problem);
	const ofPack = { lessonId: null, stepId: null };
	if (isBlank(pack.title)) add({ ...ofPack, field: 'pack-title', code: 'NO_TITLE' });
	if (pack.lessons.length === 0) add({ ...ofPack, field: 'pack-lessons', code: 'NO_LESSONS' });
	for (const lesson of pack.lessons) {
		const say: Add = (field, kind, stepId) =>
			add({ ...kind, field, lessonId: lesson.id, stepId: stepId ?? null });
		const before = problems.length;
		checkTexts(lesson, say);
		// Playing what is only half written would say everything twice.
		if (problems.length > before) continue;
		const start = startOf(lesson);
		if (start) checkPlay(lesson, start, player, say);
		else say('start', { code: 'NO_START' });
	}
	return problems;
}

function checkTexts({ title, steps, mistakes }: Lesson, say: Add): void {
	if (isBlank(title)) say('title', { code: 'NO_TITLE' });
	if (steps.length === 0) say('steps', { code: 'NO_STEPS' });
	for (const step of steps) checkStep(step, say);
	for (const [i, { when, text }] of mistakes.entries())
		if (isOpen(when) || isBlank(text)) say('mistakes', { code: 'MISTAKE_OPEN', place: i + 1 });
}

function checkStep(step: LessonStep, say: Add): void {
	if (isBlank(step.title)) say('step-title', { code: 'NO_TITLE' }, step.id);
	if (isBlank(step.text)) say('step-text', { code: 'NO_TEXT' }, step.id);
	if (step.kind === 'task') {
		if (leavesOf(step.goal).length === 0) say('goal', { code: 'NO_GOAL' }, step.id);
		else if (isOpen(step.goal)) say('goal', { code: 'GOAL_OPEN' }, step.id);
	}
	if (step.kind === 'choice') {
		if (step.choices.length < 2) say('choices', { code: 'FEW_CHOICES' }, step.id);
		if (step.choices.some(({ text }) => isBlank(text))) say('choices', { code: 'EMPTY_CHOICE' }, step.id);
		if (!step.choices.some(({ id }) => id === step.right))
			say('choices', { code: 'NO_RIGHT_CHOICE' }, step.id);
	}
	for (const [i, { text }] of (step.kind === 'number' ? (step.mistakes ?? []) : []).entries())
		if (isBlank(text)) say('mistakes', { code: 'MISTAKE_OPEN', place: i + 1 }, step.id);
}

/** Whether something in a goal is not said yet: a group without goals, or a reference to nothing. */
function isOpen(goal: Goal): boolean {
	if (goal.kind === 'not') return isOpen(goal.goal);
	if (goal.kind === 'all' || goal.kind === 'any') return goal.goals.length === 0 || goal.goals.some(isOpen);
	if (goal.kind === 'answered' && goal.question === '') return true;
	if (goal.kind === 'clock' && goal.at === '') return true;
	if (goal.kind === 'order' && goal.lines.length === 0) return true;
	return refsOf(goal).some(({ value }) => isBlank(value));
}

/** Every reference within a goal, wherever it stands. */
function refsOf(value: unknown): readonly Ref[] {
	if (Array.isArray(value)) return value.flatMap(refsOf);
	if (typeof value !== 'object' || value === null) return [];
	if ('by' in value && 'value' in value) return [value as Ref];
	return Object.values(value).flatMap(refsOf);
}

function checkPlay(lesson: Lesson, start: Scenario, player: Player, say: Add): void {
	const { steps, mistakes, solution } = lesson;
	const titles = new Map(steps.map(({ id, title }) => [id, title]));
	const at = (scenario: Scenario, rest: Pick<GoalContext, 'entries' | 'events'>): GoalContext => ({
		scenario,
		summary: player.summarize(scenario),
		titles,
		...rest
	});
	const before = at(start, { entries: [], events: [] });
	for (const step of steps)
		if (step.kind === 'task' && isMet(step.goal, before)) say('goal', { code: 'MET_AT_START' }, step.id);

	// As a learner's steps do, each may be met on the way and undone by a later one.
	const open = new Map(steps.flatMap((step) => (step.kind === 'task' ? [[step.id, step]] : [])));
	const seen = new Set<number>();
	const events = happening(lesson);
	const look = (context: GoalContext): GoalContext => {
		for (const [id, { goal }] of open) if (isMet(goal, context)) open.delete(id);
		for (const [i, { when }] of mistakes.entries()) if (isMet(when, context)) seen.add(i);
		return context;
	};
	let now = look({ ...before, events });
	for (const [place, asked] of solution.entries()) {
		const { scenario, entries, refused } = play(now.scenario, [asked], player);
		for (const { name, refusal } of refused)
			say('solution', { code: 'REFUSED', place: place + 1, name, refusal });
		now = look(at(scenario, { entries: [...now.entries, ...entries], events }));
	}
	for (const [id, { goal }] of open)
		say('solution', { code: 'NOT_SOLVED', missing: missingFor(goal, now) }, id);
	for (const [i, { when }] of mistakes.entries()) {
		if (isMet(when, before)) say('mistakes', { code: 'MISTAKE_AT_START', place: i + 1 });
		else if (seen.has(i)) say('mistakes', { code: 'MISTAKE_IN_SOLUTION', place: i + 1 });
	}
	for (const step of steps) checkNumber(step, start, player, say);
}

/** What happens beside the scenario when a lesson is done as it is meant: ways, tabs, the download, the answers. */
function happening({ steps }: Lesson): readonly LessonEvent[] {
	return steps.flatMap((step): LessonEvent[] => {
		if (step.kind !== 'task')
			return [{ kind: 'predicted', prediction: { question: step.id, given: 0, expected: 0 } }];
		return leavesOf(step.goal).flatMap((leaf): LessonEvent[] => {
			if (leaf.kind === 'way') return [{ kind: 'way', way: leaf.way }];
			if (leaf.kind === 'tab') return [{ kind: 'tab', tab: leaf.tab }];
			return leaf.kind === 'downloaded' ? [{ kind: 'downloaded' }] : [];
		});
	});
}

function checkNumber(step: LessonStep, start: Scenario, player: Player, say: Add): void {
	if (step.kind !== 'number') return;
	const { scenario, refused } = play(start, step.after ?? [], player);
	for (const { place, name, refusal } of refused)
		say('after', { code: 'REFUSED', place: place + 1, name, refusal }, step.id);
	const summary: Summary = player.summarize(scenario);
	const number = (sum: typeof step.answer) => sumOf(sum, (figure) => figureOf(summary, figure));
	const answer = number(step.answer);
	if (step.mistakes?.some((one) => number(one.answer) === answer))
		say('mistakes', { code: 'MISTAKE_IS_RIGHT', answer }, step.id);
}
