import { type Id } from '$lib/domain/id';
import { type LessonEntry, type LessonEvent } from '$lib/domain/lesson-progress';
import { type Scenario } from '$lib/domain/scenario';
import { type Summary } from '$lib/domain/snapshot';

/** What goals look at (E1): one moment of a lesson. */
export interface GoalContext {
	readonly scenario: Scenario;
	/** Of this scenario, from the engine. */
	readonly summary: Summary;
	/** The journal entries that are in force, oldest first. */
	readonly entries: readonly LessonEntry[];
	/** What happened beside the scenario, oldest first. */
	readonly events: readonly LessonEvent[];
	/** What the lesson's questions are called. */
	readonly titles?: ReadonlyMap<Id, string> | undefined;
}

/** The events since the exercise was last reset. */
export function sinceReset(events: readonly LessonEvent[]): readonly LessonEvent[] {
	const last = events.findLastIndex((event) => event.kind === 'reset');
	return last < 0 ? events : events.slice(last + 1);
}
