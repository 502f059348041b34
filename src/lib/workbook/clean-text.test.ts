import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, LONGEST_TEXT } from './clean-text';

/** What a reader that knows `_xHHHH_` makes of it. */
const decoded = (text: string): string =>
	text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc
		.array(fc.constantFrom('_', 'x', '0041', '_x0041_', '_x005F_', '\r', '\n', '\0', '\uD800', '\uFFFF', 'é'))
		.map((parts) => parts.join(''))
);

const holdable = (unit: string): boolean =>
	unit === '\t' || unit === '\n' || (unit >= ' ' && unit < '\uFFFE');

test.each([
	['', ''],
	['=1+1', '=1+1'],
	['\t a \n', '\t a \n'],
	['a\r\nb', 'a\nb'],
	['a\rb', 'a_x000D_b'],
	['\u0000\u001F', '_x0000__x001F_'],
	['_x0041_', '_x005F_x0041_'],
	['_x0041_x0042_', '_x005F_x0041_x005F_x0042_'],
	['_x041_ _X0041_', '_x041_ _X0041_'],
	['_x0041\u0000', '_x005F_x0041_x0000_'],
	['\uD83D', '\uFFFD'],
	['\uDE00\uD83D', '\uFFFD\uFFFD'],
	['😀 שלום مرحبا', '😀 שלום مرحبا'],
	['\uFFFE\uFFFF', '\uFFFD\uFFFD']
])('[W6] %j is held as %j', (text, held) => {
	expect(cleanText(text)).toBe(held);
});

test('[W6] 32,767 characters stay, one more is cut with an ellipsis', () => {
	expect(cleanText('a'.repeat(LONGEST_TEXT))).toHaveLength(LONGEST_TEXT);
	expect(cleanText('a'.repeat(LONGEST_TEXT + 1))).toBe('a'.repeat(LONGEST_TEXT - 1) + '…');
});

test('[W6] an escape counts as the one character it stands for', () => {
	expect(decoded(cleanText('\0'.repeat(LONGEST_TEXT)))).toBe('\0'.repeat(LONGEST_TEXT));
});

test('[W6] a cut does not tear a pair apart', () => {
	const held = cleanText('😀'.repeat(LONGEST_TEXT));
	expect(held).not.toMatch(/\p{Surrogate}/u);
	expect(held.length).toBeLessThanOrEqual(LONGEST_TEXT);
	expect(held.endsWith('😀…')).toBe(true);
});

test('[W6] F10 whatever the text, XML can hold it and reading gives it back but for the documented losses', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const held = cleanText(text);
			expect(held.split('').every(holdable)).toBe(true);
			expect(held).not.toMatch(/\p{Surrogate}/u);
			expect(decoded(held)).toBe(
				text
					.replace(/\p{Surrogate}/gu, '\uFFFD')
					.replaceAll('\r\n', '\n')
					.replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
			);
		}),
		{ numRuns: 2_000 }
	);
});
