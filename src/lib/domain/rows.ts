import type { Id } from './id';

/** A row of Total Active Users (W4), as screens and sheets show it. */
export interface SeatRow {
	readonly personId: Id;
	readonly name: string;
	readonly extension: string;
	readonly viewer: boolean;
	readonly agent: boolean;
	/** YYYY-MM-DD in the account's zone, or null. */
	readonly lastViewed: string | null;
	readonly queues: number;
	readonly dashboards: number;
	/** A license code (L11). */
	readonly license: number;
}

/** A row of Detailed Usage (W5), as screens and sheets show it. */
export interface DetailRow {
	readonly name: string;
	readonly extension: string;
	/** Null on a viewer's row. */
	readonly queue: string | null;
	readonly dashboard: string;
	/** YYYY-MM-DD in the account's zone, or null. */
	readonly lastViewed: string | null;
	/** A license code (L11). */
	readonly license: number;
}

export const SEAT_COLUMNS = [
	'name',
	'extension',
	'role',
	'lastViewed',
	'queues',
	'dashboards',
	'license'
] as const;
export const DETAIL_COLUMNS = ['name', 'extension', 'queue', 'dashboard', 'lastViewed', 'license'] as const;
export type SeatColumn = (typeof SEAT_COLUMNS)[number];
export type DetailColumn = (typeof DETAIL_COLUMNS)[number];

/** A window into a table: which rows, of which order and filter. `sort` null: the report's own order. */
export interface RowQuery<Column extends string> {
	readonly sort: { readonly column: Column; readonly descending: boolean } | null;
	/** Rows in which a name, extension, queue or dashboard contains this, ignoring case; '' for all. */
	readonly filter: string;
	readonly from: number;
	readonly to: number;
}

/** Rows `from`… of `total` that match the query's filter. */
export interface RowPage<Row> {
	readonly from: number;
	readonly total: number;
	readonly rows: readonly Row[];
}

/** A person as pickers show one. */
export interface PersonChoice {
	readonly id: Id;
	readonly name: string;
	readonly extension: string;
	readonly role: string;
}

/** Who acts, and what that person may do. */
export interface Acting extends PersonChoice {
	readonly permissions: readonly string[];
	/** People who could change this person's role, at most five, by name. */
	readonly grantedBy: readonly string[];
}

/** A row of the people who count as needed (L7). */
export interface NeededRow {
	readonly personId: Id;
	readonly name: string;
	readonly extension: string;
	readonly role: string;
	/** By a Live Reports permission. */
	readonly permission: boolean;
	/** Member now of a queue monitored now. */
	readonly agent: boolean;
}

export const NEEDED_COLUMNS = ['name', 'extension', 'role', 'basis'] as const;
export type NeededColumn = (typeof NEEDED_COLUMNS)[number];
