import type { FitProblem } from './problem';
import { STEPS_A_YIELD, type Work } from '../work';

/** Items that share no person with others, in the order of their first items. Near O(pairs). */
export function* componentsOf({ cost, itemsOf }: FitProblem): Work<readonly (readonly number[])[]> {
	const parent = Uint32Array.from(cost, (_, i) => i);
	const rootOf = (i: number): number => {
		let root = i;
		while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
		return root;
	};
	let steps = 0;
	for (let g = 0; g + 1 < itemsOf.start.length; g++) {
		const first = itemsOf.start[g]!;
		for (let k = first + 1; k < itemsOf.start[g + 1]!; k++) {
			const a = rootOf(itemsOf.item[first]!);
			const b = rootOf(itemsOf.item[k]!);
			parent[Math.max(a, b)] = Math.min(a, b);
			steps += 4;
		}
		if (steps < STEPS_A_YIELD) continue;
		yield steps;
		steps = 0;
	}
	const found = new Map<number, number[]>();
	for (let i = 0; i < cost.length; i++) {
		const root = rootOf(i);
		const items = found.get(root);
		if (items) items.push(i);
		else found.set(root, [i]);
	}
	return [...found.values()];
}
