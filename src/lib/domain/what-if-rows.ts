import type { AccountCosts } from './center-costs';
import type { FitKind } from './fit';
import type { Id } from './id';
import type { Refusal } from './refusal';
import type { Summary } from './snapshot';

/** One change of a what-if as it is listed, and why it could not be made; what follows it is still tried. */
export interface ToldChange {
	readonly id: Id;
	/** The command's label. */
	readonly what: string;
	/** What it is done to, in few words. */
	readonly about: string;
	readonly refusal: Refusal | null;
}

/** What a what-if comes to (I1, I3), by the same engine as today's figures. */
export interface WhatIfAnswer {
	readonly changes: readonly ToldChange[];
	readonly summary: Summary;
	readonly costs: AccountCosts;
}

/** Something that keeps seats needed (L14), as today has it; the seats are those of the what-if. */
export interface DriverRow {
	readonly kind: FitKind;
	/** Null for a whole dashboard. */
	readonly queueId: Id | null;
	/** Null for a queue on every dashboard. */
	readonly dashboardId: Id | null;
	readonly name: string;
	/** The dashboard of a queue-on-dashboard; else ''. */
	readonly dashboard: string;
	/** Needed seats that its going alone would free. */
	readonly freed: number;
	/** Needed seats that something else keeps too. */
	readonly shared: number;
	/** The what-if stops it, by naming it or something that holds it. */
	readonly isStopped: boolean;
	/** By naming it. */
	readonly isOwnStop: boolean;
	readonly isExempt: boolean;
}

export const DRIVER_COLUMNS = ['name', 'dashboard', 'freed', 'shared', 'exempt', 'stop'] as const;
export type DriverColumn = (typeof DRIVER_COLUMNS)[number];

export const LEAVER_COLUMNS = ['date', 'name', 'extension', 'reason'] as const;
export type LeaverColumn = (typeof LEAVER_COLUMNS)[number];

export const RECLAIM_COLUMNS = [
	'name',
	'extension',
	'daysSinceViewed',
	'queues',
	'freed',
	'cost',
	'releaseDate',
	'exempt'
] as const;
export type ReclaimColumn = (typeof RECLAIM_COLUMNS)[number];
