import { type Goal } from '$lib/domain/goal';
import { type Missing } from '$lib/domain/missing';
import { type GoalContext } from './context';
import { leafGoal } from './leaf-goals';

/**
 * What keeps a goal from being met; nothing: it is met (E1, E2). Looks only at where things stand, never at how they
 * came about or what anything is called on screen. Pure.
 */
export const missingFor = (goal: Goal, context: GoalContext): readonly Missing[] =>
	missing(goal, context, true);

/** Whether a goal is met. */
export const isMet = (goal: Goal, context: GoalContext): boolean => missingFor(goal, context).length === 0;

/** `wanted` false asks for the opposite: a goal that must not hold; all and any change places. */
function missing(goal: Goal, context: GoalContext, wanted: boolean): readonly Missing[] {
	if (goal.kind === 'not') return missing(goal.goal, context, !wanted);
	if (goal.kind === 'all' || goal.kind === 'any') {
		const options = goal.goals.map((one) => missing(one, context, wanted));
		if ((goal.kind === 'all') === wanted) return options.flat();
		if (options.some((option) => option.length === 0)) return [];
		return options.length === 1 ? options[0]! : [{ code: 'ONE_OF', options, wanted: true }];
	}
	const { holds, lacks } = leafGoal(goal, context);
	return holds === wanted ? [] : lacks.map((lack) => ({ ...lack, wanted }));
}
