import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountProblem, amountText, decimalShift, parseAmount } from './money';

describe('amounts', () => {
	it('writes minor units by the digits of the currency', () => {
		expect([
			amountText(3500, 'USD'),
			amountText(5, 'USD'),
			amountText(35, 'JPY'),
			amountText(1, 'BHD')
		]).toEqual(['35.00', '0.05', '35', '0.001']);
		expect(amountText(null, 'USD')).toBe('');
	});

	it('reads back every amount that it writes', () => {
		fc.assert(
			fc.property(fc.maxSafeNat(), fc.constantFrom('USD', 'JPY', 'BHD'), (amount, currency) => {
				expect(parseAmount(amountText(amount, currency), currency)).toBe(amount);
			})
		);
	});

	it.each([
		['', null],
		[' ', null],
		['35', 3500],
		['35.5', 3550],
		['1,234.50', 123450],
		['35.555', undefined],
		['-1', undefined],
		['1e3', undefined],
		['12,34', undefined],
		['99999999999999999999', undefined]
	])('takes “%s” for %s', (text, amount) => expect(parseAmount(text, 'USD')).toBe(amount));

	it('shows an example in the currency’s own digits', () => {
		expect(amountProblem('USD')).toContain('35.00');
		expect(amountProblem('JPY')).toContain('such as 35,');
	});
});

it('a currency with other decimals moves amounts; what is no currency moves none', () => {
	const shifts = [
		['USD', 'EUR'],
		['USD', 'JPY'],
		['JPY', 'BHD'],
		['USD', 'us'],
		['USD', '']
	].map(([from, to]) => decimalShift(from!, to!));
	expect(shifts).toEqual([0, -2, 3, 0, 0]);
});
