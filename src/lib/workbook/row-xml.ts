import { cleanText } from './clean-text';
import { type Cell } from './sheet';

/** The workbook's distinct texts, each written once: a cell holds its number. Grows with texts, not with rows. */
export interface SharedTexts {
	/** The number of a text, cleaned (W6), new or known. */
	readonly numberOf: (text: string) => number;
	/** `<si>` of every text, in the order of their numbers. */
	readonly xml: () => Iterable<string>;
}

export function sharedTexts(): SharedTexts {
	const numbers = new Map<string, number>();
	return {
		numberOf: (text) => {
			const known = numbers.get(text);
			if (known !== undefined) return known;
			numbers.set(text, numbers.size);
			return numbers.size - 1;
		},
		xml: function* () {
			for (const text of numbers.keys()) yield `<si>${textXml(cleanText(text))}</si>`;
		}
	};
}

// Without the attribute, readers drop white space at either end.
const textXml = (text: string): string =>
	`<t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')}</t>`;

/** One row as XML; `row` counts from 1. Throws on what is no Cell: data from outside can't bring a formula. */
export function rowXml(cells: readonly Cell[], row: number, texts: SharedTexts, dateStyle: string): string {
	let xml = `<row r="${row}">`;
	for (let column = 0; column < cells.length; column++) {
		const cell = cells[column];
		if (cell === null || cell === undefined) continue;
		const open = `<c r="${String.fromCharCode(65 + column)}${row}"`;
		const value = typeof cell === 'object' ? (serialOf(cell.date) ?? cell.date) : cell;
		if (typeof value === 'string') xml += `${open} t="s"><v>${texts.numberOf(value)}</v></c>`;
		else if (!Number.isFinite(value)) throw new TypeError(`not a cell: ${JSON.stringify(cell)}`);
		else if (typeof cell === 'object') xml += `${open} s="${dateStyle}"><v>${value}</v></c>`;
		else xml += `${open}><v>${value}</v></c>`;
	}
	return xml + '</row>';
}

const DAY_SHAPE = /^\d{4}-\d\d-\d\d$/;
/** 1970-01-01 as Excel counts days. */
const EPOCH = 25_569;
/** 1900-03-01: before it, Excel's count holds a day that never was. */
const FIRST_SAFE = 61;

/** A civil day as Excel's serial number, or null for one too early to be a date there. */
function serialOf(date: string): number | null {
	const serial = DAY_SHAPE.test(date) ? Date.parse(date) / 86_400_000 + EPOCH : NaN;
	return serial < FIRST_SAFE ? null : serial;
}
