import { Id } from './id';
import { Instant } from './instant';
import { PACK_LIMITS } from './lesson';
import { Prediction } from './lesson-progress';
import { z } from './zod';

export const RESULT_FORMAT = 'live-reports-sandbox/lesson-result';
export const RESULT_VERSION = 1;

/** How long a learner's name, or a group's, may be, in characters. */
export const LONGEST_NAME = 120;
/** The most that a result counts of anything: seconds of eleven days. */
export const MOST_COUNTED = 1_000_000;
const Name = z.string().max(LONGEST_NAME);
const Tally = z.int().nonnegative().max(MOST_COUNTED);

/** How one lesson went. */
export const LessonOutcome = z.strictObject({
	lessonId: Id,
	title: z.string().max(PACK_LIMITS.title),
	steps: z.array(z.strictObject({ id: Id, met: z.boolean() })).max(PACK_LIMITS.steps),
	hints: Tally,
	/** Checks that found something missing, and the one that did not. */
	attempts: Tally,
	resets: Tally,
	/** Whether “show me” was played. */
	shown: z.boolean(),
	activeSeconds: Tally,
	/** The first answer to each question. */
	predictions: z.array(Prediction).max(PACK_LIMITS.steps)
});
export type LessonOutcome = z.infer<typeof LessonOutcome>;

/** What a learner hands in (E6). Anybody can write such a file, so it says that it reports itself. */
export const LessonResult = z.strictObject({
	format: z.literal(RESULT_FORMAT),
	version: z.literal(RESULT_VERSION),
	selfReported: z.literal(true),
	learner: Name.optional(),
	/** A class, a course or a group, as the learner types it. */
	group: Name.optional(),
	savedAt: Instant,
	pack: z.strictObject({
		id: Id,
		revision: z.int().min(1).max(1_000_000),
		title: z.string().max(PACK_LIMITS.title),
		/** Of the pack's text (packHash): tells two editions apart, and proves nothing. */
		hash: z.string().regex(/^[0-9a-f]{16}$/, { error: 'sixteen digits from 0 to f' })
	}),
	lessons: z.array(LessonOutcome).max(PACK_LIMITS.lessons)
});
export type LessonResult = z.infer<typeof LessonResult>;
