import { closure, DROPPED, KEPT, type Point, pointOf, type Price } from './closure';
import type { FitProblem } from './problem';
import type { Work } from '../work';

/** What prices prove: no drops that free the target cost less than `bound`. */
export interface Relaxed {
	/** In whole drops; Infinity where even everything frees too few. */
	readonly bound: number;
	/** Corners of the lower hull of (people freed, cost) around the target: `short` frees fewer. */
	readonly short: Point;
	readonly enough: Point;
	/** The price at which both are worth the same; tried first, it shortens a like question. */
	readonly price: Price | undefined;
}

/**
 * The Lagrangian bound (equal to the linear program's) by discrete Newton: at the price where two known
 * points are worth the same, the closure found is a new corner between them, or there is none. Ends early
 * once the bound reaches `enoughBound`. A round is one closure; accounts of 5,000 items took up to 12.
 */
export function* relax(
	problem: FitProblem,
	fixed: Uint8Array,
	target: number,
	enoughBound = Infinity,
	first?: Price
): Work<Relaxed> {
	let short = pointOf(
		problem,
		fixed.map((one) => (one === DROPPED ? 1 : 0))
	);
	let enough = pointOf(
		problem,
		fixed.map((one) => (one === KEPT ? 0 : 1))
	);
	if (enough.freed < target) return { bound: Infinity, short, enough, price: undefined };
	if (short.freed >= target) return { bound: short.cost, short, enough: short, price: undefined };
	let bound = short.cost;
	for (let tried = first; ; tried = undefined) {
		const price = tried ?? { people: enough.cost - short.cost, drops: enough.freed - short.freed };
		const { people, drops } = price;
		const found = yield* closure(problem, fixed, price);
		// Whole numbers below 2^53: rounding the quotient up this way is exact.
		const proved = drops * found.cost + people * (target - found.freed);
		bound = Math.max(bound, Math.floor((proved + drops - 1) / drops));
		const isEdge =
			!tried && drops * found.cost - people * found.freed >= drops * short.cost - people * short.freed;
		if (isEdge || bound >= enoughBound) return { bound, short, enough, price };
		if (found.freed >= target) enough = found;
		else short = found;
	}
}
