import { type Comparison } from '$lib/domain/comparison';
import { type ComparedCell, type ComparedRow, comparisonGroups, comparisonNotes } from '$lib/text/comparison';
import { minorDigits } from '$lib/text/money';
import { type Cell, type Sheet } from './sheet';

const WIDTH = 18;

/** The comparison as sheets: the figures with their deltas, what each what-if does, and what all of it stands on (I3). */
export function comparisonSheets(comparison: Comparison): readonly Sheet[] {
	return [
		sheet('Comparison', comparisonTable(comparison), [44, 8]),
		sheet('Changes', changesTable(comparison), [30, 90]),
		sheet(
			'Notes',
			comparisonNotes(comparison).map((note) => [note]),
			[120]
		)
	];
}

/** Heading row, then one row a figure: label, rule, today, then each what-if and its difference. */
export function comparisonTable(comparison: Comparison): readonly (readonly Cell[])[] {
	const { columns, scenario, account, asOf, timeZone, currency } = comparison;
	const digits = minorDigits(currency);
	const [today, ...whatIfs] = columns;
	return [
		['Scenario', '', scenario],
		['Account', '', account],
		['As of', '', `${asOf} (${timeZone})`],
		['Currency', '', currency],
		[],
		['Figure', 'Rule', today?.name ?? '', ...whatIfs.flatMap(({ name }) => [name, `${name}: difference`])],
		...comparisonGroups(comparison).flatMap(({ title, rows }) => [
			[title],
			...rows.map((row): Cell[] => [
				row.label,
				row.rule,
				valueOf(row, row.cells[0], digits),
				...row.cells.slice(1).flatMap((cell) => [valueOf(row, cell, digits), differenceOf(row, cell, digits)])
			])
		])
	];
}

/** What each what-if does, one change a row. */
export const changesTable = ({ columns }: Comparison): readonly (readonly Cell[])[] => [
	['What-if', 'Change'],
	...columns.slice(1).flatMap(({ name, changes }) => changes.map((change) => [name, change]))
];

function valueOf({ kind }: ComparedRow, cell: ComparedCell | undefined, digits: number): Cell {
	const value = cell?.value ?? null;
	if (value === null) return kind === 'money' ? 'not known' : null;
	return typeof value === 'bigint' ? major(value, digits) : value;
}

function differenceOf({ kind, cells }: ComparedRow, { value }: ComparedCell, digits: number): Cell {
	const now = cells[0]?.value ?? null;
	if (kind === 'text' || value === null || now === null) return null;
	return kind === 'money' ? major(BigInt(value) - BigInt(now), digits) : Number(value) - Number(now);
}

/** A sheet's number for an amount in minor units. */
const major = (amount: bigint, digits: number): number => Number(amount) / 10 ** digits;

function sheet(name: string, rows: readonly (readonly Cell[])[], widths: readonly number[]): Sheet {
	const columns = rows.reduce((most, row) => Math.max(most, row.length), widths.length);
	return {
		name,
		widths: Array.from({ length: columns }, (_, column) => widths[column] ?? WIDTH),
		header: null,
		rowCount: rows.length,
		cells: (row) => rows[row]!
	};
}
