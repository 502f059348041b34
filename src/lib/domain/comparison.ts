import type { AccountCosts } from './center-costs';
import type { Relief } from './forecast';
import type { Id } from './id';
import type { Instant } from './instant';
import type { Summary } from './snapshot';

/** Today or a what-if, as a column of the comparison (I3). */
export interface Compared {
	readonly name: string;
	/** What it does, in words; none for today. */
	readonly changes: readonly string[];
	readonly summary: Summary;
	readonly costs: AccountCosts;
	/** Null while it is being counted. */
	readonly relief: Relief | null;
}

/** Today first, then up to four what-ifs. */
export interface Comparison {
	readonly scenario: string;
	readonly account: string;
	readonly asOf: Instant;
	readonly timeZone: string;
	readonly currency: string;
	readonly centers: readonly { readonly id: Id; readonly name: string }[];
	readonly columns: readonly Compared[];
}
