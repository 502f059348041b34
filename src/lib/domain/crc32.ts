const POLYNOMIAL = 0xedb88320;

/** Eight tables, so that eight bytes are taken at a time. */
const TABLES = tables();

function tables(): readonly Int32Array[] {
	const make = (next: (i: number) => number) => Int32Array.from({ length: 256 }, (_, i) => next(i));
	const first = make((i) => {
		for (let bit = 0; bit < 8; bit++) i = i & 1 ? (i >>> 1) ^ POLYNOMIAL : i >>> 1;
		return i;
	});
	const all = [first];
	while (all.length < 8) {
		const before = all.at(-1)!;
		all.push(make((i) => first[before[i]! & 255]! ^ (before[i]! >>> 8)));
	}
	return all;
}

/** CRC-32 of all bytes so far, as .zip has it: `crc` is the value before `bytes`, 0 at first. */
export function crc32(bytes: Uint8Array, crc: number): number {
	const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as readonly [
		Int32Array,
		Int32Array,
		Int32Array,
		Int32Array,
		Int32Array,
		Int32Array,
		Int32Array,
		Int32Array
	];
	let c = ~crc;
	let i = 0;
	for (; i + 8 <= bytes.length; i += 8) {
		c ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
		c =
			t7[c & 255]! ^
			t6[(c >>> 8) & 255]! ^
			t5[(c >>> 16) & 255]! ^
			t4[c >>> 24]! ^
			t3[bytes[i + 4]!]! ^
			t2[bytes[i + 5]!]! ^
			t1[bytes[i + 6]!]! ^
			t0[bytes[i + 7]!]!;
	}
	for (; i < bytes.length; i++) c = t0[(c ^ bytes[i]!) & 255]! ^ (c >>> 8);
	return ~c >>> 0;
}
