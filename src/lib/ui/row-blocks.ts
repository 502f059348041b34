import { type TablePage } from './table-types';

/** Rows fetched and kept together. */
export const BLOCK = 250;
/** Blocks kept; the farthest from the window go first. */
const KEPT = 80;

/** Block number → its rows. */
export type RowBlocks<Row> = ReadonlyMap<number, readonly Row[]>;

export function noBlocks<Row>(): RowBlocks<Row> {
	return new Map();
}

/** Cuts an answer into blocks. Every block up to `to` is there, if empty: a short answer isn't asked for twice. */
export function blocksOf<Row>(page: TablePage<Row>, from: number, to: number): RowBlocks<Row> {
	const blocks = new Map<number, readonly Row[]>();
	for (let at = from; at < to; at += BLOCK)
		blocks.set(at / BLOCK, page.rows.slice(at - page.from, at - page.from + BLOCK));
	return blocks;
}

/** Both together, without the blocks farthest from row `middle` when they are too many. */
export function keep<Row>(old: RowBlocks<Row>, added: RowBlocks<Row>, middle: number): RowBlocks<Row> {
	const far = ([block]: readonly [number, unknown]) => Math.abs(block - middle / BLOCK);
	return new Map([...old, ...added].sort((a, b) => far(a) - far(b)).slice(0, KEPT));
}

/** The next range to fetch: what rows first…last lack, else a neighbor block; null when all is there. */
export function missing(
	blocks: RowBlocks<unknown>,
	{ first, last }: { readonly first: number; readonly last: number },
	total: number
): { from: number; to: number } | null {
	const end = Math.ceil(total / BLOCK) - 1;
	const low = Math.floor(first / BLOCK);
	const high = Math.min(end, Math.floor(Math.max(first, last - 1) / BLOCK));
	const lacks = (block: number) => block >= 0 && block <= end && !blocks.has(block);
	const inSight = Array.from({ length: Math.max(0, high - low + 1) }, (_, n) => low + n).filter(lacks);
	const wanted = inSight.length > 0 ? inSight : [high + 1, low - 1].filter(lacks).slice(0, 1);
	const [start] = wanted;
	if (start === undefined) return null;
	return { from: start * BLOCK, to: ((wanted.at(-1) ?? start) + 1) * BLOCK };
}
