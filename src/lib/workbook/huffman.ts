/** A prefix code: for each symbol its bits, as deflate sends them, and how many; 0 for a symbol not in use. */
export interface Codes {
	readonly lengths: Uint8Array;
	readonly values: Uint16Array;
}

/** Weight that a Huffman tree deeper than 7 or 15 needs at least (Fibonacci numbers): less can't be too deep. */
const TOO_HEAVY = { 7: 55, 15: 2_584 } as const;

/** Lengths of a complete code for symbols that occur this often, none above `deepest`, short for frequent ones. */
export function codeLengths(counts: Uint32Array, deepest: keyof typeof TOO_HEAVY): Uint8Array {
	const lengths = new Uint8Array(counts.length);
	const total = counts.reduce((sum, count) => sum + count, 0);
	const scale = (TOO_HEAVY[deepest] - 1 - counts.length) / Math.max(1, total);
	// A code needs two symbols to be complete; one that does not occur is never sent.
	const inUse = [...counts.keys()].filter(
		(symbol) => counts[symbol]! > 0 || (symbol < 2 && needsCompany(counts))
	);
	let trees = inUse.map((symbol) => ({ weight: 1 + Math.floor(counts[symbol]! * scale), symbols: [symbol] }));
	while (trees.length > 1) {
		trees = trees.toSorted((a, b) => b.weight - a.weight);
		const [a, b] = [trees.pop()!, trees.pop()!];
		const symbols = [...a.symbols, ...b.symbols];
		for (const symbol of symbols) lengths[symbol]!++;
		trees.push({ weight: a.weight + b.weight, symbols });
	}
	return lengths;
}

const needsCompany = (counts: Uint32Array): boolean => counts.filter((count) => count > 0).length < 2;

/** The code with these lengths that deflate prescribes: by length, then symbol (RFC 1951 §3.2.2). */
export function codes(lengths: Uint8Array): Codes {
	const values = new Uint16Array(lengths.length);
	let next = 0;
	for (let length = 1; length <= 15; length++) {
		next <<= 1;
		for (let symbol = 0; symbol < lengths.length; symbol++)
			if (lengths[symbol] === length) values[symbol] = reversed(next++, length);
	}
	return { lengths, values };
}

function reversed(value: number, count: number): number {
	let out = 0;
	for (let bit = 0; bit < count; bit++) out |= ((value >> bit) & 1) << (count - 1 - bit);
	return out;
}
