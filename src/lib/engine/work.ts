/**
 * Long work as it goes: each yield says how many steps of inner loops it took since the one before. Pauses come
 * by that count and never by a clock, so the same question has the same pauses and the same answers.
 */
export type Work<T> = Generator<number, T>;

/** Steps between two pauses: some ten milliseconds, and one pass over a large account's pairs at most beyond. */
export const SLICE = 400_000;

/** Steps between two yields of a loop whose single steps are short. */
export const STEPS_A_YIELD = 20_000;

/** Goes on for about so many steps, or to the end. */
export function goOn<T>(work: Work<T>, steps: number): IteratorResult<number, T> {
	for (let taken = 0; ;) {
		const next = work.next();
		if (next.done || (taken += next.value) >= steps) return next;
	}
}
