import { describe, expect, it } from 'vitest';
import { rowKeys } from './row-keys';

describe('the keys of rows', () => {
	it('are the ids, wherever the rows stand', () => {
		expect(rowKeys([{ id: 'a' }, { id: 'b' }], 3)).toEqual(['a', 'b']);
		expect(rowKeys([{ id: 'b' }, { id: 'a' }], 0)).toEqual(['b', 'a']);
	});

	it('are places where there is no id, no row yet, or the id again: no key comes twice', () => {
		expect(rowKeys([undefined, { name: 'x' }, { id: 'a' }, { id: 'a' }, { id: 7 }, null, 'a'], 40)).toEqual([
			40,
			41,
			'a',
			43,
			44,
			45,
			46
		]);
	});
});
