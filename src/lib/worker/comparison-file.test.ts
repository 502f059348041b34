import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import ten from '../content/ten-licenses.json';
import { type ScenarioFile } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { ASSUMPTION_IDS } from '$lib/domain/assumption';
import { UNOFFICIAL } from '$lib/text/report';
import { EMPTY_PARTITION } from '../store/chunks';
import { comparisonFile } from './comparison-file';
import { hold } from './held';

const file = ten as unknown as ScenarioFile;
const prices = { liveReports: 3050, callQueuesBooster: null, customerEngagementBundle: null };
const scenario = {
	...file,
	account: { ...file.account, prices },
	viewings: packViewings(file.viewings)
};
const held = hold({ id: 's', revision: 3, scenario, partition: EMPTY_PARTITION }, undefined, 0);
const whatIfs = [
	{
		id: 'w',
		name: '=Stop "Detroit"',
		changes: [
			{
				id: 'c',
				command: 'stopMonitoring',
				input: JSON.stringify({ stops: [{ queueId: scenario.queues[0]!.id, dashboardId: null }] })
			},
			{ id: 'x', command: 'setOwned', input: '{}' }
		]
	}
];
const context = {
	retried: false,
	progress: () => undefined,
	pause: () => Promise.resolve(),
	transfer: () => undefined
};

test('[I3] [W6] the workbook has each figure with its difference, as numbers, and the assumptions', async () => {
	const made = await comparisonFile(held, whatIfs, 'xlsx', context);
	expect(made.name).toBe('Live Reports What-if_20261124_090000.xlsx');
	const book = new ExcelJS.Workbook();
	await book.xlsx.load(await made.blob.arrayBuffer());
	expect(book.worksheets.map(({ name }) => name)).toEqual(['Comparison', 'Changes', 'Notes']);
	const row = (label: string) => {
		const rows = book.getWorksheet('Comparison')!.getSheetValues() as unknown[][];
		return rows.find((cells) => cells?.[1] === label)?.slice(3);
	};
	expect(row('Needed')).toEqual([10, 7, -3]);
	expect(row('Needed seats')).toEqual([305, 213.5, -91.5]);
	expect(row('Active')).toEqual([10, 10, 0]);
	const [, heading] = book.getWorksheet('Changes')!.getSheetValues() as unknown[][];
	expect(heading?.slice(1)).toEqual(['What-if', 'Change']);
	const notes = JSON.stringify(book.getWorksheet('Notes')!.getSheetValues());
	for (const words of [UNOFFICIAL, ...ASSUMPTION_IDS]) expect(notes).toContain(words);
	book.eachSheet((sheet) =>
		sheet.eachRow((cells) => cells.eachCell((cell) => expect(cell.formula).toBeUndefined()))
	);
});

test('[I3] [S9] F12 the CSV says the same, and no text of it is a formula', async () => {
	const made = await comparisonFile(held, whatIfs, 'csv', context);
	const text = await made.blob.text();
	expect(made.name).toMatch(/\.csv$/);
	expect(text).toContain('Needed,L7,10,7,-3\r\n');
	expect(text).toContain(`"'=Stop ""Detroit"""`);
	expect(text).toMatch(/not possible: /);
	for (const words of ASSUMPTION_IDS) expect(text).toContain(words);
	expect(text).not.toMatch(/(^|,)=/m);
});
