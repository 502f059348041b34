import { type Goal } from '$lib/domain/goal';
import { type Id } from '$lib/domain/id';
import {
	type Lesson,
	type LessonNotes,
	type LessonPack,
	type LessonStep,
	NOTES_FORMAT,
	PACK_FORMAT,
	PACK_VERSION
} from '$lib/domain/lesson';

/** A goal that asks for nothing yet; no pack with one is handed out. */
export const NO_GOAL: Goal = { kind: 'all', goals: [] };

export const newPack = (id: Id, title: string): LessonPack => ({
	format: PACK_FORMAT,
	version: PACK_VERSION,
	id,
	revision: 1,
	title,
	intro: '',
	lessons: []
});

export const newNotes = ({ id, revision }: Pick<LessonPack, 'id' | 'revision'>): LessonNotes => ({
	format: NOTES_FORMAT,
	version: PACK_VERSION,
	packId: id,
	revision,
	lessons: []
});

/** A copy is another pack: results of the two are told apart. */
export const copyOf = (
	{ pack, notes }: { readonly pack: LessonPack; readonly notes: LessonNotes },
	id: Id
): { readonly pack: LessonPack; readonly notes: LessonNotes } => ({
	pack: { ...pack, id, title: `${pack.title} (copy)`.slice(0, 120), revision: 1 },
	notes: { ...notes, packId: id }
});

/** A lesson of which only the start is known. */
export const newLesson = (id: Id, sample: Id): Lesson => ({
	id,
	title: '',
	minutes: 5,
	intro: '',
	start: { kind: 'sample', sample },
	steps: [],
	mistakes: [],
	debrief: { text: '', show: 'needed' },
	solution: []
});

/** A step of a kind, with ids for it and, of a question with choices, its first two. */
export function newStep(kind: LessonStep['kind'], id: Id, choices: readonly [Id, Id]): LessonStep {
	const step = { id, title: '', text: '', hints: [] };
	if (kind === 'task') return { ...step, kind, goal: NO_GOAL };
	if (kind === 'number') return { ...step, kind, answer: { plus: ['needed'] }, explanation: '' };
	return {
		...step,
		kind,
		choices: choices.map((choice) => ({ id: choice, text: '', reply: '' })),
		right: ''
	};
}

/** A list with one item moved by so many places; at the ends it stays. */
export function moved<T>(list: readonly T[], from: number, by: number): T[] {
	const to = Math.min(list.length - 1, Math.max(0, from + by));
	const rest = list.filter((_, i) => i !== from);
	return from < 0 || from >= list.length ? [...list] : rest.toSpliced(to, 0, list[from]!);
}

/** A pack with one lesson changed. */
export const withLesson = (pack: LessonPack, id: Id, change: (lesson: Lesson) => Lesson): LessonPack => ({
	...pack,
	lessons: pack.lessons.map((lesson) => (lesson.id === id ? change(lesson) : lesson))
});

/** A lesson with one step changed. */
export const withStep = (lesson: Lesson, id: Id, change: (step: LessonStep) => LessonStep): Lesson => ({
	...lesson,
	steps: lesson.steps.map((step) => (step.id === id ? change(step) : step))
});

/** What a recording gives a lesson: a task's goal, and “show me”. */
export type Taken = Pick<Lesson, 'solution'> & { readonly goal: Goal };

/** A lesson with what a recording gave it. */
export const withTaken = (lesson: Lesson, task: Id, { goal, solution }: Taken): Lesson => ({
	...withStep(lesson, task, (step) => (step.kind === 'task' ? { ...step, goal } : step)),
	solution
});

/** The same taken back. What is not as it was given, because it was changed since, stays. */
export function takenBack(lesson: Lesson, task: Id, given: Taken, before: Taken): Lesson {
	const step = lesson.steps.find(({ id }) => id === task);
	const now = step?.kind === 'task' ? step.goal : given.goal;
	const back = <T>(value: T, was: T, then: T): T =>
		JSON.stringify(value) === JSON.stringify(was) ? then : value;
	return withTaken(lesson, task, {
		goal: back(now, given.goal, before.goal),
		solution: back(lesson.solution, given.solution, before.solution)
	});
}

/** Notes with those of one lesson changed. */
export function withNotes(notes: LessonNotes, lessonId: Id, text: string): LessonNotes {
	const rest = notes.lessons.filter((one) => one.lessonId !== lessonId);
	const known = notes.lessons.find((one) => one.lessonId === lessonId);
	return { ...notes, lessons: [...rest, { lessonId, notes: text, answers: known?.answers ?? [] }] };
}

/** Hints with one at a place; what lies before it may be empty, what is empty behind is dropped. */
export function withHint(hints: readonly string[], place: number, text: string): string[] {
	const next = Array.from({ length: Math.max(hints.length, place + 1) }, (_, i) =>
		i === place ? text : (hints[i] ?? '')
	);
	return next.slice(0, next.findLastIndex((hint) => hint !== '') + 1);
}

/** The pack as it is handed out: without hints that say nothing. */
export const finished = (pack: LessonPack): LessonPack => ({
	...pack,
	title: pack.title.trim(),
	lessons: pack.lessons.map((lesson) => ({
		...lesson,
		title: lesson.title.trim(),
		steps: lesson.steps.map((step) => ({
			...step,
			title: step.title.trim(),
			hints: step.hints.filter((hint) => hint.trim() !== '')
		}))
	}))
});

/** The notes as they are handed out: lesson by lesson in the pack's order, with the answers. */
export const finishedNotes = (
	{ id, revision, lessons }: LessonPack,
	notes: LessonNotes,
	answers: readonly (readonly string[])[]
): LessonNotes => ({
	...newNotes({ id, revision }),
	lessons: lessons.map((lesson, i) => ({
		lessonId: lesson.id,
		notes: notes.lessons.find(({ lessonId }) => lessonId === lesson.id)?.notes ?? '',
		answers: [...(answers[i] ?? [])]
	}))
});
