import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { cleanText } from './clean-text';
import { type Cell, type Sheet } from './sheet';
import { reportSheets } from './sheets';
import { type Snapshot } from '$lib/domain/snapshot';
import { madeSnapshot, smallSnapshot } from './snapshot-fixture';
import { writeWorkbook } from './xlsx';

const bytesOf = async (sheets: readonly Sheet[]): Promise<Buffer> =>
	Buffer.concat(await writeWorkbook(sheets));

const partsOf = (bytes: Uint8Array): Map<string, string> =>
	new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

const table = (rows: readonly (readonly Cell[])[], columns = 3): Sheet => ({
	name: 'Table',
	widths: new Array<number>(columns).fill(10),
	header: null,
	rowCount: rows.length,
	cells: (row) => rows[row]!
});

/** A text as a reader that knows the escapes gives it back. */
const readable = (text: string): string =>
	cleanText(text).replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** What a sheet's cells look like to a reader: a day as its midnight in UTC, empty as null. */
function expected(sheet: Sheet): (string | number | Date | null)[][] {
	const all = Array.from({ length: sheet.rowCount }, (_, row) => sheet.cells(row));
	return [...(sheet.header ? [sheet.header] : []), ...all].map((cells) =>
		sheet.widths.map((_, column) => {
			const cell = cells[column] ?? null;
			return cell !== null && typeof cell === 'object' ? new Date(cell.date) : cell;
		})
	);
}

async function readByExcelJs(bytes: Buffer): Promise<Map<string, unknown[][]>> {
	const book = new ExcelJS.Workbook();
	await book.xlsx.load(bytes as unknown as ArrayBuffer);
	return new Map(
		book.worksheets.map((sheet) => [
			sheet.name,
			Array.from({ length: sheet.rowCount }, (_, row) =>
				Array.from({ length: sheet.columnCount }, (_, column) => sheet.getCell(row + 1, column + 1).value)
			)
		])
	);
}

async function readByReadExcelFile(bytes: Buffer): Promise<Map<string, unknown[][]>> {
	const sheets = await readExcelFile(bytes, { trim: false });
	return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

/** As many people as seats, and three rows of detail each. */
const rowsOf = (seats: number): Snapshot =>
	madeSnapshot({
		people: Array.from({ length: seats }, (_, i) => [`Person ${i}`, `0${i}`] as const),
		queues: ['Detroit & Belmont', '<Support>'],
		dashboards: ['"Floor"', 'Büro 1'],
		seats: Array.from({ length: seats }, (_, i) => ({
			person: i,
			role: 1 + (i % 3),
			lastViewed: i % 2 ? '2026-11-20T12:00:00Z' : null,
			queues: i % 5,
			dashboards: i % 3,
			license: i % 3
		})),
		details: Array.from({ length: 3 * seats }, (_, i) => ({
			person: Math.floor(i / 3),
			queue: i % 3 === 0 ? null : i % 2,
			dashboard: i % 2,
			lastViewed: i % 4 ? '2026-11-03T05:00:00Z' : null,
			license: i % 3
		}))
	});

const READERS = [
	['exceljs', readByExcelJs],
	['read-excel-file', readByReadExcelFile]
] as const;
const SNAPSHOTS = [
	['a few rows', smallSnapshot],
	['thousands of rows', rowsOf(1_500)]
] as const;

for (const [reader, read] of READERS)
	for (const [size, snapshot] of SNAPSHOTS)
		test(`[W6] [W8] ${reader} reads ${size} back cell for cell`, async () => {
			const sheets = reportSheets(snapshot);
			const found = await read(await bytesOf(sheets));
			expect([...found.keys()]).toEqual(sheets.map((sheet) => sheet.name));
			for (const sheet of sheets) expect(found.get(sheet.name)).toEqual(expected(sheet));
		});

test('[W6] dates are date cells of whole days, extensions text, counts numbers', async () => {
	const parts = partsOf(await bytesOf(reportSheets(smallSnapshot)));
	const bob = /<row r="4">.*?<\/row>/.exec(parts.get('xl/worksheets/sheet2.xml')!)![0];
	const texts = [...parts.get('xl/sharedStrings.xml')!.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
		(found) => found[1]
	);
	const extension = /<c r="B4" t="s"><v>(\d+)<\/v>/.exec(bob)![1];
	expect(texts[Number(extension)]).toBe('0101');
	expect(bob).toContain('<c r="E4"><v>2</v></c><c r="F4"><v>2</v></c>');
	const style = Number(/<c r="D4" s="(\d+)"><v>46350<\/v>/.exec(bob)![1]);
	const styles = parts.get('xl/styles.xml')!;
	const format = /<numFmt numFmtId="(\d+)" formatCode="yyyy-mm-dd"/.exec(styles)![1]!;
	const cellFormats = /<cellXfs.*<\/cellXfs>/.exec(styles)![0].match(/<xf [^>]*/g)!;
	expect(cellFormats[style]).toContain(`numFmtId="${format}"`);
});

test('[W6] F12 no part holds a formula, whatever the texts', async () => {
	const rows = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '<f>1+1</f>', '</v></c><c><f>1</f>'];
	const bytes = await bytesOf([...reportSheets(smallSnapshot), table(rows.map((text) => [text]))]);
	for (const [path, xml] of partsOf(bytes)) expect(/<f[\s/>]/.test(xml), path).toBe(false);
	const found = await readByReadExcelFile(bytes);
	expect(found.get('Table')!.map((row) => row[0])).toEqual(rows.map(readable));
});

test.each([
	['a cell object with a formula', { t: 'n', v: 1, f: 'WEBSERVICE("http://example.com")' }],
	['a formula behind a date', { date: '2026-11-24"><f>1+1</f>', f: '1+1' }],
	['no day of the calendar', { date: '2026-13-40' }],
	['not a number', NaN],
	['infinity', -Infinity],
	['a truth value', true],
	['a list', ['=1+1']]
])('[W6] %s is refused', async (_, smuggled) => {
	const rows = JSON.parse('[[null]]') as Cell[][];
	Object.assign(rows[0]!, { 0: smuggled });
	await expect(writeWorkbook([table(rows)])).rejects.toThrow('not a cell');
});

test('[W6] a day that Excel counts wrongly or not at all is text', async () => {
	const days = ['0001-01-01', '1899-12-31', '1900-02-28', '1900-03-01', '9999-12-31'];
	const found = await readByExcelJs(await bytesOf([table(days.map((date) => [{ date }]))]));
	expect(found.get('Table')!.map(([cell]) => cell)).toEqual([
		...days.slice(0, 3),
		new Date('1900-03-01'),
		new Date('9999-12-31')
	]);
});

test('[W6] naughty strings come back as documented', async () => {
	const naughty = [
		'',
		' both ends ',
		'\n',
		'a'.repeat(10_000),
		'\u0000'.repeat(32_768),
		'😀'.repeat(20_000),
		'שלום עולם',
		'\u202Etest\u202E',
		'👩‍👩‍👧‍👦 é e\u0301',
		'=1+1',
		'\u0001\u0008\u000B\u001F\u007F\u0085',
		'\uD800 lone \uDC00',
		'_x0041_',
		'a\r\nb\rc\nd',
		'&lt;&amp;<![CDATA[x]]>',
		'__proto__',
		'constructor'
	];
	const rows = naughty.map((text) => ['|', text]);
	const bytes = await bytesOf([table(rows)]);
	for (const [, read] of READERS) {
		const found = await read(bytes);
		expect(found.get('Table')!.map((row) => row[1] ?? '')).toEqual(naughty.map(readable));
	}
});

test('[W6] F10 any text comes back as cleanText says', async () => {
	const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
	await fc.assert(
		fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (texts) => {
			const found = await readByReadExcelFile(await bytesOf([table(texts.map((text) => ['|', text]))]));
			expect(found.get('Table')!.map((row) => row[1] ?? '')).toEqual(texts.map(readable));
		}),
		{ numRuns: 60 }
	);
});

test('[W7] F13 a long table over several tabs keeps every row, and a sheet past the limit is refused', async () => {
	const sheets = reportSheets(rowsOf(1_500), 1_000);
	const found = await readByReadExcelFile(await bytesOf(sheets));
	expect([...found.keys()].slice(3)).toEqual([
		'Detailed Usage',
		'Detailed Usage 2',
		'Detailed Usage 3',
		'Detailed Usage 4',
		'Detailed Usage 5'
	]);
	for (const sheet of sheets) expect(found.get(sheet.name)).toEqual(expected(sheet));
	const tooLong = { ...sheets[3]!, rowCount: 1_048_576 };
	await expect(writeWorkbook([tooLong])).rejects.toThrow(RangeError);
});

test('[W9] tables have widths, a filter over all rows and a header that stays', async () => {
	const parts = partsOf(await bytesOf(reportSheets(smallSnapshot)));
	const [summary, seats, details] = [1, 2, 3].map((i) => parts.get(`xl/worksheets/sheet${i}.xml`)!);
	expect(summary).not.toContain('autoFilter');
	expect(seats).toContain('<autoFilter ref="A1:F5"/>');
	expect(details).toContain('<autoFilter ref="A1:G6"/>');
	expect(details).toContain('<dimension ref="A1:G6"/>');
	expect(details).toContain('ySplit="1"');
	expect(details!.match(/<col [^>]*customWidth="1"/g)).toHaveLength(7);
	expect(parts.get('xl/workbook.xml')).toContain('&apos;Detailed Usage&apos;!$A$1:$G$6');
});

test('[W8] the same snapshot gives the same bytes', async () => {
	const first = await bytesOf(reportSheets(rowsOf(1_500)));
	expect(first.equals(await bytesOf(reportSheets(rowsOf(1_500))))).toBe(true);
	expect(strFromU8(unzipSync(first)['docProps/core.xml']!)).not.toContain('created');
});

test('progress is told as rows are written, up to all of them', async () => {
	const told: [number, number][] = [];
	await writeWorkbook(reportSheets(rowsOf(1_500)), (done, total) => void told.push([done, total]));
	const total = reportSheets(rowsOf(1_500)).reduce((sum, sheet) => sum + sheet.rowCount, 0);
	expect(told.length).toBeGreaterThan(3);
	expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b));
	expect(told.at(-1)).toEqual([total, total]);
});

test('writing stops when its listener throws', async () => {
	let told = 0;
	const stop = async (): Promise<void> => {
		if (++told === 2) throw new Error('cancelled');
	};
	await expect(writeWorkbook(reportSheets(rowsOf(1_500)), stop)).rejects.toThrow('cancelled');
	expect(told).toBe(2);
});

const office = ['soffice', 'libreoffice'].find((name) => {
	try {
		execFileSync(name, ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false; // not on this machine
	}
});

// Needs LibreOffice on PATH: a third reader, and the only one here that would compute a formula.
test.skipIf(!office)('[W6] LibreOffice shows =1+1 as text and days as days', () => {
	const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
	return bytesOf(reportSheets(smallSnapshot).slice(1, 2))
		.then((bytes) => {
			writeFileSync(join(folder, 'report.xlsx'), bytes);
			execFileSync(office!, [
				'--headless',
				'--convert-to',
				'csv',
				'--outdir',
				folder,
				join(folder, 'report.xlsx')
			]);
			const lines = readFileSync(join(folder, 'report.csv'), 'utf8').split('\n');
			expect(lines[1]).toBe('=1+1,+104,Monitored Agent,,1,1');
			expect(lines[2]).toBe('Alice,101,Viewer,2026-11-01,0,0');
		})
		.finally(() => rmSync(folder, { recursive: true }));
});
