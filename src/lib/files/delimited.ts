import { ImportFaulted } from './import-faulted';
import { type ImportLimits } from './import-limits';
import { type Table, type TableRow } from './table';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LINES_TO_WEIGH = 20;
/** Rows between two yields. */
const SLICE = 4_096;

/**
 * Reads text as RFC 4180 says, and as office programs write it: any of four delimiters, any line end, quotes doubled
 * inside quotes, line ends inside quotes, a `sep=` line. Nothing is guessed about values: "0123" and "1-2" stay text.
 * Yields the characters done; throws ImportFaulted.
 */
export function* readDelimited(text: string, file: string, limits: ImportLimits): Generator<number, Table> {
	const separator = /^sep=(.)\r?\n?/.exec(text);
	const delimiter = separator?.[1] ?? delimiterOf(text);
	const rows: TableRow[] = [];
	const length = text.length;
	let at = separator?.[0].length ?? 0;
	let line = separator ? 2 : 1;
	let count = 0;
	while (at < length) {
		const cells: string[] = [];
		const row = line;
		let isEnd = false;
		while (!isEnd) {
			let cell: string;
			if (text[at] === '"') {
				cell = '';
				let close = at + 1;
				for (;;) {
					const quote = text.indexOf('"', close);
					if (quote < 0) throw new ImportFaulted('QUOTE_OPEN', { line: row }, { file, row });
					cell += text.slice(close, quote);
					if (text[quote + 1] !== '"') {
						at = quote + 1;
						break;
					}
					cell += '"';
					close = quote + 2;
				}
				for (const inside of cell) if (inside === '\n') line++;
				// What follows a closing quote, by mistake, belongs to the cell all the same.
				const stop = stopOf(text, at, delimiter);
				cell += text.slice(at, stop);
				at = stop;
			} else {
				const stop = stopOf(text, at, delimiter);
				cell = text.slice(at, stop);
				at = stop;
			}
			cells.push(cell);
			if (text[at] === delimiter) at++;
			else isEnd = true;
		}
		if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
		else at++;
		line++;
		if (cells.some((cell) => cell !== '')) rows.push({ row, cells });
		if (rows.length > limits.rows) throw new ImportFaulted('TOO_MANY_ROWS', { limit: limits.rows }, { file });
		if (++count % SLICE === 0) yield at;
	}
	return { file, rows, date1904: false };
}

/** Where an unquoted cell ends: the next delimiter, line end or the end of the text. */
function stopOf(text: string, from: number, delimiter: string): number {
	let at = from;
	while (at < text.length) {
		const letter = text[at];
		if (letter === delimiter || letter === '\n' || letter === '\r') break;
		at++;
	}
	return at;
}

/** The delimiter that cuts the first lines, quotes aside, into most and equally many cells; a comma when none does. */
function delimiterOf(text: string): string {
	const counts = DELIMITERS.map(() => [0]);
	let isQuoted = false;
	for (let at = 0; at < text.length && counts[0]!.length <= LINES_TO_WEIGH; at++) {
		const letter = text[at]!;
		if (letter === '"') isQuoted = !isQuoted;
		else if (isQuoted) continue;
		else if (letter === '\n') counts.forEach((lines) => lines.push(0));
		else {
			const which = DELIMITERS.indexOf(letter as (typeof DELIMITERS)[number]);
			if (which >= 0) counts[which]![counts[which]!.length - 1]!++;
		}
	}
	const weights = counts.map((lines) => {
		const used = lines.filter((count) => count > 0);
		const usual = used.toSorted((a, b) => a - b)[used.length >> 1] ?? 0;
		return usual === 0 ? 0 : used.filter((count) => count === usual).length * 100 + usual;
	});
	const best = weights.indexOf(Math.max(...weights));
	return weights[best] === 0 ? ',' : DELIMITERS[best]!;
}
