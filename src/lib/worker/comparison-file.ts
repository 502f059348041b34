import { type Comparison } from '$lib/domain/comparison';
import { type WhatIf, type WhatIfChange } from '$lib/domain/what-if';
import { changeText, comparisonFileName, comparisonNotes } from '$lib/text/comparison';
import { nameText } from '$lib/text/format';
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
	const columns: Comparison['columns'][number][] = [];
	for (const { name, changes } of [{ name: 'Today', changes: [] }, ...whatIfs]) {
		await context.pause();
		columns.push(column(held, name, changes));
	}
	const { account, asOf } = scenario;
	const comparison: Comparison = {
		scenario: scenario.name,
		account: account.name,
		asOf,
		timeZone: account.timeZone,
		currency: account.currency,
		centers: account.costCenters,
		columns
	};
	const blob =
		format === 'xlsx'
			? new Blob(await writeWorkbook(comparisonSheets(comparison)), { type: XLSX })
			: new Blob([csvText(csvRows(comparison))], { type: 'text/csv' });
	return { name: comparisonFileName(held.snapshot.summary, format), blob, revision };
}

function column(held: Held, name: string, changes: readonly WhatIfChange[]) {
	const { summary, costs, changes: told } = answerOf(held, changes);
	return {
		name: nameText(name),
		changes: told.map(changeText),
		summary,
		costs,
		relief: forecastOf(held, changes).relief
	};
}

const csvRows = (comparison: Comparison) =>
	[
		...comparisonTable(comparison),
		[],
		...changesTable(comparison),
		[],
		...comparisonNotes(comparison).map((note) => [note])
	].map((row) => row.map((cell) => (cell === null ? '' : typeof cell === 'object' ? cell.date : cell)));
