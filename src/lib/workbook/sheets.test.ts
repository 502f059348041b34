import { expect, test } from 'vitest';
import { type Snapshot } from '$lib/domain/snapshot';
import { reportNotes } from '$lib/text/report';
import { type Cell, type Sheet } from './sheet';
import { reportSheets, ROW_LIMIT } from './sheets';
import { madeSnapshot, smallSnapshot } from './snapshot-fixture';

const rowsOf = (sheet: Sheet): (readonly Cell[])[] =>
	Array.from({ length: sheet.rowCount }, (_, row) => sheet.cells(row));
const named = (snapshot: Snapshot, name: string, rowLimit?: number): Sheet =>
	reportSheets(snapshot, rowLimit).find((sheet) => sheet.name === name)!;

test('[W2] F11 three tabs in their order', () => {
	expect(reportSheets(smallSnapshot).map((sheet) => sheet.name)).toEqual([
		'Live Reports Usage Summary',
		'Total Active Users',
		'Detailed Usage'
	]);
});

test('[W3] the summary: eight rows, an empty one, then notes', () => {
	const sheet = named(smallSnapshot, 'Live Reports Usage Summary');
	const rows = rowsOf(sheet);
	expect(sheet.header).toBeNull();
	expect(rows.slice(0, 9)).toEqual([
		['Report Time Duration', '2026-10-26 to 2026-11-24'],
		['Total "Live Report" Licenses Purchased', 2],
		['Total "Call Queue Booster" Licenses Purchased', 1],
		['Total Licenses Purchased', 3],
		['Monitored Users (Agents)', 3],
		['Live Report Viewers', 2],
		['Total Active Users', 4],
		['Overage Users', 1],
		[]
	]);
	expect(rows.slice(9)).toEqual(reportNotes(smallSnapshot.summary).map((note) => [note]));
});

test('[W4] [W6] Total Active Users: extensions are text, counts numbers, dates days', () => {
	const sheet = named(smallSnapshot, 'Total Active Users');
	expect(sheet.header).toEqual([
		'Users',
		'User Extensions',
		'Role Type',
		'Last Viewed',
		'Monitored Call Queues',
		'Dashboards with Monitored Queues'
	]);
	expect(rowsOf(sheet)).toEqual([
		['=1+1', '+104', 'Monitored Agent', null, 1, 1],
		['Alice', '101', 'Viewer', { date: '2026-11-01' }, 0, 0],
		['Bob', '0101', 'Viewer, Monitored Agent', { date: '2026-11-24' }, 2, 2],
		['Chloë', '103', 'Monitored Agent', null, 1, 1]
	]);
});

test('[W5] Detailed Usage: a row without a queue for a viewing, both license columns filled', () => {
	const sheet = named(smallSnapshot, 'Detailed Usage');
	const last = { date: '2026-11-24' };
	expect(sheet.header).toEqual([
		'User Name',
		'User Extension',
		'Call Queue Name',
		'Dashboard Accessed',
		'Last Viewed',
		'Live Reports License',
		'Call Queue Booster License'
	]);
	expect(rowsOf(sheet)).toEqual([
		['=1+1', '+104', 'Detroit Support', 'Floor wallboard', null, 'Not assigned', 'Not assigned'],
		['Alice', '101', null, 'Floor wallboard', { date: '2026-11-01' }, 'Assigned', 'Not assigned'],
		['Bob', '0101', null, 'Back office', last, 'Not assigned', 'Assigned'],
		['Bob', '0101', 'Belmont Support', 'Back office', last, 'Not assigned', 'Assigned'],
		['Chloë', '103', 'Detroit Support', 'Floor wallboard', null, 'Assigned', 'Not assigned']
	]);
});

test('[W7] F13 a tab past the limit goes on in the next, header repeated, and the notes say so', () => {
	const sheets = reportSheets(smallSnapshot, 3);
	expect(sheets.slice(1).map((sheet) => [sheet.name, sheet.rowCount])).toEqual([
		['Total Active Users', 2],
		['Total Active Users 2', 2],
		['Detailed Usage', 2],
		['Detailed Usage 2', 2],
		['Detailed Usage 3', 1]
	]);
	expect(sheets[5]!.header).toEqual(sheets[3]!.header);
	const together = sheets.slice(3).flatMap(rowsOf);
	expect(together).toEqual(rowsOf(named(smallSnapshot, 'Detailed Usage')));
	const notes = rowsOf(sheets[0]!).slice(9).flat();
	expect(notes).toContain(
		'Detailed Usage has more rows than a sheet can hold and goes on in Detailed Usage 2, Detailed Usage 3.'
	);
	expect(notes).toContain(
		'Total Active Users has more rows than a sheet can hold and goes on in Total Active Users 2.'
	);
});

test('[W7] a full tab is not split, and Excel’s limit is the default', () => {
	expect(reportSheets(smallSnapshot, 6)).toHaveLength(3);
	const { details, ...rest } = smallSnapshot;
	const long = (count: number): Snapshot => ({ ...rest, details: () => ({ ...details(), count }) });
	expect(reportSheets(long(ROW_LIMIT - 1))).toHaveLength(3);
	expect(
		reportSheets(long(ROW_LIMIT))
			.map((sheet) => sheet.rowCount)
			.slice(2)
	).toEqual([ROW_LIMIT - 1, 1]);
});

test('[W2] an account without seats still has its three tabs', () => {
	const empty = madeSnapshot({ people: [], queues: [], dashboards: [], seats: [], details: [] });
	expect(
		reportSheets(empty)
			.map((sheet) => sheet.rowCount)
			.slice(1)
	).toEqual([0, 0]);
});

test('[W9] columns are as wide as their headings and, within reason, their texts', () => {
	const wide = madeSnapshot({
		people: [['n'.repeat(30), 'e'.repeat(500)]],
		queues: [],
		dashboards: [],
		seats: [],
		details: []
	});
	const { widths, header } = named(wide, 'Total Active Users');
	expect(widths).toHaveLength(header!.length);
	header!.forEach((heading, column) => expect(widths[column]).toBeGreaterThan(heading.length));
	expect(widths.slice(0, 2)).toEqual([31, 48]);
});
