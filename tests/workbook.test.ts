import ExcelJS from 'exceljs';
import readExcelFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { type Cell, type Sheet } from '$lib/workbook/sheet';
import { reportSheets } from '$lib/workbook/sheets';
import { writeWorkbook } from '$lib/workbook/xlsx';
import { largeSnapshot } from './bench/workbook';

const sheets = reportSheets(largeSnapshot(50_000));
const bytes = Buffer.concat(await writeWorkbook(sheets));

/** One cell as text: an empty one is '', a day its date. */
const said = (value: unknown): string => {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	return typeof value === 'object' ? (value as { date: string }).date : JSON.stringify(value);
};

/** Compares row by row and stops at the first difference: a whole-table comparison would take minutes. */
function expectSame(sheet: Sheet, read: (row: number, column: number) => unknown, rows: number): void {
	const header = sheet.header ? 1 : 0;
	expect(rows).toBe(sheet.rowCount + header);
	for (let row = 0; row < rows; row++) {
		const cells: readonly Cell[] = row < header ? sheet.header! : sheet.cells(row - header);
		for (let column = 0; column < sheet.widths.length; column++)
			if (said(read(row, column)) !== said(cells[column]))
				expect(read(row, column), `${sheet.name} row ${row + 1} column ${column + 1}`).toEqual(cells[column]);
	}
}

it('[W5] [W6] exceljs reads 50,000 detail rows back cell for cell', async () => {
	const book = new ExcelJS.Workbook();
	await book.xlsx.load(bytes as unknown as ArrayBuffer);
	for (const sheet of sheets) {
		const found = book.getWorksheet(sheet.name)!;
		const rows = found.getSheetValues();
		expectSame(
			sheet,
			(row, column) => (rows[row + 1] as unknown[] | undefined)?.[column + 1],
			found.rowCount
		);
	}
});

it('[W5] [W6] read-excel-file reads 50,000 detail rows back cell for cell', async () => {
	const found = new Map(
		(await readExcelFile(bytes, { trim: false })).map(({ sheet, data }) => [sheet, data])
	);
	for (const sheet of sheets) {
		const rows = found.get(sheet.name)!;
		expectSame(sheet, (row, column) => rows[row]?.[column], rows.length);
	}
});
