import { type Id } from '$lib/domain/id';
import { type LessonEvent, type LessonProgress, MOST_EVENTS } from '$lib/domain/lesson-progress';
import { type PackDraft } from '$lib/domain/lesson-shelf';
import { sinceReset } from './context';

/** The progress of a lesson that begins. */
export const newProgress = (packId: Id, lessonId: Id, scenarioId: Id): LessonProgress => ({
	packId,
	lessonId,
	scenarioId,
	activeSeconds: 0,
	events: []
});

/** Kinds of which each saying is kept once for every start of the exercise. */
const ONCE: ReadonlySet<LessonEvent['kind']> = new Set(['way', 'downloaded', 'tab', 'hint', 'met', 'shown']);

/** Kinds without which a lesson could not go on: room is kept for them. */
const ENDS: ReadonlySet<LessonEvent['kind']> = new Set(['met', 'reset', 'shown']);
const KEPT_FREE = 500;

/** The progress with what happened; what says nothing new, or comes after MOST_EVENTS, leaves it the very same. */
export function recorded(progress: LessonProgress, ...happened: readonly LessonEvent[]): LessonProgress {
	const events = [...progress.events];
	for (const event of happened) {
		if (events.length >= (ENDS.has(event.kind) ? MOST_EVENTS : MOST_EVENTS - KEPT_FREE)) continue;
		const isKnown = ONCE.has(event.kind) && sinceReset(events).some((one) => isSame(one, event));
		if (!isKnown) events.push(event);
	}
	return events.length === progress.events.length ? progress : { ...progress, events };
}

const isSame = (one: LessonEvent, other: LessonEvent): boolean =>
	JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted());

/** A draft with what happened in its recording, each thing once (E5). */
export function noted(draft: PackDraft, event: LessonEvent): PackDraft {
	const { recording } = draft;
	const events = recording?.events ?? [];
	if (!recording || events.some((one) => isSame(one, event))) return draft;
	return { ...draft, recording: { ...recording, events: [...events, event] } };
}

/** The progress after the exercise was reset: another scenario, and goals begin again (E3). */
export const restarted = (progress: LessonProgress, scenarioId: Id): LessonProgress => ({
	...recorded(progress, { kind: 'reset' }),
	scenarioId
});

/** The progress after a reset was taken back: the scenario before it again. What happened since stays (E3). */
export function returned(progress: LessonProgress, scenarioId: Id): LessonProgress {
	const at = progress.events.findLastIndex(({ kind }) => kind === 'reset');
	const before = { ...progress, scenarioId, events: progress.events.slice(0, Math.max(0, at)) };
	return recorded(before, ...progress.events.slice(at + 1));
}

/** The progress with more time spent; whole seconds. */
export const spent = (progress: LessonProgress, seconds: number): LessonProgress => ({
	...progress,
	activeSeconds: progress.activeSeconds + Math.max(0, Math.round(seconds))
});
