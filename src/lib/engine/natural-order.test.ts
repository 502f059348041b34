import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { naturalOrder } from './natural-order';

const sorted = (texts: string[]) => [...texts].sort(naturalOrder);

it('[L11] numbers in extensions compare by value, all else by code units', () => {
	expect(sorted(['10a', '10', '9', '', 'a', '100', '010', '9-2', '9-10', 'B'])).toEqual([
		'',
		'9',
		'9-2',
		'9-10',
		'010',
		'10',
		'10a',
		'100',
		'B',
		'a'
	]);
});

it('[L11] numbers longer than a machine can hold still compare by value', () => {
	const long = '9'.repeat(400);
	expect(naturalOrder(long, `1${'0'.repeat(400)}`)).toBe(-1);
});

it('[L11] the order is total: only equal texts tie, and whoever is first stays first', () => {
	const text = fc.string({ unit: fc.constantFrom('0', '1', '9', 'a', '-', '\u0001'), maxLength: 6 });
	fc.assert(
		fc.property(text, text, text, (a, b, c) => {
			expect(naturalOrder(a, b) === 0).toBe(a === b);
			expect(naturalOrder(a, b) + naturalOrder(b, a)).toBe(0);
			if (naturalOrder(a, b) < 0 && naturalOrder(b, c) < 0) expect(naturalOrder(a, c)).toBe(-1);
		}),
		{ numRuns: 2000 }
	);
});
