import { roleById } from '$lib/domain/role';
import {
	type DetailColumn,
	type DetailRow,
	type NeededColumn,
	type NeededRow,
	type RowPage,
	type RowQuery,
	type SeatColumn,
	type SeatRow
} from '$lib/domain/rows';
import { type Scenario } from '$lib/domain/scenario';
import { BY_AGENT, BY_PERMISSION, NONE, type Snapshot } from '$lib/domain/snapshot';
import { detailRow, seatRow } from '$lib/domain/snapshot-rows';
import { ROLE_TYPES } from '$lib/text/report';
import { naturalOrder } from '../engine/natural-order';
import { rankTexts } from './rank-texts';

/** A table that can be sorted, filtered and read a window at a time. */
export interface Table<Column extends string, Row> {
	readonly count: number;
	/** One number a row, smaller first; null where the report's own order already is this one. */
	readonly keys: (column: Column) => ArrayLike<number> | null;
	/** The texts that a filter looks into: each a list and, by row, an ordinal into it or NONE. */
	readonly texts: readonly (readonly [texts: readonly string[], ordinals: ArrayLike<number>])[];
	readonly row: (i: number) => Row;
}

const byName = new Intl.Collator('en', { numeric: true }).compare;

/** Role types in the order of their words: Monitored Agent, Viewer, Viewer and Monitored Agent. */
const ROLE_RANK = [0, 1, 0, 2];

export function seatTable(snapshot: Snapshot): Table<SeatColumn, SeatRow> {
	const { people } = snapshot;
	const seats = snapshot.seats();
	return {
		count: seats.count,
		keys: (column) => {
			switch (column) {
				case 'name':
					return null;
				case 'extension':
					return at(seats.person, rankTexts(people.extensions, naturalOrder));
				case 'role':
					return at(seats.role, ROLE_RANK);
				case 'lastViewed':
				case 'queues':
				case 'dashboards':
				case 'license':
					return seats[column];
			}
		},
		texts: [
			[people.names, seats.person],
			[people.extensions, seats.person],
			[['', ...ROLE_TYPES], seats.role]
		],
		row: (i) => seatRow(snapshot, i)
	};
}

export function detailTable(snapshot: Snapshot): Table<DetailColumn, DetailRow> {
	const { people, queueNames, dashboardNames } = snapshot;
	const details = snapshot.details();
	return {
		count: details.count,
		keys: (column) => {
			switch (column) {
				case 'name':
					return null;
				case 'extension':
					return at(details.person, rankTexts(people.extensions, naturalOrder));
				case 'queue':
					return at(details.queue, rankTexts(queueNames, byName));
				case 'dashboard':
					return at(details.dashboard, rankTexts(dashboardNames, byName));
				case 'lastViewed':
				case 'license':
					return details[column];
			}
		},
		texts: [
			[people.names, details.person],
			[people.extensions, details.person],
			[queueNames, details.queue],
			[dashboardNames, details.dashboard]
		],
		row: (i) => detailRow(snapshot, i)
	};
}

export function neededTable(snapshot: Snapshot, scenario: Scenario): Table<NeededColumn, NeededRow> {
	const { people } = snapshot;
	const needed = snapshot.needed();
	const roleOf = (p: number) => roleById(scenario.roles, scenario.people[p]!.roleId)?.name ?? '';
	return {
		count: needed.count,
		keys: (column) => {
			switch (column) {
				case 'name':
					return null;
				case 'extension':
					return at(needed.person, rankTexts(people.extensions, naturalOrder));
				case 'role': {
					const roles = Array.from(needed.person, roleOf);
					return rankTexts(roles, byName);
				}
				case 'basis':
					return needed.basis;
			}
		},
		texts: [
			[people.names, needed.person],
			[people.extensions, needed.person]
		],
		row: (i) => {
			const p = needed.person[i]!;
			return {
				personId: people.ids[p]!,
				name: people.names[p]!,
				extension: people.extensions[p]!,
				role: roleOf(p),
				permission: (needed.basis[i]! & BY_PERMISSION) !== 0,
				agent: (needed.basis[i]! & BY_AGENT) !== 0
			};
		}
	};
}

/** `ranks` by row: the rank of each row's ordinal; NONE comes first. */
function at(ordinals: ArrayLike<number>, ranks: ArrayLike<number>): Float64Array {
	const keys = new Float64Array(ordinals.length);
	for (let i = 0; i < keys.length; i++) keys[i] = ordinals[i] === NONE ? -1 : ranks[ordinals[i]!]!;
	return keys;
}

/**
 * Answers windows of one table. The order of the last sort and filter is kept, so that scrolling costs
 * only the rows it shows.
 */
export function pager<Column extends string, Row>(table: Table<Column, Row>) {
	let key: string | undefined;
	let order: Uint32Array | null = null;
	return ({ sort, filter, from, to }: RowQuery<Column>): RowPage<Row> => {
		const asked = JSON.stringify([sort, filter]);
		if (asked !== key) {
			order = ordered(table, sort, filter);
			key = asked;
		}
		const total = order ? order.length : table.count;
		const rows: Row[] = [];
		const start = Math.max(0, from);
		for (let i = start; i < Math.min(to, total); i++) rows.push(table.row(order ? order[i]! : i));
		return { from: start, total, rows };
	};
}

/** The rows that match, in the order asked for; null: all rows as they are. */
function ordered<Column extends string, Row>(
	table: Table<Column, Row>,
	sort: RowQuery<Column>['sort'],
	filter: string
): Uint32Array | null {
	const keys = sort ? table.keys(sort.column) : null;
	const matching = matches(table, filter);
	if (!sort || (!keys && !sort.descending)) return matching;
	const rows = matching ?? Uint32Array.from({ length: table.count }, (_, i) => i);
	if (!keys) return rows.reverse();
	return sorted(rows, keys, sort.descending, table.count);
}

/** Stable: key and place become one number, and numbers sort fast. Keys and counts stay below 2^53 together. */
function sorted(rows: Uint32Array, keys: ArrayLike<number>, descending: boolean, count: number): Uint32Array {
	let top = 0;
	for (const row of rows) top = Math.max(top, keys[row]! + 1);
	const joined = new Float64Array(rows.length);
	for (let i = 0; i < rows.length; i++) {
		const k = keys[rows[i]!]! + 1; // NEVER and NONE are -1
		joined[i] = (descending ? top - k : k) * count + i;
	}
	joined.sort();
	return Uint32Array.from(joined, (value) => rows[value % count]!);
}

function matches<Column extends string, Row>(table: Table<Column, Row>, filter: string): Uint32Array | null {
	const wanted = filter.trim().toLocaleLowerCase('en');
	if (wanted === '') return null;
	const hits = table.texts.map(([texts]) =>
		Uint8Array.from(texts, (text) => (text.toLocaleLowerCase('en').includes(wanted) ? 1 : 0))
	);
	const found: number[] = [];
	for (let row = 0; row < table.count; row++)
		if (table.texts.some(([, ordinals], i) => hits[i]![ordinals[row]!] === 1)) found.push(row);
	return Uint32Array.from(found);
}
