import type { Assumptions } from './assumption';
import type { Plan } from './account';
import type { Id } from './id';
import type { Instant, Seconds } from './instant';

/** The figures of a scenario at its as-of. All whole numbers of seats or licenses. */
export interface Figures {
	/** Seats to plan for: whoever can view, or is an agent now (L7). */
	readonly needed: number;
	/** Monitored Users (Agents): unique agents in the window (L4, L6). */
	readonly agents: number;
	/** Live Report Viewers: unique viewers in the window (L5, L6). */
	readonly viewers: number;
	/** Total Active Users: seats that the window used (L6). */
	readonly active: number;
	readonly purchased: Purchased;
	/** Active seats beyond purchased; 0 under CEB (L9, L10). */
	readonly overage: number;
}

/** Licenses of confirmed orders at as-of (L8). */
export interface Purchased {
	readonly liveReports: number;
	readonly callQueuesBooster: number;
	readonly total: number;
}

/** The seat waterfall (L12): memberships − repeats = agents; + viewers − both = active; − purchased = overage. */
export interface Waterfall {
	/** Distinct (person, monitored queue) pairs of L4. */
	readonly memberships: number;
	readonly repeats: number;
	readonly agents: number;
	readonly viewers: number;
	/** People who are both, each one seat less; 0 with A-DUAL `two`. */
	readonly both: number;
	readonly active: number;
	readonly purchased: number;
	readonly overage: number;
}

/** How needed comes about (L7): withPermission + agentsNow − both. */
export interface NeededParts {
	/** People who count by a Live Reports permission. */
	readonly withPermission: number;
	/** Members, at as-of, of a queue that is monitored at as-of. */
	readonly agentsNow: number;
	readonly both: number;
	/** Super Admins whom A-ADMIN `when-viewed` leaves out of `withPermission`. */
	readonly adminsLeftOut: number;
}

/** The 30 calendar days of L1 in the account's zone, oldest first; `endsAt` is as-of, included. */
export interface ReportWindow {
	readonly startsAt: Seconds;
	readonly endsAt: Seconds;
	/** `date` as YYYY-MM-DD; `startsAt` is that day's first instant in the zone. */
	readonly days: readonly { readonly date: string; readonly startsAt: Seconds }[];
}

/** Everything about a snapshot but its rows: small, and what pages hold. */
export interface Summary {
	readonly asOf: Instant;
	readonly timeZone: string;
	readonly plan: Plan;
	readonly assumptions: Assumptions;
	readonly window: ReportWindow;
	readonly figures: Figures;
	readonly waterfall: Waterfall;
	readonly neededParts: NeededParts;
}

/** Bits of SeatColumns.role; both set: Viewer, Monitored Agent. */
export const VIEWER = 1;
export const AGENT = 2;

/** License codes of SeatColumns.license and DetailColumns.license (L11). */
export const NO_LICENSE = 0;
export const LIVE_REPORTS_LICENSE = 1;
export const BOOSTER_LICENSE = 2;

/** Stands for "no queue" and "no dashboard" in ordinal columns. */
export const NONE = 0xffffffff;
/** Stands for "never in the window" in columns of seconds. */
export const NEVER = -1;

/** One entry a seat, by name then extension (W4). Ordinals point into Snapshot.people. */
export interface SeatColumns {
	readonly count: number;
	readonly person: Uint32Array;
	/** VIEWER, AGENT or both. */
	readonly role: Uint8Array;
	/** Seconds of the latest viewing in the window, or NEVER. */
	readonly lastViewed: Float64Array;
	/** Monitored queues the person was a member of, by L4; 0 for a viewer's seat. */
	readonly queues: Uint32Array;
	/** Dashboards that watched any of these, by L4's overlap; 0 for a viewer's seat. */
	readonly dashboards: Uint32Array;
	/** A license code (L11). */
	readonly license: Uint8Array;
	/** Seconds of the first activity in the window (L11). */
	readonly firstActivity: Float64Array;
}

/** One entry a row of Detailed Usage, in its order (W5). */
export interface DetailColumns {
	readonly count: number;
	readonly person: Uint32Array;
	/** A queue ordinal, or NONE for a viewer's row. */
	readonly queue: Uint32Array;
	readonly dashboard: Uint32Array;
	/** Seconds of that person's latest viewing of that dashboard in the window, or NEVER. */
	readonly lastViewed: Float64Array;
	/** A license code (L11). */
	readonly license: Uint8Array;
}

/** One entry a person who counts as needed, by name then extension (L7). */
export interface NeededColumns {
	readonly count: number;
	readonly person: Uint32Array;
	/** BY_PERMISSION, BY_AGENT or both. */
	readonly basis: Uint8Array;
}

/** Bits of NeededColumns.basis. */
export const BY_PERMISSION = 1;
export const BY_AGENT = 2;

/** What every reader shares: screen, workbook, what-if and lessons (W8). Rows are made on first use. */
/** In `SeatLicenses`: no such seat. */
export const NO_SEAT = 255;

/** By person, in the scenario's order: what sums over people need, without rows and their order. */
export interface SeatLicenses {
	/** The license of the viewer's seat, or of the only seat (L6, L11); or NO_SEAT. */
	readonly viewer: Uint8Array;
	readonly agent: Uint8Array;
}

export interface Snapshot {
	readonly summary: Summary;
	readonly people: {
		readonly ids: readonly Id[];
		readonly names: readonly string[];
		readonly extensions: readonly string[];
	};
	readonly queueNames: readonly string[];
	readonly dashboardNames: readonly string[];
	/** By person: what they are needed by (BY_PERMISSION, BY_AGENT), or 0. */
	readonly neededBy: () => Uint8Array;
	readonly seatLicenses: () => SeatLicenses;
	readonly needed: () => NeededColumns;
	readonly seats: () => SeatColumns;
	readonly details: () => DetailColumns;
}

/** Why a person counts (L13): figures and names; the sentence is text/'s. */
export type Reason =
	| {
			readonly kind: 'member';
			readonly queue: string;
			readonly dashboard: string;
			/** Seconds of the overlap's start, or null where it has always been. */
			readonly since: Seconds | null;
			/** Seconds of the overlap's end when it is at or before as-of, or null while it lasts. */
			readonly until: Seconds | null;
	  }
	| {
			readonly kind: 'viewed';
			/** Null: opened Live Reports without a dashboard (A-OPEN). */
			readonly dashboard: string | null;
			readonly lastAt: Seconds;
			readonly times: number;
	  }
	| {
			readonly kind: 'permission';
			readonly role: string;
			readonly permission: 'live-reports.full' | 'live-reports.view';
	  };

/** One person's seat, explained. */
export interface Because {
	readonly personId: Id;
	readonly name: string;
	readonly extension: string;
	/** Reasons in the window (L4, L5); empty: no active seat. */
	readonly active: readonly Reason[];
	/** Reasons at as-of (L7); empty: not needed. */
	readonly needed: readonly Reason[];
	/** License codes of the person's seats, viewer's first where there are two (L11). */
	readonly licenses: readonly number[];
	/** The first day (YYYY-MM-DD) on which the person leaves the count if nothing new happens; null: not while this lasts (L15). */
	readonly releaseDate: string | null;
}
