import type { Plan } from './account';
import type { Id } from './id';
import type { Instant } from './instant';
import type { Purchased } from './snapshot';

/** How far a forecast looks: whatever happened until now has left the window by then (L1). */
export const FORECAST_DAYS = 30;

/** The counts of one day as a report of that day says them (L1, L4 to L9). */
export interface DayCount {
	/** YYYY-MM-DD in the account's zone. */
	readonly date: string;
	/** The moment counted: the day's last second, or as-of on as-of's own day. */
	readonly asOf: Instant;
	readonly agents: number;
	readonly viewers: number;
	readonly active: number;
	readonly purchased: Purchased;
	/** 0 under CEB (L10). */
	readonly overage: number;
	/** Seats that were not in the count of the day before; null on the first day, which has none before it. */
	readonly entered: number | null;
	/** Seats that were in the count of the day before, and are no longer. */
	readonly left: number | null;
}

/** Active seats on each of the 30 days of as-of's window, oldest first (I3); a day that the zone skips is none. */
export interface Usage {
	readonly plan: Plan;
	readonly timeZone: string;
	readonly days: readonly DayCount[];
}

/** When overage goes (I6). */
export type Relief =
	/** CEB: there is none to go (L10). */
	| { readonly kind: 'unlimited' }
	/** There is none as things stand. `again`: the first later day that has some, or null. */
	| { readonly kind: 'already'; readonly again: string | null }
	/** `on`: the first day without; `inDays` from as-of's day. */
	| { readonly kind: 'on'; readonly on: string; readonly inDays: number; readonly again: string | null }
	/** None of the days is without; `overage`: the last day's. */
	| { readonly kind: 'not-within'; readonly days: number; readonly overage: number };

/** How many seats left on a day, by the parts that they had: each seat in one. */
export interface LeftBy {
	/** Only as an agent: the membership or the watching ended, and its last day left the window. */
	readonly member: number;
	/** Only as a viewer: the last viewing left the window. */
	readonly viewing: number;
	/** Both on that day. */
	readonly both: number;
}

export interface ForecastDay extends DayCount {
	readonly leftBy: LeftBy;
}

/**
 * The active count day by day if the change is made now (I6). Its premise: who viewed and still may view goes on
 * viewing every day; nobody else views; and what the scenario itself dates later than as-of comes true on its day.
 */
export interface Forecast {
	readonly plan: Plan;
	readonly timeZone: string;
	/** People who, by the premise, go on viewing. */
	readonly goOnViewing: number;
	/** As-of's day as the changed scenario is counted now, then the days after it. */
	readonly days: readonly ForecastDay[];
	readonly relief: Relief;
}

/** Bits of LeaverColumns.reason. */
export const STOPPED = 1;
export const LEFT_BEFORE = 2;
export const ENDS_LATER = 4;
export const LOST_ACCESS = 8;
export const HAD_NO_ACCESS = 16;

/** Why a seat leaves: which part held it last, and what ended that. */
export const LEAVE_REASONS = {
	/** The change ends the membership or the watching. */
	stopped: STOPPED,
	/** The membership or the watching ended before the change. */
	'left-before': LEFT_BEFORE,
	/** The scenario itself ends it later than as-of. */
	'ends-later': ENDS_LATER,
	/** The change takes the access to dashboards away. */
	'lost-access': LOST_ACCESS,
	/** Somebody who viewed, and could not any more even before the change. */
	'had-no-access': HAD_NO_ACCESS
} as const;
export type LeaveReason = keyof typeof LEAVE_REASONS;

/** One entry a seat that leaves, by day, then name, then extension. */
export interface LeaverColumns {
	readonly count: number;
	/** An ordinal of the changed scenario's people. */
	readonly person: Uint32Array;
	/** A place in Forecast.days. */
	readonly day: Uint8Array;
	/** Bits: one of the first three for an agent's part, one of the last two for a viewer's. */
	readonly reason: Uint8Array;
}

export interface LeaverRow {
	readonly personId: Id;
	readonly name: string;
	readonly extension: string;
	/** YYYY-MM-DD: the first day without this seat. */
	readonly date: string;
	readonly reasons: readonly LeaveReason[];
}

/** The reasons that bits stand for, in their order. */
export const leaveReasons = (bits: number): readonly LeaveReason[] =>
	(Object.keys(LEAVE_REASONS) as LeaveReason[]).filter((reason) => (bits & LEAVE_REASONS[reason]) !== 0);
