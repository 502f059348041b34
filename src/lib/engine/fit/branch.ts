import { DROPPED, FREE, KEPT, type Point, type Price } from './closure';
import type { FitProblem } from './problem';
import { relax, type Relaxed } from './relax';
import type { Work } from '../work';

/** Decisions so far: one item, and those before it. */
interface Node {
	readonly item: number;
	readonly decided: typeof DROPPED | typeof KEPT;
	readonly before: Node | null;
	readonly depth: number;
	/** What the decisions before this one prove. */
	readonly bound: number;
	readonly price: Price | undefined;
}

/**
 * Branch and bound: each node decides one item, that a price leaves open, and is given up where its bound
 * reaches `shortest()`, the cost of the shortest answer known; `follow` may find a shorter one from its corners.
 * The lowest bound goes first, so what is open proves more and more, and `prove` is told. When it returns, the
 * shortest answer known is proved. A node is some closures; there may be 2^items nodes: the caller stops it.
 */
export function* branch(
	problem: FitProblem,
	target: number,
	shortest: () => number,
	follow: (enough: Point, short: Point) => Work<void>,
	prove: (bound: number) => void
): Work<void> {
	const open = new Heap();
	let next: Node | null = null;
	do {
		const fixed = decisions(problem, next);
		const relaxed: Relaxed = yield* relax(problem, fixed, target, shortest(), next?.price);
		const own = Math.max(relaxed.bound, next?.bound ?? 0);
		if (own < shortest()) yield* follow(relaxed.enough, relaxed.short);
		if (own < shortest()) {
			const item = undecided(problem, fixed, relaxed);
			yield problem.itemsOf.item.length;
			for (const decided of [DROPPED, KEPT] as const)
				open.add({
					item,
					decided,
					before: next,
					depth: (next?.depth ?? 0) + 1,
					bound: own,
					price: relaxed.price
				});
		}
		next = open.take();
		if (next && next.bound < shortest()) prove(next.bound);
	} while (next && next.bound < shortest());
}

function decisions({ cost }: FitProblem, node: Node | null): Uint8Array {
	const fixed = new Uint8Array(cost.length).fill(FREE);
	for (let at = node; at; at = at.before) fixed[at.item] = at.decided;
	return fixed;
}

/** Between the two corners lies what the price cannot decide: of that, the item with most people a drop. */
function undecided(
	{ cost, groupsOf, weight }: FitProblem,
	fixed: Uint8Array,
	{ short, enough }: Relaxed
): number {
	let found = -1;
	let most = -1;
	for (let i = 0; i < cost.length; i++) {
		if (fixed[i] !== FREE || !enough.dropped[i] || short.dropped[i]) continue;
		let people = 0;
		for (let b = groupsOf.start[i]!; b < groupsOf.start[i + 1]!; b++) people += weight[groupsOf.item[b]!]!;
		if (people / cost[i]! > most) {
			most = people / cost[i]!;
			found = i;
		}
	}
	return found;
}

/** Open nodes, the lowest bound first, then the deepest, then the oldest. */
class Heap {
	private readonly nodes: { readonly node: Node; readonly age: number }[] = [];
	private count = 0;

	add(node: Node): void {
		const { nodes } = this;
		let at = nodes.push({ node, age: this.count++ }) - 1;
		while (at > 0 && this.goesFirst(at, (at - 1) >> 1)) at = this.swap(at, (at - 1) >> 1);
	}

	take(): Node | null {
		const { nodes } = this;
		const first = nodes[0];
		const last = nodes.pop();
		if (!first || !last) return null;
		if (nodes.length === 0) return first.node;
		nodes[0] = last;
		for (let at = 0; ;) {
			const left = 2 * at + 1;
			const child = left + 1 < nodes.length && this.goesFirst(left + 1, left) ? left + 1 : left;
			if (child >= nodes.length || !this.goesFirst(child, at)) return first.node;
			at = this.swap(at, child);
		}
	}

	private goesFirst(a: number, b: number): boolean {
		const { node: one, age: ageOfOne } = this.nodes[a]!;
		const { node: other, age: ageOfOther } = this.nodes[b]!;
		if (one.bound !== other.bound) return one.bound < other.bound;
		return one.depth === other.depth ? ageOfOne < ageOfOther : one.depth > other.depth;
	}

	private swap(a: number, b: number): number {
		[this.nodes[a], this.nodes[b]] = [this.nodes[b]!, this.nodes[a]!];
		return b;
	}
}
