import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteBuffer } from './byte-buffer';

const anyPut = fc.oneof(
	fc.string({ unit: 'binary-ascii' }).map((text) => ['ascii', text] as const),
	fc.string({ unit: 'grapheme', maxLength: 30_000 }).map((text) => ['utf8', text] as const),
	fc
		.oneof(fc.nat(), fc.integer(), fc.double({ noNaN: true }), fc.constantFrom(0, 9, 10, 2 ** 31, -0))
		.map((value) => ['number', value] as const)
);

test('it holds what was put, in order', () => {
	fc.assert(
		fc.property(fc.array(anyPut, { maxLength: 40 }), (puts) => {
			const buffer = new ByteBuffer();
			buffer.ascii('gone');
			buffer.clear();
			for (const [kind, value] of puts) {
				if (kind === 'number') buffer.number(value);
				else buffer[kind](value);
			}
			const text = puts.map(([, value]) => String(value)).join('');
			expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(buffer.view())).toBe(text);
			expect(buffer.length).toBe(new TextEncoder().encode(text).length);
		})
	);
});
