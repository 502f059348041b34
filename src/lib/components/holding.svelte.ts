import { getContext, setContext, untrack } from 'svelte';

/** Begins to hold, and answers how to end it. */
type Hold = () => () => void;

const KEY = Symbol('holding');

/** What the forms below hold: the layout's, for the open scenario. */
export const setHolding = (hold: Hold): void => void setContext<Hold>(KEY, hold);

/**
 * While a form shows what is stored, to be saved whole: what another tab changes meanwhile is a conflict, not
 * overwritten unseen (S4). Call it where the form is made.
 */
export function holdsWhile(isShown: () => boolean): void {
	const hold = getContext<Hold | undefined>(KEY);
	$effect(() => {
		if (isShown()) return untrack(() => hold?.());
	});
}
