/** Lists of small numbers, row after row (CSR): row `r` is `item[start[r]]` up to `item[start[r + 1]]`. */
export interface Rows {
	readonly start: Uint32Array;
	readonly item: Uint32Array;
}

/** The same pairs by the other side, in the order of rows; `edge[k]` is where pair `k` stands in `rows`. */
export interface Turned extends Rows {
	readonly edge: Uint32Array;
}

/** O(pairs). */
export function turned({ start, item }: Rows, columns: number): Turned {
	const begins = new Uint32Array(columns + 1);
	for (const i of item) begins[i + 1]!++;
	for (let i = 1; i <= columns; i++) begins[i]! += begins[i - 1]!;
	const next = begins.slice();
	const row = new Uint32Array(item.length);
	const edge = new Uint32Array(item.length);
	for (let r = 0; r + 1 < start.length; r++)
		for (let k = start[r]!; k < start[r + 1]!; k++) {
			const at = next[item[k]!]!++;
			row[at] = r;
			edge[at] = k;
		}
	return { start: begins, item: row, edge };
}

/** By pair, its row. */
export function ownersOf({ start, item }: Rows): Uint32Array {
	const owner = new Uint32Array(item.length);
	for (let r = 0; r + 1 < start.length; r++) owner.fill(r, start[r], start[r + 1]);
	return owner;
}

/** By row, the first row with the same list (lists ascend). Hashed, then compared: O(pairs) expected. */
export function firstAlike({ start, item }: Rows): Uint32Array {
	const first = new Uint32Array(start.length - 1);
	const byHash = new Map<number, number[]>();
	for (let r = 0; r < first.length; r++) {
		let hash = 0;
		for (let k = start[r]!; k < start[r + 1]!; k++)
			hash = Math.imul(hash ^ (item[k]! + 1), 0x9e3779b1) ^ (hash >>> 15);
		const seen = byHash.get(hash);
		const alike = seen?.find((other) => sameRow(start, item, r, other));
		first[r] = alike ?? r;
		if (!seen) byHash.set(hash, [r]);
		else if (alike === undefined) seen.push(r);
	}
	return first;
}

function sameRow(start: Uint32Array, item: Uint32Array, a: number, b: number): boolean {
	const length = start[a + 1]! - start[a]!;
	if (length !== start[b + 1]! - start[b]!) return false;
	for (let k = 0; k < length; k++) if (item[start[a]! + k] !== item[start[b]! + k]) return false;
	return true;
}
