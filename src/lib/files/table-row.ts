import { type Field, type TableMapping } from '$lib/domain/import';
import { type DateStyle, readDate, type ReadDate } from './dates';
import { personIn, type PersonName } from './facts';
import { shownText } from './faults';
import { folded } from './headings';
import { type Problems } from './problems';
import { lineIn, placeOf, type Table, type TableRow, textIn, type Value } from './table';

const CELL_ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA)$/;

/** The days of `to` and `from` in the report's own window. */
export interface Window {
	readonly from: string | null;
	readonly to: string | null;
}

/** A whole number of people or licenses; `1,234` too. */
export function countIn(value: Value): number | null {
	const text = textIn(value);
	const number = /^\d{1,3}(,\d{3})*$|^\d{1,10}$/.test(text) ? Number(text.replaceAll(',', '')) : NaN;
	return Number.isSafeInteger(number) && number <= 1_000_000_000 ? number : null;
}

/** Reads cells of one row by the table's mapping. */
export class Row {
	readonly #table: Table;
	readonly #mapping: TableMapping;
	readonly #problems: Problems;
	readonly #row: TableRow;

	constructor(table: Table, mapping: TableMapping, problems: Problems, row: TableRow) {
		this.#table = table;
		this.#mapping = mapping;
		this.#problems = problems;
		this.#row = row;
	}

	place(field?: Field) {
		return placeOf(
			this.#table,
			this.#row.row,
			field === undefined ? undefined : this.#mapping.columns[field]
		);
	}

	value(field: Field): Value {
		const column = this.#mapping.columns[field];
		return column === undefined ? null : this.#row.cells[column - 1];
	}

	/** Text in one line, but where several people may stand in it; a cell that holds an error of its program is empty, and said to be. */
	text(field: Field): string {
		const value = this.value(field);
		const text = field === 'members' || field === 'managers' ? textIn(value) : lineIn(value);
		if (text[0] !== '#' || !CELL_ERROR.test(text)) return text;
		this.#problems.add('CELL_ERROR', this.place(field), [], { value: text });
		return '';
	}

	/** Who the row is about; null when it names nobody. */
	person(): PersonName | null {
		const name = this.text('name');
		const extension = extensionIn(this.value('extension'), this.#problems);
		if (extension !== '' || this.#mapping.columns.extension !== undefined)
			return name === '' && extension === '' ? null : { name, extension };
		return personIn(name);
	}

	/** Undefined: the row is to be left out. */
	date(field: Field, style: DateStyle, window: Window): ReadDate | null | undefined {
		const value = this.value(field);
		if (textIn(value) === '' || /^(-|–|n\/a|never|none)$/i.test(textIn(value))) return null;
		const date = readDate(value, style);
		if (date === null) {
			const fix = this.#problems.add('NOT_A_DATE', this.place(field), ['keep-empty', 'skip'], {
				value: shownText(textIn(value))
			});
			return fix === 'skip' ? undefined : null;
		}
		const isInside = (window.from ?? date.day) <= date.day && date.day <= (window.to ?? date.day);
		if (isInside) return date;
		const fix = this.#problems.add('DATE_OUTSIDE', this.place(field), ['keep', 'keep-empty', 'skip'], {
			day: date.day,
			from: window.from ?? '',
			to: window.to ?? ''
		});
		return fix === 'skip' ? undefined : fix === 'keep-empty' ? null : date;
	}
}

/** An extension as text. A number has lost its leading zeros, if it had any. */
export function extensionIn(value: Value, problems: Problems): string {
	if (typeof value === 'number') {
		problems.note('NUMERIC_EXTENSIONS');
		return Number.isSafeInteger(value) && value >= 0 ? String(value) : textIn(value);
	}
	const text = textIn(value);
	return CELL_ERROR.test(text) ? '' : (/^(?:x|ext\.?)\s*(\d{1,13})$/i.exec(text)?.[1] ?? text);
}

/** The rows below the headings. */
export const bodyOf = (table: Table, mapping: TableMapping): readonly TableRow[] =>
	table.rows.filter(({ row }) => row > mapping.headerRow);

/** What stands first in a row of totals: `Total`, `Grand total:`, `Totals: 12`, `Total users`. */
const TOTALS =
	/^(?:(?:grand |sub ?|overall )?totals?(?: (?:active )?(?:users?|people|agents?|viewers?|members?|queues?|rows?|licen[cs]es))?|sum)(?: \d+)?$/;

/** Whether a row sums up those above it: it begins as such rows do, and else there are only figures in it. */
function isTotals({ cells }: TableRow): boolean {
	const [first, ...others] = cells.filter((cell) => textIn(cell) !== '');
	return (
		typeof first === 'string' && TOTALS.test(folded(first)) && others.every((cell) => countIn(cell) !== null)
	);
}

/** Rows between two yields. */
const SLICE = 4_096;

/** The rows below the headings but those of totals; now and then null, to go on later. */
export function* bodyRows(table: Table, mapping: TableMapping, problems: Problems): Generator<Row | null> {
	let done = 0;
	for (const cells of bodyOf(table, mapping)) {
		if (++done % SLICE === 0) yield null;
		const row = new Row(table, mapping, problems, cells);
		if (isTotals(cells) && problems.add('TOTALS_ROW', row.place(), ['skip', 'keep']) === 'skip') continue;
		yield row;
	}
}
