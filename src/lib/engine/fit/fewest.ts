import type { FitProgress } from '$lib/domain/fit';
import { branch } from './branch';
import type { Point } from './closure';
import { componentsOf } from './components';
import { cheapest, ENUMERABLE, type Frontier, frontierOf } from './enumerate';
import { fillAhead, fillForward, trim } from './greedy';
import { searchNear } from './local-search';
import type { FitProblem } from './problem';
import { relax } from './relax';
import { type Selection, select } from './selection';
import { goOn, SLICE, type Work } from '../work';

/** The shortest answer known, and what is proved of all answers; equal where it is one of the shortest. */
export interface Found {
	readonly point: Point;
	readonly bound: number;
}

export interface Slice {
	readonly phase: FitProgress['phase'];
	readonly found: Found | null;
}

/** Moves of local search without a shorter answer, before it begins elsewhere. */
const PATIENCE = 30_000;

/**
 * The fewest drops that free `target` people; all items together must free so many. First greedy answers,
 * then the bound of prices and what its corners lead to, then all sets where components are small, else local
 * search and branch and bound in turn, until the one has no more ideas and the other a proof. `enumerable`: the
 * most items of a component whose sets are all tried. `steps`: how much work there is between two pauses.
 */
export function* fewest(
	problem: FitProblem,
	target: number,
	enumerable = ENUMERABLE,
	steps = SLICE
): Generator<Slice, Found> {
	const known = new Known(problem, target);
	function* telling<T>(phase: Slice['phase'], work: Work<T>): Generator<Slice, T> {
		for (;;) {
			const { value, done } = goOn(work, steps);
			if (done) return value;
			yield known.slice(phase);
		}
	}
	for (const find of [forward, reverse, ahead]) {
		known.offer(yield* telling('first answer', find(problem, target)));
		yield known.slice('first answer');
	}
	const nothing = new Uint8Array(problem.cost.length);
	const relaxed = yield* telling('bound', relax(problem, nothing, target));
	known.prove(relaxed.bound);
	yield* telling('bound', known.follow(relaxed.enough, relaxed.short));
	yield known.slice('bound');

	const components = yield* telling('bound', componentsOf(problem));
	if (known.isProved) return known.found;
	if (components.every((items) => items.length <= enumerable)) {
		known.offer(yield* telling('enumeration', enumerate(known, components)));
		known.prove(known.cost);
	} else yield* search(known, steps);
	return known.found;
}

/** Tries all sets of each component, and puts them together. */
function* enumerate(
	{ problem, target, cost }: Known,
	components: readonly (readonly number[])[]
): Work<Selection> {
	const frontiers: Frontier[] = [];
	for (const items of components) frontiers.push(yield* frontierOf(problem, items));
	return yield* select(problem, markedIn(problem, yield* cheapest(frontiers, target, cost)));
}

/** Does a slice of each in turn. The branching decides alone when it is over: it ends with a proof. */
function* search(known: Known, steps: number): Generator<Slice, void> {
	const { problem, target } = known;
	const near = localSearch(known);
	const branching = branch(
		problem,
		target,
		() => known.cost,
		(enough, short) => known.follow(enough, short),
		(bound) => known.prove(bound)
	);
	for (let hasIdeas = true; !known.isProved;) {
		if (hasIdeas) {
			hasIdeas = !goOn(near, steps).done;
			yield known.slice('search');
		}
		if (goOn(branching, steps).done) known.prove(known.cost);
		yield known.slice('search');
	}
}

/** From the shortest answer, then from what each greedy way ends in. */
function* localSearch(known: Known): Work<void> {
	const { problem, target } = known;
	const best = yield* select(problem, known.found.point.dropped);
	for (const find of [null, ahead, reverse, forward]) {
		const selection = find ? yield* find(problem, target) : best;
		const shortest = () => known.cost;
		yield* searchNear(selection, target, PATIENCE, shortest, () => known.offer(selection));
	}
}

function* forward(problem: FitProblem, target: number, from?: Uint8Array): Work<Selection> {
	const selection = yield* select(problem, from);
	yield* fillForward(selection, target);
	yield* trim(selection, target);
	return selection;
}

function* ahead(problem: FitProblem, target: number): Work<Selection> {
	const selection = yield* select(problem);
	yield* fillAhead(selection, target);
	yield* trim(selection, target);
	return selection;
}

function* reverse(problem: FitProblem, target: number): Work<Selection> {
	const everything = new Uint8Array(problem.cost.length).fill(1);
	const selection = yield* select(problem, everything);
	yield* trim(selection, target);
	return selection;
}

function markedIn({ cost }: FitProblem, items: readonly number[]): Uint8Array {
	const marked = new Uint8Array(cost.length);
	for (const item of items) marked[item] = 1;
	return marked;
}

/** The shortest answer so far and the greatest bound: each only ever gets better. */
class Known {
	private point: Point | null = null;
	private bound = 1;
	readonly problem: FitProblem;
	readonly target: number;

	constructor(problem: FitProblem, target: number) {
		this.problem = problem;
		this.target = target;
	}

	get found(): Found {
		if (this.point === null) throw new Error('asked before the first answer');
		return { point: this.point, bound: this.bound };
	}

	get cost(): number {
		return this.point?.cost ?? Infinity;
	}

	get isProved(): boolean {
		return this.cost === this.bound;
	}

	slice(phase: Slice['phase']): Slice {
		return { phase, found: this.point && this.found };
	}

	/** Takes a selection over if it frees enough and costs less. */
	offer({ freed, cost, dropped }: Selection): void {
		if (freed >= this.target && cost < this.cost) this.point = { freed, cost, dropped: dropped.slice() };
	}

	/** A bound of an answer that is not the shortest proves no more than the shortest costs. */
	prove(bound: number): void {
		this.bound = Math.max(this.bound, Math.min(bound, this.cost));
	}

	/** From two corners of the hull: what is too much is taken back, what is too little filled up. */
	*follow(enough: Point, short: Point): Work<void> {
		const { problem, target } = this;
		const less = yield* select(problem, enough.dropped);
		yield* trim(less, target);
		this.offer(less);
		this.offer(yield* forward(problem, target, short.dropped));
	}
}
