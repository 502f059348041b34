import type { Id } from './id';

/** What one drop stops (I5): a queue everywhere, a whole dashboard, or one queue on one dashboard. */
export const FIT_KINDS = ['queues', 'dashboards', 'widgets'] as const;
export type FitKind = (typeof FIT_KINDS)[number];

/** One thing that stops monitoring; `widget` means all widgets of one dashboard that watch one queue. */
export type FitDrop =
	| { readonly kind: 'queue'; readonly queueId: Id }
	| { readonly kind: 'dashboard'; readonly dashboardId: Id }
	| { readonly kind: 'widget'; readonly queueId: Id; readonly dashboardId: Id };

/** "Fit within N" (I5): the fewest drops so that needed seats (L7) are at most `licenses`. */
export interface FitQuestion {
	readonly kind: FitKind;
	readonly licenses: number;
	/**
	 * What stays as it is watched now: nothing is dropped that would stop an exempt queue, an exempt
	 * dashboard, or an exempt queue on a dashboard, even in part. Ids that are not there exempt nothing.
	 */
	readonly exempt: readonly FitDrop[];
}

/** Needed seats that no drop can free, each counted once, by the first reason that holds it. */
export interface FitFloor {
	readonly seats: number;
	/** Seats with a Live Reports permission that counts, agents or not (L7, A-ADMIN). */
	readonly byPermission: number;
	/** Other agents in a queue that something exempt keeps monitored. */
	readonly byExemption: number;
}

export type FitAnswer =
	| { readonly outcome: 'fits'; readonly needed: number; readonly floor: FitFloor }
	/** Dropping everything that may go leaves `floor.seats`, more than the licenses. */
	| { readonly outcome: 'impossible'; readonly needed: number; readonly floor: FitFloor }
	| {
			readonly outcome: 'drops';
			/** Needed seats today, and after the drops. */
			readonly needed: number;
			readonly neededAfter: number;
			readonly floor: FitFloor;
			/** In the scenario's order. */
			readonly drop: readonly FitDrop[];
			/** No answer has fewer drops than this. */
			readonly bound: number;
			/** True exactly where `drop` is as short as `bound`: nothing shorter exists. */
			readonly proved: boolean;
	  };

/** A slice of the search is done; `answer` is the best so far, never worse than the one before. */
export interface FitProgress {
	readonly phase: 'first answer' | 'bound' | 'enumeration' | 'search';
	readonly step: number;
	/** Null until there is one: a caller may stop at any answer. */
	readonly answer: FitAnswer | null;
}
