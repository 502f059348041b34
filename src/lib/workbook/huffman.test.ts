import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeLengths, codes } from './huffman';

const anyCounts = fc
	.array(fc.oneof(fc.constant(0), fc.nat(10), fc.nat(400_000)), { minLength: 19, maxLength: 286 })
	.map((counts) => Uint32Array.from(counts));

/** Sum of 2^-length: 1 for a code that uses every sequence of bits. */
const filled = (lengths: Uint8Array): number =>
	lengths.reduce((sum, length) => (length === 0 ? sum : sum + 2 ** -length), 0);

test('every code is complete, covers what occurs and is no deeper than allowed', () => {
	fc.assert(
		fc.property(anyCounts, fc.boolean(), (counts, shallow) => {
			const some = shallow ? counts.subarray(0, 19) : counts;
			const deepest = shallow ? 7 : 15;
			const lengths = codeLengths(some, deepest);
			expect(filled(lengths)).toBe(1);
			expect(Math.max(...lengths)).toBeLessThanOrEqual(deepest);
			some.forEach((count, symbol) => {
				if (count > 0) expect(lengths[symbol]).toBeGreaterThan(0);
			});
		})
	);
});

test('Fibonacci counts, the worst there are, stay within the limit', () => {
	const counts = new Uint32Array(286);
	for (let i = 0, a = 1, b = 1; i < 40; i++, [a, b] = [b, a + b]) counts[i] = a;
	const lengths = codeLengths(counts, 15);
	expect(filled(lengths)).toBe(1);
	expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
});

test('codes are the ones of RFC 1951, its own example', () => {
	const { values } = codes(Uint8Array.of(3, 3, 3, 3, 3, 2, 4, 4));
	const bits = [3, 3, 3, 3, 3, 2, 4, 4].map((length, i) =>
		[...values[i]!.toString(2).padStart(length, '0')].reverse().join('')
	);
	expect(bits).toEqual(['010', '011', '100', '101', '110', '00', '1110', '1111']);
});
