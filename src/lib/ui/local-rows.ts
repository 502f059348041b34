import { type TableSource } from './table-types';

/** What a table over rows in memory needs to know of them. */
interface LocalParts<Row, Key extends string> {
	/** What a column sorts by: numbers before texts. */
	readonly value: (row: Row, column: Key) => number | string;
	/** What a filter looks into. */
	readonly text: (row: Row) => string;
}

const order = new Intl.Collator('en', { numeric: true });

/** A table's source over rows that are in memory, for the few hundred of a page's own; long tables are the worker's. */
export const localRows =
	<Row, Key extends string>(
		rows: readonly Row[],
		{ value, text }: LocalParts<Row, Key>
	): TableSource<Row, Key> =>
	async ({ sort, filter, from, to }) => {
		const wanted = filter.trim().toLocaleLowerCase('en');
		const found =
			wanted === '' ? [...rows] : rows.filter((row) => text(row).toLocaleLowerCase('en').includes(wanted));
		if (sort) {
			const sign = sort.descending ? -1 : 1;
			found.sort((a, b) => sign * compared(value(a, sort.column), value(b, sort.column)));
		}
		return { total: found.length, from, rows: found.slice(from, to) };
	};

function compared(a: number | string, b: number | string): number {
	if (typeof a === 'number') return typeof b === 'number' ? a - b : -1;
	return typeof b === 'number' ? 1 : order.compare(a, b);
}
