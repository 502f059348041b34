import { type Compared, type Comparison } from '$lib/domain/comparison';
import { type WhatIf } from '$lib/domain/what-if';
import { comparedColumn, comparisonFileName, comparisonNotes, comparisonOf } from '$lib/text/comparison';
import { csvText } from '../files/csv';
import { changesTable, comparisonSheets, comparisonTable } from '../workbook/comparison-sheets';
import { writeWorkbook } from '../workbook/xlsx';
import { type Held } from './held';
import { type MadeFile } from './protocol';
import { type Context } from './serve';
import { answerOf, forecastOf } from './what-if-answers';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Today and the what-ifs side by side, as a file with its assumptions (I3). */
export async function comparisonFile(
	held: Held,
	whatIfs: readonly WhatIf[],
	format: 'xlsx' | 'csv',
	context: Context
): Promise<MadeFile> {
	context.progress({ stage: 'writing', done: null });
	const { scenario, revision } = held.document;
	const columns: Compared[] = [];
	for (const { name, changes } of [{ name: 'Today', changes: [] }, ...whatIfs]) {
		await context.pause();
		columns.push(comparedColumn(name, answerOf(held, changes), forecastOf(held, changes).relief));
	}
	const comparison = comparisonOf(scenario, columns);
	const blob =
		format === 'xlsx'
			? new Blob(await writeWorkbook(comparisonSheets(comparison)), { type: XLSX })
			: new Blob([csvText(csvRows(comparison))], { type: 'text/csv' });
	return { name: comparisonFileName(held.snapshot.summary, format), blob, revision };
}

const csvRows = (comparison: Comparison) =>
	[
		...comparisonTable(comparison),
		[],
		...changesTable(comparison),
		[],
		...comparisonNotes(comparison).map((note) => [note])
	].map((row) => row.map((cell) => (cell === null ? '' : typeof cell === 'object' ? cell.date : cell)));
