import type { Id } from './id';

/** Seats or licenses of a cost center, and what they cost a month. */
export interface CenterFigure {
	readonly count: number;
	/** Of these, the ones that take Boosters. */
	readonly boosters: number;
	/** In minor units; null: a price that it takes is not known. */
	readonly cost: bigint | null;
}

export interface CenterFigures {
	/** Needed seats (L7) by the person's center: a marked person takes a Booster, others Live Reports (I4). */
	readonly needed: CenterFigure;
	/** Active seats (L6) by the person's center, each at the price of its license (L11), or of the one it lacks. */
	readonly active: CenterFigure;
	/** Licenses (L8) by the order's center, at the order's price where it has one, else at the account's. */
	readonly purchased: CenterFigure;
}

/** A cost center that has something, itself or below it. */
export interface CenterCosts {
	readonly costCenterId: Id;
	readonly own: CenterFigures;
	/** With the centers under it. */
	readonly within: CenterFigures;
}

/** What the account costs a month, and by cost center in the account's order; Root takes what names no center. */
export interface AccountCosts {
	readonly all: CenterFigures;
	readonly centers: readonly CenterCosts[];
}
