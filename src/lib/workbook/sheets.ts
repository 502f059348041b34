import { BOOSTER_LICENSE, LIVE_REPORTS_LICENSE, type Snapshot } from '$lib/domain/snapshot';
import { detailRow, seatRow } from '$lib/domain/snapshot-rows';
import {
	assignment,
	DETAIL_HEADINGS,
	reportNotes,
	roleType,
	SEAT_HEADINGS,
	splitNote,
	summaryRows,
	TAB_NAMES,
	tabPart
} from '$lib/text/report';
import { type Cell, type Sheet } from './sheet';

/** Rows that a sheet can hold, its header included (W7). */
export const ROW_LIMIT = 1_048_576;

const [SUMMARY_TAB, SEATS_TAB, DETAILS_TAB] = TAB_NAMES;

/**
 * The License Status Report (W2–W7) as plain sheets over the snapshot's columns: the summary, then each
 * table on as many tabs as its rows need. `rowLimit` counts the header and is at least 2.
 */
export function reportSheets(snapshot: Snapshot, rowLimit = ROW_LIMIT): Sheet[] {
	const seats = split(seatsSheet(snapshot), rowLimit);
	const details = split(detailsSheet(snapshot), rowLimit);
	const notes = reportNotes(snapshot.summary);
	if (seats.length > 1) notes.push(splitNote(SEATS_TAB, seats.length));
	if (details.length > 1) notes.push(splitNote(DETAILS_TAB, details.length));
	return [summarySheet(snapshot, notes), ...seats, ...details];
}

function summarySheet(snapshot: Snapshot, notes: readonly string[]): Sheet {
	const rows: Cell[][] = [
		...summaryRows(snapshot.summary).map(({ label, value }) => [label, value]),
		[],
		...notes.map((note) => [note])
	];
	return {
		name: SUMMARY_TAB,
		widths: [46, 26],
		header: null,
		rowCount: rows.length,
		cells: (row) => rows[row]!
	};
}

function seatsSheet(snapshot: Snapshot): Sheet {
	const { names, extensions } = snapshot.people;
	return {
		name: SEATS_TAB,
		widths: widths(SEAT_HEADINGS, [names, extensions, [roleType(true, true)]]),
		header: SEAT_HEADINGS,
		rowCount: snapshot.seats().count,
		cells: (row) => {
			const seat = seatRow(snapshot, row);
			return [
				seat.name,
				seat.extension,
				roleType(seat.viewer, seat.agent),
				seat.lastViewed === null ? null : { date: seat.lastViewed },
				seat.queues,
				seat.dashboards
			];
		}
	};
}

function detailsSheet(snapshot: Snapshot): Sheet {
	const { names, extensions } = snapshot.people;
	return {
		name: DETAILS_TAB,
		widths: widths(DETAIL_HEADINGS, [names, extensions, snapshot.queueNames, snapshot.dashboardNames]),
		header: DETAIL_HEADINGS,
		rowCount: snapshot.details().count,
		cells: (row) => {
			const detail = detailRow(snapshot, row);
			return [
				detail.name,
				detail.extension,
				detail.queue,
				detail.dashboard,
				detail.lastViewed === null ? null : { date: detail.lastViewed },
				assignment(detail.license === LIVE_REPORTS_LICENSE),
				assignment(detail.license === BOOSTER_LICENSE)
			];
		}
	};
}

/** A table over as many tabs as it needs, each with the header (W7); one tab also when it is empty. */
function split(table: Sheet, rowLimit: number): Sheet[] {
	const perTab = rowLimit - 1;
	return Array.from({ length: Math.max(1, Math.ceil(table.rowCount / perTab)) }, (_, part) => ({
		...table,
		name: tabPart(table.name, part + 1),
		rowCount: Math.min(perTab, table.rowCount - part * perTab),
		cells: (row: number) => table.cells(part * perTab + row)
	}));
}

const WIDEST = 48;
/** Room for the filter's button beside a heading. */
const BUTTON = 4;

/** Widths that fit each heading and, within reason, the texts below it (W9). */
const widths = (headings: readonly string[], texts: readonly (readonly string[])[]): number[] =>
	headings.map((heading, column) =>
		Math.max(
			heading.length + BUTTON,
			(texts[column] ?? []).reduce((widest, text) => Math.min(WIDEST, Math.max(widest, text.length + 1)), 0)
		)
	);
