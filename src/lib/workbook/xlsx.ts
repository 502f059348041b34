import { strFromU8, unzipSync } from 'fflate';
import { utils, write, type WorkSheet } from 'xlsx';
import { putRow, SharedTexts } from './row-xml';
import { type Sheet } from './sheet';
import { ROW_LIMIT } from './sheets';
import { archive } from './zip';

const ROWS_PER_CHUNK = 2_000;
const SHARED_TEXTS = 'xl/sharedStrings.xml';

/**
 * Writes sheets as .xlsx and answers its bytes in pieces, in order. SheetJS makes the package around the rows;
 * the rows are made, compressed and let go some thousand at a time, so memory does not grow with them.
 * `onChunk` is awaited after each such piece; if it throws, writing stops and the promise rejects with that.
 */
export async function writeWorkbook(
	sheets: readonly Sheet[],
	onChunk?: (rowsDone: number, rowsTotal: number) => void | Promise<void>
): Promise<Uint8Array<ArrayBuffer>[]> {
	const zip = archive();
	const texts = new SharedTexts();
	const rowsTotal = sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0);
	let rowsDone = 0;

	for (const [path, xml] of packageAround(sheets)) {
		if (path === SHARED_TEXTS) continue;
		const { out, flow, end } = zip.part(path);
		const sheet = sheets[sheetIndex(path)];
		if (sheet) {
			const { before, dateStyle, after } = openAt(xml, sheet);
			out.utf8(before);
			if (sheet.header) putRow(out, sheet.header, 1, texts, dateStyle);
			const firstRow = sheet.header ? 2 : 1;
			for (let row = 0; row < sheet.rowCount; row++) {
				putRow(out, sheet.cells(row), firstRow + row, texts, dateStyle);
				rowsDone++;
				if (rowsDone % ROWS_PER_CHUNK !== 0 && row + 1 < sheet.rowCount) continue;
				flow();
				await onChunk?.(rowsDone, rowsTotal);
			}
			out.utf8(after);
		} else out.utf8(xml);
		end();
	}

	// Last, when every text has its number.
	const { out, flow, end } = zip.part(SHARED_TEXTS);
	out.ascii('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n');
	out.ascii('<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">');
	for (const text of texts.xml()) {
		out.utf8(text);
		flow();
	}
	out.ascii('</sst>');
	end();
	return zip.end();
}

const sheetIndex = (path: string): number => Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path)?.[1]) - 1;

/** Every part of the package as SheetJS makes it, each sheet with one row that stands for all. */
function packageAround(sheets: readonly Sheet[]): [path: string, xml: string][] {
	const book = utils.book_new();
	const filters = sheets.flatMap((sheet, i) =>
		// SheetJS fills in the range; without a hidden name of its own, Excel asks to repair the filter.
		sheet.header ? [{ Name: '_xlnm._FilterDatabase', Sheet: i, Hidden: true, Ref: '' }] : []
	);
	book.Workbook = { Names: filters };
	for (const sheet of sheets) utils.book_append_sheet(book, sample(sheet), sheet.name);
	const bytes = write(book, { type: 'array', bookSST: true }) as ArrayBuffer;
	return Object.entries(unzipSync(new Uint8Array(bytes))).map(([path, part]) => {
		const xml = strFromU8(part);
		return [path, path === 'xl/styles.xml' ? ownFormat(xml) : xml];
	});
}

/** SheetJS numbers its own date format 60; below 164 are the built-in ones, and strict readers see no date. */
const ownFormat = (styles: string): string => styles.replaceAll('numFmtId="60"', 'numFmtId="164"');

const SAMPLE = 'A1:B1';

const sample = (sheet: Sheet): WorkSheet => ({
	'!data': [
		[
			{ t: 'n', v: 1, z: 'yyyy-mm-dd' },
			{ t: 's', v: 'text' }
		]
	],
	'!ref': SAMPLE,
	'!cols': sheet.widths.map((wch) => ({ wch })),
	...(sheet.header ? { '!autofilter': { ref: rangeOf(sheet) } } : {})
});

const rangeOf = (sheet: Sheet): string => {
	const rows = sheet.rowCount + (sheet.header ? 1 : 0);
	if (rows > ROW_LIMIT) throw new RangeError(`${sheet.name} has ${rows} rows, a sheet holds ${ROW_LIMIT}`);
	return utils.encode_range({ r: 0, c: 0 }, { r: Math.max(rows, 1) - 1, c: sheet.widths.length - 1 });
};

/** A sheet's XML around its rows, and the number that SheetJS gave to the date format. */
function openAt(xml: string, sheet: Sheet): { before: string; dateStyle: string; after: string } {
	const found = /^(.*<sheetData>)<row r="1"><c r="A1" s="(\d+)">.*<\/row>(<\/sheetData>.*)$/s.exec(xml);
	if (!found || /<f[ >]/.test(xml)) throw new Error('the package is not as expected');
	const [, before = '', dateStyle = '', after = ''] = found;
	const range = (text: string) => text.replaceAll(`ref="${SAMPLE}"`, `ref="${rangeOf(sheet)}"`);
	return { before: range(sheet.header ? freezeHeader(before) : before), dateStyle, after: range(after) };
}

/** Keeps the header row in view (W9); SheetJS has no word for it. */
const freezeHeader = (xml: string): string =>
	xml.replace(
		'<sheetView workbookViewId="0"/>',
		'<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
	);
