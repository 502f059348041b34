import { type Id } from './id';
import { type Instant } from './instant';
import { type PersonChoice } from './rows';
import { type Reason } from './snapshot';

/** How many steps can be undone; older journal entries keep the command but not what it replaced. */
export const UNDO_STEPS = 500;

/** One thing done, as the history lists it. */
export interface HistoryRow {
	/** The entry's place in the journal; 0 is the start, before anything was done. */
	readonly seq: number;
	/** The command's label; the start has its own words. */
	readonly what: string;
	/** What it was done to, in few words; '' where the label says it all. */
	readonly about: string;
	/** Who acted, by name; null: the Trainer. */
	readonly by: string | null;
	/** The scenario's clock when it was done; null at the start. */
	readonly asOf: Instant | null;
	/** The computer's time, milliseconds. */
	readonly at: number;
	/** `here`: the last one that is in force; everything after it is undone. */
	readonly state: 'done' | 'here' | 'undone';
	/** False: too old to be gone back to. */
	readonly reachable: boolean;
}

export const HISTORY_COLUMNS = ['seq', 'what', 'about', 'by', 'asOf', 'at', 'state', 'go'] as const;
export type HistoryColumn = (typeof HISTORY_COLUMNS)[number];

/** A seat that a step of the clock took away or brought. */
export interface SeatChange {
	readonly personId: Id;
	readonly name: string;
	readonly extension: string;
	readonly kind: 'left' | 'entered';
	/** What the seat stood on (left) or stands on (entered). */
	readonly reason: Reason | null;
}

/** How the active count at one moment differs from that at another. */
export interface SeatChanges {
	readonly from: Instant;
	readonly to: Instant;
	readonly timeZone: string;
	/** Seconds: the first instant of the newer window (L1). */
	readonly windowStart: number;
	readonly left: number;
	readonly entered: number;
	/** The first ones by name, those who left before those who entered. */
	readonly seats: readonly SeatChange[];
}

/** A queue or dashboard as the finder shows it. */
export interface FoundThing {
	readonly id: Id;
	readonly name: string;
	/** A queue's extension, a dashboard's owner. */
	readonly detail: string;
}

export interface Found {
	readonly people: readonly PersonChoice[];
	readonly queues: readonly FoundThing[];
	readonly dashboards: readonly FoundThing[];
}

/** Somebody who views a dashboard every so many days, by name too. */
export interface PlayViewer {
	readonly personId: Id;
	readonly person: string;
	/** Null: opens Live Reports only. */
	readonly dashboardId: Id | null;
	readonly dashboard: string | null;
	readonly everyDays: number;
}

/** What "Play 30 days" starts from. */
export interface PlayPlan {
	readonly seed: number;
	readonly viewers: readonly PlayViewer[];
	/** Those that can be viewed now, by name. */
	readonly dashboards: readonly { readonly id: Id; readonly name: string }[];
	/** Not set yet: read off the viewings of the last 30 days. */
	readonly suggested: boolean;
}
