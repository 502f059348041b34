import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import {
	axe,
	choose,
	createFrom,
	downloadOf,
	expect,
	goTo,
	noSidewaysScroll,
	openReport,
	sample,
	test
} from './fixtures';

const ODD = ['', 'x'.repeat(10_000), 'مريم السيد', '👩‍💻 Zoë', '=1+1', 'bell\u0007 and\ttab'];

test('odd names are shown, downloaded and exported as they are', async ({ page }) => {
	const file = sample('ten-licenses');
	file.name = '';
	ODD.forEach((name, index) => (file.people[index + 1]!.name = name));
	file.queues[0]!.name = '=cmd|"/c calc"!A1';
	const { costCenters } = file.account as typeof file.account & { costCenters: { name: string }[] };
	costCenters[1]!.name = 'N'.repeat(200);
	await createFrom(page, file);
	const main = page.getByRole('main');
	await expect(main.getByRole('link', { name: '(no name)', exact: true })).toBeVisible();
	await noSidewaysScroll(page);
	await axe(page);
	const exported = await downloadOf(page, () => choose(page, '(no name)', 'Export'));
	expect(JSON.parse(readFileSync(exported.path, 'utf8'))).toEqual(file);

	await openReport(page);
	await page.getByRole('tab', { name: 'Total Active Users' }).click();
	for (const name of ['(no name)', 'مريم السيد', '👩‍💻 Zoë', '=1+1'])
		await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
	await noSidewaysScroll(page);
	await axe(page);
	await page.getByRole('button', { name: /^x{50}/ }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await axe(page);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Download License Status Report' }).click();
	const report = await downloadOf(page, () => page.getByRole('menuitem', { name: 'Excel file' }).click());
	const book = new ExcelJS.Workbook();
	await book.xlsx.readFile(report.path);
	const names: unknown[] = [];
	book.worksheets[1]?.eachRow((row) => names.push(row.getCell(1).value));
	expect(names).toEqual(expect.arrayContaining(['x'.repeat(10_000), 'مريم السيد', '👩‍💻 Zoë', '=1+1']));
	book.eachSheet((sheet) =>
		sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)))
	);
	await goTo(page, 'What-if');
	await expect(page.getByRole('rowheader', { name: /^N{200}/ }).first()).toBeVisible();
	const compared = page.getByRole('region', { name: 'Comparison table' });
	expect(await compared.evaluate((table) => table.scrollWidth - table.clientWidth)).toBe(0);
	await goTo(page, 'Home');
	await choose(page, '(no name)', 'Delete');
	await expect(page.getByText('“(no name)” deleted')).toBeVisible();
});
