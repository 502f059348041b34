import { type Goal } from '$lib/domain/goal';
import { type Id } from '$lib/domain/id';
import { type Ref, type Thing } from '$lib/domain/goal';
import { type Scenario } from '$lib/domain/scenario';
import { type GoalContext } from './context';
import { refTo } from './refs';

/** Two moments of a lesson, between which somebody did its task. */
export interface Change {
	readonly before: GoalContext;
	readonly after: GoalContext;
}

/** Goals that a change suggests; whether each is unmet before and met after is looked at by whoever asks. */
export type Suggest = (change: Change) => Iterable<Goal>;

export const not = (goal: Goal): Goal => ({ kind: 'not', goal });

/** What was, what is, and what is new of a list, by id. */
export function compared<T extends { readonly id: Id }>(
	was: readonly T[],
	is: readonly T[]
): {
	readonly kept: readonly (readonly [was: T, is: T])[];
	readonly made: readonly T[];
	readonly gone: readonly T[];
} {
	if (was === is) return { kept: [], made: [], gone: [] };
	const [old, now] = [new Map(was.map((one) => [one.id, one])), new Set(is.map(({ id }) => id))];
	return {
		kept: is.flatMap((one) => {
			const before = old.get(one.id);
			return before && before !== one ? [[before, one] as const] : [];
		}),
		made: is.filter(({ id }) => !old.has(id)),
		gone: was.filter(({ id }) => !now.has(id))
	};
}

/** References to things of either moment. */
export const refsIn =
	({ before, after }: Change) =>
	(thing: Thing, one: { readonly id: Id; readonly name: string; readonly extension?: string }) =>
		refTo(thing, one, before.scenario, after.scenario);

/** The person with an id, of the end or else of the start, as a goal points at them. */
export function personRefs(change: Change): (id: Id) => Ref | undefined {
	const people = (scenario: Scenario) => scenario.people.map((one) => [one.id, one] as const);
	const all = new Map([...people(change.before.scenario), ...people(change.after.scenario)]);
	const ref = refsIn(change);
	return (id) => {
		const one = all.get(id);
		return one && ref('person', one);
	};
}
