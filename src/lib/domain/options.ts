import type { Prices } from './account';
import type { Minor } from './money';
import type { Quantities } from './monthly-cost';

/** Ways to cover the needed seats (I4), in the order in which they are offered. */
export const OPTION_IDS = ['live-reports', 'boosters', 'customer-engagement-bundle'] as const;
export type OptionId = (typeof OPTION_IDS)[number];

export type PriceName = keyof Prices;

/** Why an option is refused; all of them are told. */
export type OptionReason =
	/** The account has CEB already: there is nothing to buy (L10). */
	| { readonly code: 'CEB_ALREADY' }
	/** No seat is needed (L7). */
	| { readonly code: 'NOBODY_TO_COVER' }
	/** Boosters for nobody: that is Live Reports for all. */
	| { readonly code: 'NOBODY_CHOSEN' }
	/** People were chosen, and none of them needs a seat. */
	| { readonly code: 'CHOSEN_NEED_NONE'; readonly chosen: number }
	/** Chosen people whom the scenario does not have. */
	| { readonly code: 'UNKNOWN_PEOPLE'; readonly people: number };

/** What an option comes to, whether its prices are known or not. */
export interface OptionSize {
	readonly option: OptionId;
	/** Needed seats that it covers (L7). */
	readonly seats: number;
	/** Licenses that it takes in all; none for CEB. */
	readonly licenses: Quantities;
	/** Of these, beyond what is owned now (L8): the order to place. */
	readonly toBuy: Quantities;
	/** Owned beyond what it takes: lowering licenses isn't self-service. */
	readonly spare: Quantities;
}

export type CoverOption = OptionSize &
	(
		| {
				readonly state: 'applies';
				/** Per month, in minor units, of all that it takes. */
				readonly cost: bigint;
				/** Per month, of what is to buy. */
				readonly added: bigint;
		  }
		| { readonly state: 'refused'; readonly reasons: readonly OptionReason[] }
		| { readonly state: 'incomplete'; readonly missing: readonly PriceName[] }
	);

/** An exact number: `numerator` / `denominator`, in lowest terms, the denominator positive. */
export interface Ratio {
	readonly numerator: bigint;
	readonly denominator: bigint;
}

/** The price at which two options cost the same for the needed seats, the other prices as they are. */
export interface BreakEven {
	readonly price: PriceName;
	/** In minor units for a seat and month. */
	readonly at: Ratio;
	/** What the account has for it; null: not known. */
	readonly entered: Minor | null;
	/** Cheaper of the two while the price is below `at`, and above it. */
	readonly below: OptionId;
	readonly above: OptionId;
}

/** A line from point to point: between them the cost is straight. */
export interface CostCurve {
	readonly option: OptionId;
	readonly points: readonly { readonly licenses: number; readonly cost: bigint }[];
}

/** Where two curves meet, other than at no licenses: `before` is the cheaper until there, `after` from there on. */
export interface Crossing {
	readonly licenses: Ratio;
	readonly cost: Ratio;
	readonly before: OptionId;
	readonly after: OptionId;
}

/** Cost over the number of licenses, of the options whose prices are known. */
export interface CostCurves {
	readonly upTo: number;
	/** How many of the licenses are Boosters where the option has some. */
	readonly boosters: number;
	readonly curves: readonly CostCurve[];
	readonly crossings: readonly Crossing[];
}

export interface CoverOptions {
	/** In the order of OPTION_IDS. */
	readonly options: readonly CoverOption[];
	/** Options that apply and cost the least; several where they cost the same. */
	readonly cheapest: readonly OptionId[];
	readonly breakEven: readonly BreakEven[];
	readonly curves: CostCurves;
}
