import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from './crc32';

test('the published check value', () => {
	expect(crc32(new TextEncoder().encode('123456789'), 0)).toBe(0xcbf43926);
	expect(crc32(new Uint8Array(0), 0)).toBe(0);
});

test('in pieces or byte by byte, the value is the same', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, cut) => {
			const whole = crc32(bytes, 0);
			expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut), 0))).toBe(whole);
			expect(bytes.reduce((crc, byte) => crc32(Uint8Array.of(byte), crc), 0)).toBe(whole);
		})
	);
});
