import { type Goal, GOAL_DEPTH } from '$lib/domain/goal';
import { type Outcome, type OutcomeArea, type Outcomes } from '$lib/domain/lesson-outcomes';
import { isMet } from './goals';
import { accessOutcomes, personOutcomes, roleOutcomes } from './outcome-access';
import { figureOutcomes, orderOutcomes } from './outcome-figures';
import { dashboardOutcomes, monitoredOutcomes, queueOutcomes, viewingOutcomes } from './outcome-live-reports';
import { type Change, type Suggest } from './outcome-of';
import { settingOutcomes } from './outcome-settings';
import { wayOutcomes } from './outcome-ways';

/** Who suggests what, in the order in which it is offered. */
const SUGGEST: readonly (readonly [OutcomeArea, Suggest])[] = [
	['monitored', monitoredOutcomes],
	['dashboards', dashboardOutcomes],
	['viewings', viewingOutcomes],
	['ways', wayOutcomes],
	['access', accessOutcomes],
	['roles', roleOutcomes],
	['people', personOutcomes],
	['queues', queueOutcomes],
	['orders', orderOutcomes],
	['figures', figureOutcomes],
	['settings', settingOutcomes]
];

/** Offered of one area at most, and looked at: a thousand new members are no thousand goals. */
const MOST_OFFERED = 20;
const MOST_TRIED = 300;

/**
 * The goals that somebody reached by doing a task (E5): each is unmet before and met after, whatever the way between
 * them was. What leaves no trace in the scenario (a way in, a download, a tab) is known from the recording's events.
 */
export function outcomesOf(change: Change): Outcomes {
	const outcomes: Outcome[] = [];
	const told = new Set<string>();
	let isCut = false;
	for (const [area, suggest] of SUGGEST) {
		let [offered, tried] = [0, 0];
		for (const goal of suggest(change)) {
			const text = JSON.stringify(goal);
			if (told.has(text)) continue;
			told.add(text);
			isCut ||= offered === MOST_OFFERED || tried === MOST_TRIED;
			if (offered === MOST_OFFERED || tried++ === MOST_TRIED) break;
			if (!isReached(goal, change)) continue;
			outcomes.push({ area, goal });
			offered++;
		}
	}
	return { outcomes, isCut };
}

const isReached = (goal: Goal, { before, after }: Change): boolean =>
	isMet(goal, after) && !isMet(goal, before);

/** Some goals as one that asks for all of them; a goal that is there already is one more, taken apart. */
export function goalOf(goals: readonly Goal[], kept?: Goal): Goal {
	const all = [...(kept ? partsOf(kept) : []), ...goals];
	const texts = all.map((one) => JSON.stringify(one));
	const once = all.filter((_, i) => texts.indexOf(texts[i]!) === i);
	return once.length === 1 ? once[0]! : { kind: 'all', goals: once };
}

/** What a goal asks for all of. */
export const partsOf = (goal: Goal): readonly Goal[] => (goal.kind === 'all' ? goal.goals : [goal]);

/** How deep another goal may still be inside one at this depth, counted from 1. */
export const mayNest = (depth: number): boolean => depth < GOAL_DEPTH;
