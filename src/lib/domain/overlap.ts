import type { Id } from './id';

/** A region of overlapping sets: which sets (places), and how many are in exactly these. */
export interface Region {
	readonly of: readonly number[];
	readonly count: number;
}

/** Agents of today by the monitored queues, or dashboards, that they count for. */
export interface OverlapAnswer {
	readonly ids: readonly Id[];
	readonly names: readonly string[];
	/** Exclusive, greatest first; none is empty. */
	readonly regions: readonly Region[];
}

export const OVERLAP_KINDS = ['queues', 'dashboards'] as const;
export type OverlapKind = (typeof OVERLAP_KINDS)[number];

/** The dated facts of one person or queue: each row a queue, a dashboard or a member. Civil days, both held; null: open. */
export interface CourseAnswer {
	readonly name: string;
	readonly from: string;
	readonly to: string;
	readonly today: string;
	readonly rows: readonly {
		readonly name: string;
		readonly spans: readonly {
			readonly name: string;
			readonly from: string | null;
			readonly to: string | null;
		}[];
		readonly points: readonly { readonly name: string; readonly at: string }[];
	}[];
	/** Rows that there was no room for. */
	readonly more: number;
}
