import { type Instant } from '$lib/domain/instant';
import { type Lesson, type LessonPack } from '$lib/domain/lesson';
import { type LessonProgress, type Prediction } from '$lib/domain/lesson-progress';
import {
	type LessonOutcome,
	type LessonResult,
	LONGEST_NAME,
	MOST_COUNTED,
	RESULT_FORMAT,
	RESULT_VERSION
} from '$lib/domain/lesson-result';
import { packHash } from './pack-hash';

/** How a lesson went: a step that was met once counts, also before a reset. */
export function outcomeOf(lesson: Lesson, { events, activeSeconds }: LessonProgress): LessonOutcome {
	const met = new Set(events.flatMap((event) => (event.kind === 'met' ? [event.step] : [])));
	const hints = new Set(events.flatMap((event) => (event.kind === 'hint' ? [hintKey(event)] : [])));
	const first = new Map<string, Prediction>();
	for (const event of events)
		if (event.kind === 'predicted' && !first.has(event.prediction.question))
			first.set(event.prediction.question, event.prediction);
	const count = (kind: string) => events.filter((event) => event.kind === kind).length;
	const steps = lesson.steps.map(({ id }) => ({ id, met: met.has(id) }));
	return {
		lessonId: lesson.id,
		title: lesson.title,
		steps,
		hints: hints.size,
		attempts: count('failed') + (steps.every((step) => step.met) ? 1 : 0),
		resets: count('reset'),
		shown: count('shown') > 0,
		activeSeconds: Math.min(activeSeconds, MOST_COUNTED),
		predictions: lesson.steps.flatMap(({ id }) => first.get(id) ?? [])
	};
}

const hintKey = ({ step, hint }: { readonly step: string; readonly hint: number }): string =>
	JSON.stringify([step, hint]);

/** Who hands in, and when, by the computer's clock. */
export interface Learner {
	readonly learner: string;
	readonly group: string;
	readonly savedAt: Instant;
}

/** A name as it is handed in: what the file has room for. */
const named = (typed: string): string => [...typed.trim()].slice(0, LONGEST_NAME).join('').trim();

/** What a learner hands in: the lessons that were begun, in the pack's order (E6). Always what readResult reads. */
export function resultOf(
	pack: LessonPack,
	progresses: readonly LessonProgress[],
	{ learner, group, savedAt }: Learner
): LessonResult {
	const { id, revision, title } = pack;
	const who = named(learner);
	const among = named(group);
	return {
		format: RESULT_FORMAT,
		version: RESULT_VERSION,
		selfReported: true,
		...(who && { learner: who }),
		...(among && { group: among }),
		savedAt,
		pack: { id, revision, title, hash: packHash(pack) },
		lessons: pack.lessons.flatMap((lesson) => {
			const progress = progresses.findLast((one) => one.packId === id && one.lessonId === lesson.id);
			return progress ? [outcomeOf(lesson, progress)] : [];
		})
	};
}
