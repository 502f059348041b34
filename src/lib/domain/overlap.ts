/** Up to so many sets it is told who is in exactly which; above, what each two share. */
export const MOST_REGION_SETS = 30;
/** How many regions, or pairs, are handed over: as many as a table shows. */
export const MOST_TOLD = 500;
/** How many of many sets a picture shows with each other. */
export const MOST_CROSSED = 24;

/** A region of overlapping sets: which sets (places, ascending), and how many are in exactly these. */
export interface Region {
	readonly of: readonly number[];
	readonly count: number;
}

/** Two sets, and how many are in both, whoever else has them too. */
export interface Pair {
	readonly a: string;
	readonly b: string;
	readonly shared: number;
}

/** Agents of today by the monitored queues, or dashboards, that they count for. */
interface Overlaps {
	/** Of the sets that are told, and how many are in each. */
	readonly names: readonly string[];
	readonly sizes: readonly number[];
	/** Who is in any set, and in more than one. */
	readonly total: number;
	readonly several: number;
	/** The two sets that share most; null: none shares anybody. */
	readonly greatest: Pair | null;
	/** How many regions, or pairs, there are; the first ones are told. */
	readonly count: number;
}

/** Of few sets: who is in exactly which. */
export interface RegionOverlap extends Overlaps {
	readonly kind: 'regions';
	/** Exclusive, greatest first; none is empty. */
	readonly regions: readonly Region[];
}

/** Of many sets: only what a picture and its table have room for. */
export interface PairOverlap extends Overlaps {
	readonly kind: 'pairs';
	/** Those with a name that is searched for, or all: greatest first. */
	readonly pairs: readonly Pair[];
	/** `crossed[i][j]`, `j < i`: how many are in both of two that are told. */
	readonly crossed: readonly (readonly number[])[];
}

export type OverlapAnswer = RegionOverlap | PairOverlap;

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
