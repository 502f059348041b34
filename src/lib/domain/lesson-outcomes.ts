import { type Goal } from './goal';
import { type LessonCommand } from './lesson';

/** What an outcome is about, in the order in which outcomes are offered. */
export const OUTCOME_AREAS = [
	'monitored',
	'dashboards',
	'viewings',
	'ways',
	'access',
	'roles',
	'people',
	'queues',
	'orders',
	'figures',
	'settings'
] as const;
export type OutcomeArea = (typeof OUTCOME_AREAS)[number];

/** A goal that was reached by doing a task. */
export interface Outcome {
	readonly area: OutcomeArea;
	readonly goal: Goal;
}

export interface Outcomes {
	readonly outcomes: readonly Outcome[];
	/** There were too many of one area: only the first are here. */
	readonly isCut: boolean;
}

/** A task that was done: what it came to, and by what. */
export interface Recorded extends Outcomes {
	readonly commands: readonly LessonCommand[];
}
