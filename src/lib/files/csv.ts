/** One cell: text as it is, or a number. */
export type Cell = string | number;

/** A spreadsheet would take text that begins so for a formula (CWE-1236), after spaces too. */
const LIKE_A_FORMULA = /^\s*[=+\-@\t\r|%\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/;

/**
 * Rows as CSV: commas, CRLF, a byte order mark so that Excel reads UTF-8. Text that a spreadsheet would take for a
 * formula gets an apostrophe before it; numbers stay numbers.
 */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
	`\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;

function cellText(cell: Cell): string {
	if (typeof cell === 'number') return String(cell);
	const safe = LIKE_A_FORMULA.test(cell) ? `'${cell}` : cell;
	return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
