import {
	type CandidateColumn,
	type Field,
	FIELDS,
	type MappingQuestion,
	tableId,
	type TableKind,
	type TableMapping
} from '$lib/domain/import';
import { shownText } from './faults';
import { folded, HEADINGS, NEEDED, SUMMARY_LABEL, TELLING } from './headings';
import { lineIn, placeOf, type Table, type TableRow } from './table';

/** What a table is, or what must be asked; `unknown` tables of a workbook may simply be left out. */
export type Mapped =
	| { readonly kind: 'mapped'; readonly mapping: TableMapping }
	| { readonly kind: 'doubt'; readonly question: MappingQuestion }
	| { readonly kind: 'unknown'; readonly question: MappingQuestion };

type Columned = Exclude<TableKind, 'summary'>;
const KINDS = ['details', 'seats', 'queues', 'people'] as const satisfies readonly Columned[];

/** Instructions and section titles stand above the headings of some lists. */
const HEADING_ROWS = 30;
const SAMPLES = 3;

interface Attempt {
	readonly mapping: TableMapping;
	readonly doubtful: MappingQuestion['doubtful'];
	readonly found: number;
	readonly isWhole: boolean;
}

/** What the user said of a table before its columns are known: what it is, and where its headings are. */
export type Wish = Pick<TableMapping, 'kind' | 'headerRow'>;

/** Recognizes a table by what stands in it, never by its name or order; a wish is followed. */
export function mapTable(table: Table, wish?: Wish): Mapped {
	if (wish?.kind !== undefined && wish.kind !== 'ignore' && wish.kind !== 'summary')
		return asWished(table, wish.kind, wish.headerRow);
	if (isSummary(table)) return { kind: 'mapped', mapping: { kind: 'summary', headerRow: 0, columns: {} } };
	let best: Attempt | undefined;
	for (const { row, cells } of table.rows.slice(0, HEADING_ROWS)) {
		const headings = headingsOf(cells);
		if (headings.filter((heading) => heading !== '').length < 2 && table.rows.length > 1 && cells.length > 1)
			continue;
		for (const kind of KINDS) {
			const attempt = attemptAt(kind, row, headings);
			if (best === undefined || better(attempt, best)) best = attempt;
		}
	}
	const columns = best === undefined ? [] : columnsOf(table, best.mapping.headerRow);
	const question = (guess: Attempt | undefined): MappingQuestion => ({
		id: tableId(table.file, table.tab),
		place: placeOf(table),
		guess: guess?.mapping ?? null,
		doubtful: guess?.doubtful ?? [],
		columns: columns.length > 0 ? columns : columnsOf(table, 0)
	});
	if (best === undefined || best.found < 2)
		return { kind: 'unknown', question: question(best?.found === 0 ? undefined : best) };
	if (best.isWhole && best.doubtful.length === 0) return { kind: 'mapped', mapping: best.mapping };
	return { kind: 'doubt', question: question(best) };
}

const headingsOf = (cells: TableRow['cells']): string[] =>
	cells.map((cell) => (typeof cell === 'string' ? folded(cell) : ''));

function asWished(table: Table, kind: Columned, headerRow: number): Mapped {
	const { mapping, doubtful, isWhole } = attemptAt(
		kind,
		headerRow,
		headingsOf(table.rows.find(({ row }) => row === headerRow)?.cells ?? [])
	);
	if (isWhole && doubtful.length === 0) return { kind: 'mapped', mapping };
	const columns = columnsOf(table, headerRow);
	return {
		kind: 'doubt',
		question: { id: tableId(table.file, table.tab), place: placeOf(table), guess: mapping, doubtful, columns }
	};
}

const better = (a: Attempt, b: Attempt): boolean =>
	a.isWhole !== b.isWhole ? a.isWhole : a.found !== b.found ? a.found > b.found : false;

function attemptAt(kind: Columned, row: number, headings: readonly string[]): Attempt {
	const columns: Partial<Record<Field, number>> = {};
	const doubtful: { field: Field; candidates: number[] }[] = [];
	const taken = new Set<number>();
	// The surest heading of any field first, so that a vague one does not take a column that another names exactly.
	const wishes = (Object.entries(HEADINGS[kind]) as [Field, readonly string[]][]).flatMap(([field, names]) =>
		names.map((name, rank) => ({ field, name, rank }))
	);
	for (const { field, name } of wishes.toSorted((a, b) => a.rank - b.rank)) {
		if (columns[field] !== undefined) continue;
		const at = headings.flatMap((heading, i) => (heading === name && !taken.has(i) ? [i] : []));
		if (at.length === 0) continue;
		columns[field] = at[0]! + 1;
		at.forEach((i) => taken.add(i));
		if (at.length > 1) doubtful.push({ field, candidates: at.map((i) => i + 1) });
	}
	const found = Object.keys(columns).length;
	const free = headings.flatMap((heading, i) => (heading !== '' && !taken.has(i) ? [i + 1] : []));
	const missing = NEEDED[kind].filter((group) => !group.some((field) => columns[field] !== undefined));
	for (const group of missing) doubtful.push({ field: group[0]!, candidates: free });
	const isTold = TELLING[kind].some((field) => columns[field] !== undefined);
	return {
		mapping: { kind, headerRow: row, columns },
		doubtful,
		found,
		isWhole: missing.length === 0 && isTold
	};
}

function isSummary(table: Table): boolean {
	const labels = new Set<string>(Object.values(SUMMARY_LABEL).flat());
	let found = 0;
	for (const { cells } of table.rows.slice(0, HEADING_ROWS))
		if (cells.filter((cell) => typeof cell === 'string' && labels.has(folded(cell))).length === 1) found++;
	return found >= 3;
}

/** The table's columns: headings and some of what stands below. */
export function columnsOf(table: Table, headerRow: number): CandidateColumn[] {
	const at = table.rows.findIndex(({ row }) => row === headerRow);
	const headings = table.rows[at]?.cells ?? [];
	const below = table.rows.slice(at + 1, at + 1 + SAMPLES);
	const width = Math.max(headings.length, ...below.map(({ cells }) => cells.length), 0);
	return Array.from({ length: Math.min(width, 64) }, (_, i) => ({
		column: i + 1,
		heading: shownText(lineIn(headings[i])),
		samples: below.map(({ cells }) => shownText(lineIn(cells[i])))
	}));
}

/** A mapping from outside that can be used on the table: columns that exist, fields that are known. */
export function isUsable(mapping: TableMapping, table: Table): boolean {
	if (mapping.kind === 'ignore' || mapping.kind === 'summary') return true;
	const width = table.rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
	const columns = Object.entries(mapping.columns);
	if (
		!columns.every(
			([field, at]) => FIELDS.includes(field as Field) && Number.isInteger(at) && at >= 1 && at <= width
		)
	)
		return false;
	return NEEDED[mapping.kind].every((group) => group.some((field) => mapping.columns[field] !== undefined));
}
