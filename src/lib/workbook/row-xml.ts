import { type ByteBuffer } from './byte-buffer';
import { cleanText } from './clean-text';
import { type Cell } from './sheet';

/** The workbook's distinct texts, each written once: a cell holds its number. Grows with texts, not with rows. */
export class SharedTexts {
	readonly #numbers = new Map<string, number>();

	/** The number of a text, new or known. */
	numberOf(text: string): number {
		const known = this.#numbers.get(text);
		if (known !== undefined) return known;
		this.#numbers.set(text, this.#numbers.size);
		return this.#numbers.size - 1;
	}

	/** Every text as XML, cleaned (W6), in the order of their numbers. */
	*xml(): Generator<string> {
		for (const text of this.#numbers.keys()) yield `<si>${textXml(cleanText(text))}</si>`;
	}
}

// Without the attribute, readers drop white space at either end.
const textXml = (text: string): string =>
	`<t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')}</t>`;

const COLUMNS = Array.from({ length: 26 }, (_, column) => `<c r="${String.fromCharCode(65 + column)}`);

/**
 * Appends one row as XML; `row` counts from 1, `dateStyle` is the style of date cells. All of it is ASCII.
 * Throws a TypeError on what is no Cell: data from outside can't bring a formula.
 */
export function putRow(
	out: ByteBuffer,
	cells: readonly Cell[],
	row: number,
	texts: SharedTexts,
	dateStyle: string
): void {
	const rowDigits = String(row);
	out.ascii(`<row r="${rowDigits}">`);
	for (let column = 0; column < cells.length; column++) {
		const cell = cells[column];
		if (cell === null || cell === undefined) continue;
		out.ascii(COLUMNS[column]!);
		out.ascii(rowDigits);
		const value = typeof cell === 'object' ? (serialOf(cell.date) ?? cell.date) : cell;
		if (typeof value === 'string') {
			out.ascii('" t="s"><v>');
			out.number(texts.numberOf(value));
		} else if (Number.isFinite(value)) {
			out.ascii(typeof cell === 'object' ? `" s="${dateStyle}"><v>` : '"><v>');
			out.number(value);
		} else throw new TypeError(`not a cell: ${JSON.stringify(cell)}`);
		out.ascii('</v></c>');
	}
	out.ascii('</row>');
}

const DAY_SHAPE = /^\d{4}-\d\d-\d\d$/;
/** 1970-01-01 as Excel counts days. */
const EPOCH = 25_569;
/** 1900-03-01: before it, Excel's count holds a day that never was. */
const FIRST_SAFE = 61;

/** The days of a report are few and come again and again; the map is emptied before it could grow. */
const serials = new Map<string, number | null>();

/** A civil day as Excel's serial number, or null for one too early to be a date there. */
function serialOf(date: string): number | null {
	const known = serials.get(date);
	if (known !== undefined) return known;
	if (serials.size > 1_000) serials.clear();
	const found = countedSerial(date);
	serials.set(date, found);
	return found;
}

function countedSerial(date: string): number | null {
	const serial = DAY_SHAPE.test(date) ? Date.parse(date) / 86_400_000 + EPOCH : NaN;
	return serial < FIRST_SAFE ? null : serial;
}
