import { type Id } from '$lib/domain/id';
import { type Lesson, type LessonQuestion, type Mistake, sumOf } from '$lib/domain/lesson';
import { type LessonEvent, type Prediction } from '$lib/domain/lesson-progress';
import { type Missing } from '$lib/domain/missing';
import { type Summary } from '$lib/domain/snapshot';
import { type GoalContext, sinceReset } from './context';
import { figureOf } from './figures';
import { isMet, missingFor } from './goals';

/** What grading reads of a lesson. */
export type Graded = Pick<Lesson, 'steps' | 'mistakes'>;

/** How a step stands. */
export interface GradedStep {
	readonly id: Id;
	/** Met now, or was met since the exercise began. */
	readonly met: boolean;
	/** What lacks now; empty where the step is met now. */
	readonly missing: readonly Missing[];
}

/** How a lesson stands (E1, E2). */
export interface Grading {
	readonly steps: readonly GradedStep[];
	/** The known mistakes that can be seen now. */
	readonly mistakes: readonly Mistake[];
	/** Every step is met. */
	readonly done: boolean;
}

/**
 * How a lesson stands at one moment. Steps may be met in any order; one that was met once stays met, so that a later
 * step may undo what an earlier one asked for.
 */
export function gradeLesson(lesson: Graded, context: Omit<GoalContext, 'titles'>): Grading {
	const titles = new Map(lesson.steps.map(({ id, title }) => [id, title]));
	const within: GoalContext = { ...context, titles };
	const events = sinceReset(context.events);
	const metOnce = new Set(events.flatMap((event) => (event.kind === 'met' ? [event.step] : [])));
	const steps = lesson.steps.map((step): GradedStep => {
		const goal = step.kind === 'task' ? step.goal : ({ kind: 'answered', question: step.id } as const);
		const missing = missingFor(goal, within);
		return { id: step.id, met: missing.length === 0 || metOnce.has(step.id), missing };
	});
	return {
		steps,
		mistakes: lesson.mistakes.filter(({ when }) => isMet(when, within)),
		done: steps.every(({ met }) => met)
	};
}

/** The events that a grading brings: a `met` for each step that is met for the first time. */
export function metEvents({ steps }: Grading, events: readonly LessonEvent[]): readonly LessonEvent[] {
	const known = new Set(sinceReset(events).flatMap((event) => (event.kind === 'met' ? [event.step] : [])));
	return steps.flatMap(({ id, met }) => (met && !known.has(id) ? [{ kind: 'met', step: id }] : []));
}

/** What comes of an answer. */
export interface Answered {
	/** To be recorded. */
	readonly prediction: Prediction;
	readonly right: boolean;
	/** What to say: the reply of the choice, the mistake by its name, or the explanation. */
	readonly texts: readonly string[];
}

/** The right answer to a question: the id of a choice, or a number out of the figures. */
export const rightAnswer = (question: LessonQuestion, summary: Summary): number | string =>
	question.kind === 'choice' ? question.right : sumOf(question.answer, (figure) => figureOf(summary, figure));

/** What is said to an answer that was given before, and whether it was right: as when it was checked (E1). */
export function replyTo(
	question: LessonQuestion,
	{ given, expected, mistake }: Prediction
): Pick<Answered, 'right' | 'texts'> {
	const right = given === expected;
	if (question.kind === 'choice') {
		const reply = question.choices.find(({ id }) => id === given)?.reply;
		return { right, texts: reply === undefined ? [] : [reply] };
	}
	const known = question.mistakes?.find(({ id }) => id === mistake);
	return { right, texts: [...(known ? [known.text] : []), question.explanation] };
}

/**
 * Checks an answer (E1). `summary` is that of the scenario after the question's `after` commands, or of the scenario
 * itself where there are none.
 */
export function checkAnswer(question: LessonQuestion, given: number | string, summary: Summary): Answered {
	const expected = rightAnswer(question, summary);
	const plain: Prediction = { question: question.id, given, expected };
	const mistake =
		question.kind === 'number' && given !== expected
			? question.mistakes?.find(
					({ answer }) => sumOf(answer, (figure) => figureOf(summary, figure)) === given
				)
			: undefined;
	const prediction = mistake ? { ...plain, mistake: mistake.id } : plain;
	return { prediction, ...replyTo(question, prediction) };
}
