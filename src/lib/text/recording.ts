import { PACK_LIMITS } from '$lib/domain/lesson';
import { type OutcomeArea } from '$lib/domain/lesson-outcomes';
import { isolated, nameText } from './format';

/** Doing a task to say what counts. */
export const RECORD_TEXT = {
	bar: 'Recording',
	done: 'Done',
	cancel: 'Cancel',
	cancelled: 'Recording thrown away',
	title: 'What counts?',
	intro:
		'This is what you came to. Tick what a learner must reach; any other way that leads to it counts as well. Less is better: what you don’t tick stays free.',
	none: 'Nothing that could count has changed',
	noneNote: 'Go on recording and do the task, or say the goal by hand.',
	keep: 'Keep what the task asks for already',
	solution: 'Use what you did as “Show me”',
	solutionAfter: 'What you did, for the question to suppose',
	did: 'What you did',
	nothing: 'Nothing was done.',
	use: 'Use as goal',
	useAfter: 'Suppose this',
	goOn: 'Go on recording',
	drop: 'Throw away',
	tick: 'Tick what counts, or nothing would.',
	most: 'A goal holds 20 parts at most.',
	tooMany: `“Show me” holds ${PACK_LIMITS.commands} steps at most. Do the task once more in fewer, or untick it.`,
	cut: 'There was more than is listed: only the first of each kind are offered.',
	goalSet: 'Goal set',
	afterSet: 'Supposition set',
	scenario: (title: string): string => `Recording: ${title}`
} as const;

export const AREA_NAMES: Readonly<Record<OutcomeArea, string>> = {
	monitored: 'Monitored queues',
	dashboards: 'Dashboards',
	viewings: 'Looks at dashboards',
	ways: 'Ways in and the report',
	access: 'What people may do',
	roles: 'Roles',
	people: 'People',
	queues: 'Call queues',
	orders: 'Orders and licenses',
	figures: 'Figures',
	settings: 'Clock and settings'
};

/** “Recording for “Joining”: Let Karen join”. */
export const recordingSentence = (lesson: string, step: string): string =>
	`For “${isolated(nameText(lesson))}”: ${isolated(nameText(step))}. Do it here as a learner would, in any place.`;
