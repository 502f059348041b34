import { Amount, Goal, type LessonFigure } from './goal';
import { Id } from './id';
import { ScenarioFile } from './scenario';
import { z } from './zod';

export const PACK_FORMAT = 'live-reports-sandbox/lesson-pack';
export const PACK_VERSION = 1;
export const NOTES_FORMAT = 'live-reports-sandbox/lesson-notes';

/** How much a pack may hold (E6, S9). Texts in characters. */
export const PACK_LIMITS = {
	title: 120,
	text: 6000,
	hint: 600,
	hints: 3,
	lessons: 40,
	steps: 20,
	choices: 8,
	mistakes: 12,
	commands: 120
} as const;

/** How large a scenario may be that a lesson starts from; a pack's file holds every lesson's. */
export const MOST_START_BYTES = 1024 * 1024;

const Title = z.string().trim().min(1).max(PACK_LIMITS.title);
/** Markdown, of which only paragraphs, lists, bold, italics, code and places of the app are read. */
const Text = z.string().max(PACK_LIMITS.text);
const Hints = z.array(z.string().min(1).max(PACK_LIMITS.hint)).max(PACK_LIMITS.hints);

/** A command as a lesson keeps it. Only the registry carries it out, which checks name and input (S1). */
export const LessonCommand = z.strictObject({
	name: z.string().min(1).max(60),
	input: z.record(z.string(), z.json()),
	/** Who acts; absent: the Trainer. */
	actor: Id.optional()
});
export type LessonCommand = z.infer<typeof LessonCommand>;
const Commands = z.array(LessonCommand).max(PACK_LIMITS.commands);

/** A sum of figures: what is added, and what is taken away. Never below 0. */
export const Sum = z.strictObject({
	plus: z.array(Amount).min(1).max(6),
	minus: z.array(Amount).max(6).optional()
});
export type Sum = z.infer<typeof Sum>;

/** A question whose answer is a number: computed when it is given, from the figures after `after` (E1). */
const NumberQuestion = z.strictObject({
	kind: z.literal('number'),
	id: Id,
	title: Title,
	text: Text,
	hints: Hints,
	/** Commands that the question supposes, tried on a copy. */
	after: Commands.optional(),
	answer: Sum,
	/** Shown once a number is given. */
	explanation: Text,
	/** Numbers that a known mistake leads to, where they differ from the answer. */
	mistakes: z
		.array(z.strictObject({ id: Id, answer: Sum, text: Text }))
		.max(PACK_LIMITS.mistakes)
		.optional()
});
/** A question with choices, each with the reply that it gets. */
const ChoiceQuestion = z.strictObject({
	kind: z.literal('choice'),
	id: Id,
	title: Title,
	text: Text,
	hints: Hints,
	choices: z
		.array(z.strictObject({ id: Id, text: z.string().min(1).max(PACK_LIMITS.hint), reply: Text }))
		.min(2)
		.max(PACK_LIMITS.choices),
	/** The id of the right choice. */
	right: Id
});
const Task = z.strictObject({
	kind: z.literal('task'),
	id: Id,
	title: Title,
	text: Text,
	hints: Hints,
	goal: Goal
});

export const LessonStep = z.discriminatedUnion('kind', [Task, NumberQuestion, ChoiceQuestion]);
export type LessonStep = z.infer<typeof LessonStep>;
export type LessonQuestion = z.infer<typeof NumberQuestion> | z.infer<typeof ChoiceQuestion>;

/** A mistake that many make: when it is seen, and what to say to it (E2). */
export const Mistake = z.strictObject({ id: Id, when: Goal, text: Text });
export type Mistake = z.infer<typeof Mistake>;

/** A sample of the app by its id, or a scenario of the pack's own. */
export const LessonStart = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('sample'), sample: Id }),
	z.strictObject({ kind: z.literal('scenario'), scenario: ScenarioFile })
]);
export type LessonStart = z.infer<typeof LessonStart>;

/** The figures whose way of coming about a debrief can show. */
const DEBRIEF_FIGURES = ['needed', 'active', 'purchased', 'overage'] as const;

/** One lesson: where it starts, what to do and to predict, and what it comes to (E1). */
export const Lesson = z.strictObject({
	id: Id,
	title: Title,
	minutes: z.int().min(1).max(120),
	intro: Text,
	start: LessonStart,
	steps: z.array(LessonStep).min(1).max(PACK_LIMITS.steps),
	mistakes: z.array(Mistake).max(PACK_LIMITS.mistakes),
	debrief: z.strictObject({ text: Text, show: z.enum(DEBRIEF_FIGURES) }),
	/** What “show me” plays on a fresh start: it meets every task. */
	solution: Commands
});
export type Lesson = z.infer<typeof Lesson>;

/** A pack of lessons as its file says it. `revision` goes up with every edition. */
export const LessonPack = z.strictObject({
	format: z.literal(PACK_FORMAT),
	version: z.literal(PACK_VERSION),
	id: Id,
	revision: z.int().min(1).max(1_000_000),
	title: Title,
	intro: Text,
	lessons: z.array(Lesson).min(1).max(PACK_LIMITS.lessons)
});
export type LessonPack = z.infer<typeof LessonPack>;

/** What only the instructor reads, in a file of its own (E5). */
export const LessonNotes = z.strictObject({
	format: z.literal(NOTES_FORMAT),
	version: z.literal(PACK_VERSION),
	packId: Id,
	revision: z.int().min(1).max(1_000_000),
	lessons: z
		.array(z.strictObject({ lessonId: Id, notes: Text, answers: z.array(Text).max(PACK_LIMITS.steps) }))
		.max(PACK_LIMITS.lessons)
});
export type LessonNotes = z.infer<typeof LessonNotes>;

/** What a sum is, given what each figure is: never below 0. */
export function sumOf({ plus, minus = [] }: Sum, figureOf: (figure: LessonFigure) => number): number {
	const total = (amounts: readonly Amount[]) =>
		amounts.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : figureOf(one)), 0);
	return Math.max(0, total(plus) - total(minus));
}
