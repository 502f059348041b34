import type { Id } from './id';
import type { Minor } from './money';
import type { Product } from './order';
import { BY_AGENT, BY_PERMISSION } from './snapshot';

/** Why a seat is taken: the tabs of the reclaim list (I7). */
export const RECLAIM_REASONS = [
	/** May view, did not in the window, and is no agent now. */
	'permission-unused',
	/** May view and did; no agent now. */
	'permission',
	/** Agent now, and nothing else. */
	'agent',
	/** Agent now who may view. */
	'both',
	/** In the window's count, and no longer needed: leaves by itself, or by revoked access. */
	'leaving'
] as const;
export type ReclaimReason = (typeof RECLAIM_REASONS)[number];

/** Stands for "never viewed" in ReclaimColumns.daysSinceViewed. */
export const NEVER_VIEWED = -1;

/** One entry a person who is needed or active, by name, then extension (I7). */
export interface ReclaimColumns {
	readonly count: number;
	/** An ordinal of the scenario's people. */
	readonly person: Uint32Array;
	/** A place in RECLAIM_REASONS. */
	readonly reason: Uint8Array;
	/** BY_PERMISSION, BY_AGENT, both, or 0 for somebody who is not needed (L7). */
	readonly basis: Uint8Array;
	/** Active seats (L6): 0, 1, or 2 with A-DUAL `two`. */
	readonly seats: Uint8Array;
	/** Monitored queues that the person is a member of now. */
	readonly queues: Uint32Array;
	/** Whole civil days of the account's zone since the latest viewing, however long ago (A-OPEN); NEVER_VIEWED. */
	readonly daysSinceViewed: Int32Array;
	/** 1 where the reason is the only one, so that its going alone frees the needed seat (L14). */
	readonly freed: Uint8Array;
	/** Which license the seat has (L11), or would take: 1 for a Booster. */
	readonly booster: Uint8Array;
	/** Seconds of the latest activity in the window; Infinity while a membership lasts; NEVER: not active (L15). */
	readonly lastActivity: Float64Array;
	/** 1 for those who are exempt. */
	readonly exempt: Uint8Array;
}

/** What each tab says: people, of them exempt, needed seats freed by each of the others going, and their price. */
export interface ReclaimTotal {
	readonly reason: ReclaimReason;
	readonly people: number;
	readonly exempt: number;
	readonly freed: number;
	/** Per month, of the freed seats that are not exempt; null: a price that it takes is not known. */
	readonly cost: bigint | null;
}

export interface ReclaimRow {
	readonly personId: Id;
	readonly name: string;
	readonly extension: string;
	readonly reason: ReclaimReason;
	readonly permission: boolean;
	readonly agent: boolean;
	readonly seats: number;
	readonly queues: number;
	/** Null: never viewed. */
	readonly daysSinceViewed: number | null;
	readonly freed: number;
	readonly product: Product;
	/** Per month, of one license, or under CEB of the bundle; null: the price is not known. */
	readonly cost: Minor | null;
	/** YYYY-MM-DD (L15), or null: stays while the membership lasts, or is not active. */
	readonly releaseDate: string | null;
	readonly exempt: boolean;
}

/** The list, its totals, and a row of it, all from the same columns. */
export interface Reclaim {
	readonly columns: ReclaimColumns;
	readonly totals: readonly ReclaimTotal[];
	/** Row `i`, 0 ≤ i < columns.count. */
	readonly row: (i: number) => ReclaimRow;
}

export function reclaimReason(basis: number, viewed: boolean): ReclaimReason {
	if (basis === 0) return 'leaving';
	if (basis === BY_AGENT) return 'agent';
	if (basis === BY_PERMISSION) return viewed ? 'permission' : 'permission-unused';
	return 'both';
}
