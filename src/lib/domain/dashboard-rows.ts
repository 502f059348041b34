import { type WidgetKind } from './dashboard';
import { type Id } from './id';
import { type Instant } from './instant';
import { type PersonChoice } from './rows';

/** A dashboard that exists at as-of, as the list in Live Reports shows it. */
export interface DashboardRow {
	readonly id: Id;
	readonly name: string;
	readonly owner: string;
	/** Queues that its widgets watch at as-of, each once. */
	readonly queues: number;
	readonly widgets: number;
	/** How many people it is shared with. */
	readonly sharedWith: number;
	/** How it comes to whoever acts; `full`: by Full Access only. */
	readonly reach: 'own' | 'shared' | 'full';
}

export const DASHBOARD_COLUMNS = [
	'name',
	'owner',
	'reach',
	'queues',
	'widgets',
	'sharedWith',
	'actions'
] as const;
export type DashboardColumn = (typeof DASHBOARD_COLUMNS)[number];

/** Which of the dashboards that somebody may open are listed. */
export type DashboardScope = 'all' | 'own' | 'shared';

/** A widget at as-of. */
export interface WidgetView {
	readonly id: Id;
	readonly kind: WidgetKind;
	readonly name: string;
	readonly queueId: Id;
	readonly queue: string;
	/** Members of its queue at as-of. */
	readonly members: number;
}

/** What licenses the members that a queue has at as-of hold (L11). The four counts add up to `members`. */
export interface WatchedQueue {
	readonly id: Id;
	readonly name: string;
	readonly members: number;
	readonly liveReports: number;
	readonly booster: number;
	/** They take a seat, and no license is left for it. */
	readonly without: number;
	/** They take no seat, such as somebody who is disabled (A-STATUS). */
	readonly uncounted: number;
}

export interface DashboardDetail {
	readonly id: Id;
	readonly name: string;
	readonly owner: PersonChoice;
	readonly sharedWith: readonly PersonChoice[];
	readonly widgets: readonly WidgetView[];
	readonly queues: readonly WatchedQueue[];
	/** What the practice figures start from. */
	readonly seed: number;
}

/** What the address of a dashboard leads to, for whoever acts. */
export type DashboardAnswer =
	| { readonly state: 'open'; readonly detail: DashboardDetail }
	| { readonly state: 'deleted' | 'later'; readonly name: string; readonly at: Instant }
	| { readonly state: 'not-shared'; readonly owner: string }
	| { readonly state: 'unknown' };

/** What saving a widget would do to the seats: two snapshots of the engine, compared. */
export interface WidgetEffect {
	/** Members of the widget's queue at as-of. */
	readonly members: number;
	/** New seats that get a license, and the first names by name. */
	readonly assigned: number;
	readonly assignedNames: readonly string[];
	/** New seats for which none is left. */
	readonly without: number;
	readonly withoutNames: readonly string[];
	/** Members whose seat counted before: with a license, and without. */
	readonly hadOne: number;
	readonly hadNone: number;
	/** Members who take no seat, before or after. */
	readonly uncounted: number;
	readonly overage: { readonly before: number; readonly after: number };
}

/** A queue as the widget's field finds it. */
export interface FoundQueue {
	readonly id: Id;
	readonly name: string;
	readonly extension: string;
	/** Members at as-of. */
	readonly members: number;
}
