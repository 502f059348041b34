import { describe, expect, it } from 'vitest';
import { branchesOf, withinOf } from './cost-center-tree';

const CENTERS = [
	{ id: 'b', name: 'Belmont', parentId: 'root' },
	{ id: 'root', name: 'Root' },
	{ id: 'n', name: 'Night', parentId: 'd' },
	{ id: 'd', name: 'Detroit', parentId: 'root' },
	{ id: 'lost', name: 'Attic', parentId: 'nowhere' }
];

describe('the tree of cost centers', () => {
	it('puts each under its parent, by name, Root first, and shows what hangs on nothing', () => {
		expect(branchesOf(CENTERS).map(({ center, depth }) => `${depth} ${center.name}`)).toEqual([
			'0 Root',
			'1 Belmont',
			'1 Detroit',
			'2 Night',
			'0 Attic'
		]);
	});

	it('knows what is within a center', () => {
		expect([...withinOf(CENTERS, 'root')].sort()).toEqual(['b', 'd', 'n', 'root']);
		expect([...withinOf(CENTERS, 'n')]).toEqual(['n']);
	});
});
