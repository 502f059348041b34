import { type AssumptionId } from './assumption';
import { type Plan } from './account';
import { type Comparator, type LessonFigure, type Ref, type ReportTab, type Thing, type Way } from './goal';
import { type Instant } from './instant';
import { type Product } from './order';
import { type Permission } from './permission';
import { type Status } from './person';

/** A line of an order as a goal asks for it. */
export interface WantedLine {
	readonly product: Product;
	readonly costCenter: string | null;
	readonly is: Comparator;
	readonly quantity: number;
}

/** Something that is not so, or is, with today's names and figures. */
export type Lack =
	| {
			readonly code: 'FIGURE';
			readonly figure: LessonFigure;
			readonly found: number;
			readonly is: Comparator;
			readonly to: number;
	  }
	| {
			readonly code: 'PURCHASED';
			readonly product: Product | null;
			readonly costCenter: string | null;
			readonly found: number;
			readonly is: Comparator;
			readonly to: number;
	  }
	/** `lines`: those that the nearest order lacks; all of them where there is no order. */
	| { readonly code: 'ORDER'; readonly lines: readonly WantedLine[] }
	| {
			readonly code: 'MAY';
			readonly person: string;
			readonly role: string;
			readonly permission: Permission;
	  }
	/** `role`: the nearest one's name, or null where no role comes near; what it lacks follows. */
	| {
			readonly code: 'ROLE';
			readonly role: string | null;
			readonly lacks: readonly Permission[];
			readonly tooMuch: readonly Permission[];
			readonly basedOn: string | null;
			readonly without: readonly string[];
	  }
	| { readonly code: 'PERSON_ROLE'; readonly person: string; readonly role: string; readonly found: string }
	| {
			readonly code: 'PERSON_CENTER';
			readonly person: string;
			readonly costCenter: string;
			readonly found: string;
	  }
	| { readonly code: 'PERSON_STATUS'; readonly person: string; readonly status: Status }
	| { readonly code: 'PERSON_BOOSTER'; readonly person: string; readonly booster: boolean }
	/** Somebody who fits although nobody should. */
	| { readonly code: 'PERSON'; readonly person: string }
	/** What a goal points at: not there, or there though it should not. */
	| { readonly code: 'THING'; readonly thing: Thing; readonly by: Ref['by']; readonly value: string }
	| { readonly code: 'MEMBER'; readonly person: string; readonly queue: string }
	/** `on`: the dashboards that watch it. */
	| {
			readonly code: 'MONITORED';
			readonly queue: string;
			readonly dashboard: string | null;
			readonly on: readonly string[];
	  }
	| { readonly code: 'SHARED'; readonly dashboard: string; readonly person: string }
	/** `hasPermission`: it is the sharing that lacks. */
	| {
			readonly code: 'SEES';
			readonly person: string;
			readonly dashboard: string | null;
			readonly hasPermission: boolean;
	  }
	| {
			readonly code: 'VIEWED';
			readonly person: string | null;
			readonly dashboard: string | null;
			readonly during: 'window' | 'lesson';
	  }
	| { readonly code: 'PINNED'; readonly person: string | null }
	| { readonly code: 'PLAN'; readonly plan: Plan }
	| { readonly code: 'ASSUMPTION'; readonly id: AssumptionId; readonly choice: string }
	| { readonly code: 'CLOCK'; readonly at: Instant; readonly timeZone: string; readonly asOf: Instant }
	| { readonly code: 'WAY'; readonly way: Way }
	| { readonly code: 'DOWNLOADED' }
	| { readonly code: 'TAB'; readonly tab: ReportTab }
	| { readonly code: 'ANSWERED'; readonly question: string }
	/** Any one of these would do; each is what that one lacks. */
	| { readonly code: 'ONE_OF'; readonly options: readonly (readonly Missing[])[] };

/**
 * What keeps a goal from being met (E2); the sentence is text/'s. `wanted`: it should be so and is not; else it
 * should not be so and is.
 */
export type Missing = { readonly wanted: boolean } & Lack;
