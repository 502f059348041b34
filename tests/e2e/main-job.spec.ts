import ExcelJS from 'exceljs';
import { axe, downloadOf, expect, noSidewaysScroll, openReport, openTen, test } from './fixtures';

const TABS = ['Live Reports Usage Summary', 'Total Active Users', 'Detailed Usage'] as const;

test('[L6] one click on Home shows the ten licenses, and each figure says why', async ({ page }) => {
	await page.goto('./');
	await axe(page);
	await openTen(page);
	await axe(page);
	for (const [figure, why] of [
		['Needed', 'people who hold a Live Reports permission'],
		['Active', 'the same person in a further queue'],
		['Purchased', 'licenses of confirmed orders'],
		['Overage', 'none: there are licenses to spare']
	] as const) {
		await page.getByRole('button', { name: new RegExp(`^${figure} \\d`) }).click();
		const dialog = page.getByRole('dialog', { name: new RegExp(`^${figure}:`) });
		if (figure !== 'Overage') await expect(dialog.getByText(why, { exact: true })).toBeVisible();
		else await expect(dialog.getByRole('row', { name: /^Overage/ })).toBeVisible();
		await expect(dialog.getByRole('table').last()).toBeVisible();
		await axe(page);
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
	}
});

test('[L12] the waterfall leads from memberships to overage', async ({ page }) => {
	await openTen(page);
	await page.getByRole('button', { name: /^Active \d/ }).click();
	const rows = page.getByRole('dialog').getByRole('table').first().locator('tbody tr');
	await expect(rows).toHaveText([
		/^Memberships.*8.*L4$/s,
		/^Repeats.*− ?0.*L6$/s,
		/^Agents.*= ?8.*L4$/s,
		/^Viewers.*\+ ?2.*L5$/s,
		/^Both.*− ?0.*L6$/s,
		/^Active.*= ?10.*L6$/s,
		/^Purchased.*− ?10.*L8$/s,
		/^Overage.*= ?0.*L9$/s
	]);
});

test('[L13] a seat tells its reasons, in a dialog over the explanation', async ({ page }) => {
	await openTen(page);
	await page.getByRole('button', { name: /^Active \d/ }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'John', exact: true }).click();
	const why = page.getByRole('dialog', { name: 'Why this seat?' });
	await expect(why.getByText(/^member of Detroit Support, on /).first()).toBeVisible();
	await expect(why.getByText('License: Live Reports')).toBeVisible();
	await axe(page);
	await page.keyboard.press('Escape');
	await expect(why).toBeHidden();
	await expect(page.getByRole('dialog', { name: /^Active/ })).toBeVisible();
	await expect(page.getByRole('button', { name: 'John', exact: true })).toBeFocused();
});

test('[W8] the three tabs and the downloaded workbook say the same', async ({ page }) => {
	await openTen(page);
	await openReport(page);
	await expect(page.getByRole('tab')).toHaveText([...TABS]);
	const shown = await page.getByRole('tabpanel').locator('tbody tr').allInnerTexts();
	expect(shown).toHaveLength(8);
	await axe(page);

	await page.getByRole('tab', { name: TABS[1] }).click();
	const users = page.getByRole('table', { name: TABS[1] });
	await expect(users.getByRole('row')).toHaveCount(11);
	const userNames = await users.locator('tbody tr td:first-child').allInnerTexts();
	await axe(page);
	await page.getByRole('tab', { name: TABS[2] }).click();
	const details = page.getByRole('table', { name: TABS[2] });
	await expect(details.getByRole('row').nth(1)).toContainText('Assigned');
	const detailRows = (await details.getByRole('row').count()) - 1;
	await axe(page);
	await noSidewaysScroll(page);

	await page.getByRole('button', { name: 'Download License Status Report' }).click();
	const file = await downloadOf(page, () => page.getByRole('menuitem', { name: 'Excel file' }).click());
	expect(file.name).toMatch(/^RingCentral_LR_Licensed Users_\d{8}_\d{6}\.xlsx$/);
	const book = new ExcelJS.Workbook();
	await book.xlsx.readFile(file.path);
	expect(book.worksheets.map((sheet) => sheet.name)).toEqual([...TABS]);
	const cell = (tab: number, row: number, column: number) => book.worksheets[tab]?.getCell(row, column).value;
	for (const [index, text] of shown.entries()) {
		const [label, value] = text.split('\t');
		expect(cell(0, index + 1, 1)).toBe(label);
		const stated = cell(0, index + 1, 2);
		expect(typeof stated === 'number' ? String(stated) : stated).toBe(value?.trim());
	}
	expect(userNames.map((_, index) => cell(1, index + 2, 1))).toEqual(userNames);
	expect(book.worksheets[2]?.rowCount).toBe(detailRows + 1);
});
