import { type Snippet } from 'svelte';

export interface Column<Row, Key extends string = string> {
	readonly key: Key;
	readonly heading: string;
	/** The cell's plain text: what it shows, unless `cell` draws it, and its title. */
	readonly text: (row: Row) => string;
	readonly cell?: Snippet<[Row]>;
	/** Least width in rem, and the column's share of a wider table. 10 unless given. */
	readonly width?: number;
	readonly align?: 'start' | 'end';
	readonly sortable?: boolean;
	/** The heading is only spoken: for ticks and row buttons. */
	readonly hideHeading?: boolean;
}

export interface Sort<Key extends string = string> {
	readonly column: Key;
	readonly descending: boolean;
}

/** Rows `from` up to, not including, `to`; `sort` null is the source's own order. */
export interface TableQuery<Key extends string = string> {
	readonly sort: Sort<Key> | null;
	readonly filter: string;
	readonly from: number;
	readonly to: number;
}

export interface TablePage<Row> {
	readonly total: number;
	readonly from: number;
	readonly rows: readonly Row[];
}

export type TableSource<Row, Key extends string = string> = (
	query: TableQuery<Key>
) => Promise<TablePage<Row>>;

/** The row at an index, undefined while it is on its way. */
export type RowAt<Row> = (index: number) => Row | undefined;
