import { expect, test } from 'vitest';
import { type CostCenter } from '$lib/domain/account';
import { costCenterCycles } from './cost-center-cycles';

const tree = (...parents: (string | null)[]): CostCenter[] =>
	parents.map((parentId, i) => ({ id: `c${i}`, name: `C${i}`, parentId }));

test('no circle in a tree, in a forest, or where a parent is missing', () => {
	expect(costCenterCycles(tree(null, 'c0', 'c1', null, 'elsewhere'))).toEqual([]);
});

test('each circle once, by its first cost center; what hangs on it is not part of it', () => {
	// c0 → c2 → c1 → c2 (a tail and a circle), c3 → c3, c4 → c5 → c4
	expect(costCenterCycles(tree('c2', 'c2', 'c1', 'c3', 'c5', 'c4'))).toEqual([
		{ index: 1, names: ['C2', 'C1'] },
		{ index: 3, names: ['C3'] },
		{ index: 4, names: ['C4', 'C5'] }
	]);
});

test('a chain of 100,000 cost centers takes one pass', () => {
	const chain = tree(null, ...Array.from({ length: 100_000 }, (_, i) => `c${i}`));
	expect(costCenterCycles(chain)).toEqual([]);
	const [circle] = costCenterCycles([{ id: 'c0', name: 'C0', parentId: 'c100000' }, ...chain.slice(1)]);
	expect(circle?.names).toHaveLength(100_001);
});
