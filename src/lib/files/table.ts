import { type ImportPlace } from '$lib/domain/import';

/** What stands in a cell: text, a number as the file has it (a date is a serial number), or nothing. */
export type Value = string | number | null | undefined;

/** A row that holds anything; `row` counts from 1, as the file's own program shows it. */
export interface TableRow {
	readonly row: number;
	readonly cells: readonly Value[];
}

/** A tab, or a whole text file, as rows. */
export interface Table {
	readonly file: string;
	/** Absent for files without tabs. */
	readonly tab?: string;
	readonly rows: readonly TableRow[];
	/** Serial numbers count days from 1904 instead of 1900. */
	readonly date1904: boolean;
}

export const placeOf = (table: Table, row?: number, column?: number): ImportPlace => ({
	file: table.file,
	...(table.tab === undefined ? {} : { tab: table.tab }),
	...(row === undefined ? {} : { row }),
	...(column === undefined ? {} : { column })
});

/** A value as text, without the spaces around it; numbers as they are written, without exponents where possible. */
export function textIn(value: Value): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return String(value);
	return value.trim();
}

/** The same in one line: what a line break within a cell parts belongs together. */
export function lineIn(value: Value): string {
	const text = textIn(value);
	return /[\r\n\t\u2028]/.test(text) ? text.replace(/\s*[\r\n\t\u2028]+\s*/g, ' ') : text;
}
