import { leaveReasons, type LeaverRow } from '$lib/domain/forecast';
import { type Id } from '$lib/domain/id';
import { type Reclaim, RECLAIM_REASONS, type ReclaimReason, type ReclaimRow } from '$lib/domain/reclaim';
import { type Snapshot } from '$lib/domain/snapshot';
import { type WhatIfChange } from '$lib/domain/what-if';
import { type LeaverColumn, type ReclaimColumn } from '$lib/domain/what-if-rows';
import { naturalOrder } from '../engine/natural-order';
import { reclaim } from '../engine/reclaim';
import { type Held } from './held';
import { rankTexts } from './rank-texts';
import { type Table } from './row-pages';
import { tried } from './tried';
import { forecastOf } from './what-if-answers';

/** Who leaves the count, when and why (I6). */
export function leaverTable(held: Held, changes: readonly WhatIfChange[]): Table<LeaverColumn, LeaverRow> {
	const { days, leavers: list } = forecastOf(held, changes);
	const { count, person, day, reason } = list();
	const { ids, names, extensions } = tried(held, changes).snapshot.people;
	return {
		count,
		keys: (column) => {
			switch (column) {
				case 'date':
					return null;
				case 'name':
					return ranked(person, rankTexts(names, byName));
				case 'extension':
					return ranked(person, rankTexts(extensions, naturalOrder));
				case 'reason':
					return reason;
			}
		},
		texts: [
			[names, person],
			[extensions, person]
		],
		row: (i) => ({
			personId: ids[person[i]!]!,
			name: names[person[i]!]!,
			extension: extensions[person[i]!]!,
			date: days[day[i]!]!.date,
			reasons: leaveReasons(reason[i]!)
		})
	};
}

const ranked = (ordinals: ArrayLike<number>, ranks: ArrayLike<number>): Float64Array =>
	Float64Array.from(ordinals, (ordinal) => ranks[ordinal]!);

const byName = new Intl.Collator('en', { numeric: true }).compare;

const NOBODY: readonly Id[] = [];
const kept = new WeakMap<Snapshot, { readonly exempt: readonly Id[]; readonly made: Reclaim }>();

/** Kept while nothing that is counted changes, nor who is exempt: a large account takes a good part of a second. */
export function reclaims({ document, index, snapshot }: Held): Reclaim {
	const exempt = document.scenario.practice?.exempt?.people ?? NOBODY;
	const known = kept.get(snapshot);
	if (known?.exempt === exempt) return known.made;
	const made = reclaim(index, document.scenario, snapshot, exempt);
	kept.set(snapshot, { exempt, made });
	return made;
}

/** The people of one reason (I7). */
export function reclaimTable(held: Held, reason: ReclaimReason): Table<ReclaimColumn, ReclaimRow> {
	const { columns, row } = reclaims(held);
	const { names, extensions } = held.snapshot.people;
	const wanted = RECLAIM_REASONS.indexOf(reason);
	const places: number[] = [];
	columns.reason.forEach((one, i) => {
		if (one === wanted) places.push(i);
	});
	const people = places.map((i) => columns.person[i]!);
	return {
		count: places.length,
		keys: (column) => {
			switch (column) {
				case 'name':
					return null;
				case 'extension':
					return ranked(people, rankTexts(extensions, naturalOrder));
				case 'cost':
					return places.map((i) => columns.booster[i]!);
				case 'releaseDate':
					// Those that never leave sort last.
					return places.map((i) => Math.min(columns.lastActivity[i]!, 8_640_000_000_000));
				case 'daysSinceViewed':
				case 'queues':
				case 'freed':
				case 'exempt':
					return places.map((i) => columns[column][i]!);
			}
		},
		texts: [
			[names, people],
			[extensions, people]
		],
		row: (i) => row(places[i]!)
	};
}
