import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWholeNumber, spin } from './whole-number';

const range = { min: 1, max: 9999 };

describe('whole numbers', () => {
	test('reads a number as people write one', () => {
		for (const text of ['1234', '1,234', ' 1 234 ', '1\u00a0234'])
			expect(readWholeNumber(text, range)).toEqual({ value: 1234 });
	});

	test.each([
		['', null],
		['ten', 'Enter a whole number.'],
		['1.5', 'Enter a whole number.'],
		['1e3', 'Enter a whole number.'],
		['0', 'Enter 1 or more.'],
		['-3', 'Enter 1 or more.'],
		['10000', 'Enter 9,999 or less.']
	])('%j is no value: %j', (text, problem) => {
		expect(readWholeNumber(text, range)).toEqual({ value: null, problem });
	});

	test('a spin key stays in the range, and other keys do nothing', () => {
		const key = fc.constantFrom('ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End');
		fc.assert(
			fc.property(key, fc.option(fc.integer({ min: 1, max: 9999 })), (name, value) => {
				const next = spin(name, value, range);
				expect(next).toBeGreaterThanOrEqual(1);
				expect(next).toBeLessThanOrEqual(9999);
			})
		);
		expect(spin('a', 5, range)).toBeNull();
		expect(spin('ArrowUp', null, range)).toBe(1);
		expect(spin('PageDown', 25, range)).toBe(15);
	});
});
