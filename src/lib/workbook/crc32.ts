const POLYNOMIAL = 0xedb88320;

/** Four tables, so that four bytes are taken at a time. */
const [T0, T1, T2, T3] = tables();

function tables(): [Int32Array, Int32Array, Int32Array, Int32Array] {
	const make = (next: (i: number) => number) => Int32Array.from({ length: 256 }, (_, i) => next(i));
	const first = make((i) => {
		for (let bit = 0; bit < 8; bit++) i = i & 1 ? (i >>> 1) ^ POLYNOMIAL : i >>> 1;
		return i;
	});
	const after = (table: Int32Array) => make((i) => first[table[i]! & 255]! ^ (table[i]! >>> 8));
	const second = after(first);
	const third = after(second);
	return [first, second, third, after(third)];
}

/** CRC-32 of all bytes so far, as .zip has it: `crc` is the value before `bytes`, 0 at first. */
export function crc32(bytes: Uint8Array, crc: number): number {
	let c = ~crc;
	let i = 0;
	for (; i + 4 <= bytes.length; i += 4) {
		c ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
		c = T3[c & 255]! ^ T2[(c >>> 8) & 255]! ^ T1[(c >>> 16) & 255]! ^ T0[c >>> 24]!;
	}
	for (; i < bytes.length; i++) c = T0[(c ^ bytes[i]!) & 255]! ^ (c >>> 8);
	return ~c >>> 0;
}
