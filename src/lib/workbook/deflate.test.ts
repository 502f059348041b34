import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { inflateSync } from 'fflate';
import { expect, test } from 'vitest';
import { deflatePiece } from './deflate';

const stream = (pieces: readonly Uint8Array[]): Buffer =>
	Buffer.concat(pieces.map((piece, i) => deflatePiece(piece, i === pieces.length - 1)));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Zeros, noise, repeats near and far, and text like ours. */
const anyBytes = fc.oneof(
	fc.uint8Array({ maxLength: 2_000 }),
	fc.string({ maxLength: 300 }).map(utf8),
	fc
		.tuple(fc.uint8Array({ minLength: 1, maxLength: 400 }), fc.integer({ min: 1, max: 300 }))
		.map(([part, times]) =>
			Uint8Array.from({ length: part.length * times }, (_, i) => part[i % part.length]!)
		),
	fc
		.array(fc.nat(99_999), { maxLength: 500 })
		.map((numbers) => utf8(numbers.map((n, i) => `<c r="A${i}" t="s"><v>${n}</v></c>`).join('')))
);

test('whatever the pieces, zlib and fflate unpack the stream to the same bytes', () => {
	fc.assert(
		fc.property(fc.array(anyBytes, { minLength: 1, maxLength: 4 }), (pieces) => {
			const packed = stream(pieces);
			const whole = Buffer.concat(pieces);
			expect(inflateRawSync(packed).equals(whole)).toBe(true);
			expect(whole.equals(inflateSync(packed))).toBe(true);
		}),
		{ numRuns: 500 }
	);
});

test.each([0, 1, 2, 3, 4, 5, 257, 258, 259, 260, 516, 32_768, 32_769, 32_772, 70_000])(
	'a run of %d equal bytes comes back',
	(length) => {
		const run = new Uint8Array(length).fill(65);
		expect(inflateRawSync(stream([run])).equals(run)).toBe(true);
	}
);

test.each([32_760, 32_764, 32_768, 32_769, 32_772])('a repeat %d bytes back comes back', (distance) => {
	const bytes = Uint8Array.from(
		{ length: distance + 40 },
		(_, i) => Math.imul(i % distance, 0x9e3779b1) >>> 24
	);
	expect(inflateRawSync(stream([bytes])).equals(bytes)).toBe(true);
});

test('counts as far apart as Fibonacci’s numbers still give codes that deflate allows', () => {
	const bytes: number[] = [];
	for (let symbol = 0, a = 1, b = 1; symbol < 22; symbol++, [a, b] = [b, a + b])
		for (let i = 0; i < a; i++) bytes.push(symbol, (i * 7 + symbol) & 255, (i >> 3) & 255);
	const all = Uint8Array.from(bytes);
	expect(inflateRawSync(stream([all])).equals(all)).toBe(true);
});

test('rows that look alike shrink to a fifth or less', () => {
	const rows = Array.from(
		{ length: 5_000 },
		(_, i) => `<row r="${i}"><c r="A${i}" t="s"><v>${i % 300}</v></c></row>`
	);
	const bytes = utf8(rows.join(''));
	expect(stream([bytes]).length).toBeLessThan(bytes.length / 5);
});
