import { ReportTab, Way } from './goal';
import { Id } from './id';
import { type Instant } from './instant';
import { z } from './zod';

/** How many events a progress keeps; with most kinds kept once, a lesson has some dozens. */
export const MOST_EVENTS = 2000;

/** A prediction: what was given and what was right then (a number, or a choice's id), and the mistake it shows. */
export const Prediction = z.strictObject({
	question: Id,
	given: z.union([z.int().nonnegative(), Id]),
	expected: z.union([z.int().nonnegative(), Id]),
	mistake: Id.optional()
});
export type Prediction = z.infer<typeof Prediction>;

/** What happened in a lesson that no scenario holds. */
export const LessonEvent = z.discriminatedUnion('kind', [
	/** Live Reports was shown, and this way led to it. */
	z.strictObject({ kind: z.literal('way'), way: Way }),
	/** The workbook was handed to the browser. */
	z.strictObject({ kind: z.literal('downloaded') }),
	/** A tab of the report was on screen. */
	z.strictObject({ kind: z.literal('tab'), tab: ReportTab }),
	/** An answer was given; the first one to a question is the prediction. */
	z.strictObject({ kind: z.literal('predicted'), prediction: Prediction }),
	/** A hint was opened: its place in the step, from 0. */
	z.strictObject({ kind: z.literal('hint'), step: Id, hint: z.int().min(0).max(2) }),
	/** Somebody asked for a check and something was missing. */
	z.strictObject({ kind: z.literal('failed') }),
	/** A step was met, for good. */
	z.strictObject({ kind: z.literal('met'), step: Id }),
	/** “Show me” was played. */
	z.strictObject({ kind: z.literal('shown') }),
	/** The exercise was reset: a new scenario, and goals begin again. */
	z.strictObject({ kind: z.literal('reset') })
]);
export type LessonEvent = z.infer<typeof LessonEvent>;

/** One learner's way through one lesson, kept by the browser beside the scenario (E3). */
export const LessonProgress = z.strictObject({
	packId: Id,
	lessonId: Id,
	/** The scenario that the lesson opened, the latest one. */
	scenarioId: Id,
	/** Seconds in which the page was seen and used. */
	activeSeconds: z.int().nonnegative(),
	events: z.array(LessonEvent).max(MOST_EVENTS)
});
export type LessonProgress = z.infer<typeof LessonProgress>;

/** What goals read of a journal entry that is in force; the store's entries are such. */
export interface LessonEntry {
	readonly name: string;
	readonly input: unknown;
	readonly actor: Id | null;
	readonly asOf: Instant;
}
