import { axe, expect, expectFigures, noSidewaysScroll, openTen, test } from './fixtures';

test('[S2] the history lists what was done, by whom and when, and any point can be gone to', async ({
	page
}) => {
	await openTen(page);
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(page.getByLabel('As of')).toContainText('25 Nov');
	await page.getByRole('combobox', { name: 'Acting as' }).fill('alice');
	await page.getByRole('option', { name: /^Alice/ }).click();
	for (const day of ['2 Dec', '9 Dec', '16 Dec', '23 Dec', '30 Dec']) {
		await page.getByRole('button', { name: 'Next week' }).click();
		await expect(page.getByLabel('As of')).toContainText(day);
	}
	await expectFigures(page, { needed: 10, active: 8, purchased: 10, overage: 0 });

	await page.getByRole('link', { name: 'History' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
	await expect(page.getByRole('navigation', { name: 'Places' }).locator('[aria-current]')).toHaveCount(0);
	const table = page.getByRole('table');
	await expect(table.getByRole('row')).toHaveCount(8);
	const rows = table.getByRole('row');
	await expect(rows.nth(1)).toContainText('You are here');
	await expect(rows.nth(1)).toContainText('7 days');
	await expect(rows.nth(1)).toContainText('Alice');
	await expect(rows.nth(1)).toContainText('Wed 23 Dec 2026');
	await expect(rows.nth(6)).toContainText('Trainer');
	await expect(rows.nth(7)).toContainText('Scenario opened');
	await expect(page.getByText(/The last 500 changes can be undone/)).toBeVisible();
	await axe(page);

	await page.getByRole('button', { name: /^Undo to here: 1,/ }).click();
	await expect(page.getByLabel('As of')).toContainText('25 Nov');
	await expectFigures(page, { needed: 10, active: 10, purchased: 10, overage: 0 });
	await expect(rows.nth(6)).toContainText('You are here');
	await expect(rows.nth(1)).toContainText('Undone');
	await axe(page);
	await page.getByRole('button', { name: /^Redo to here: 6,/ }).click();
	await expect(page.getByLabel('As of')).toContainText('30 Dec');
	await page.getByRole('button', { name: /^Undo to here: Scenario opened/ }).click();
	await expect(page.getByLabel('As of')).toContainText('24 Nov');
	await page.reload();
	await expect(rows.nth(7)).toContainText('You are here');
	await page.getByLabel('Filter').first().fill('alice');
	await expect(table.getByRole('row')).toHaveCount(6);
});

test('the last step undone by keyboard keeps the focus on Undo, which says that nothing is left', async ({
	page
}) => {
	await openTen(page);
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(page.getByLabel('As of')).toContainText('25 Nov');
	const undo = page.getByRole('button', { name: 'Undo', exact: true });
	await expect(undo).toHaveAccessibleDescription('Undo: step the clock');
	await undo.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('As of')).toContainText('24 Nov');
	await expect(undo).toBeFocused();
	await expect(undo).toBeDisabled();
	await expect(undo).toHaveAccessibleDescription('Nothing to undo');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('As of')).toContainText('24 Nov');
});

test('on a phone the header is low, and everything in it is reachable', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openTen(page);
	const bar = page.getByRole('region', { name: 'Open scenario' });
	expect((await bar.boundingBox())?.height).toBeLessThan(232);
	for (const name of ['Undo', 'Redo', 'Next day', 'Next week', 'Search'])
		await expect(bar.getByRole('button', { name, exact: true })).toBeVisible();
	await expect(bar.getByRole('combobox', { name: 'Acting as' })).toBeVisible();
	await expect(bar.getByLabel('As of')).toBeVisible();
	await noSidewaysScroll(page);
	await page.getByRole('button', { name: 'More for this scenario' }).click();
	await axe(page);
	await page.getByRole('menuitem', { name: 'History' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
	await noSidewaysScroll(page);
	await page.getByRole('button', { name: 'More for this scenario' }).click();
	await page.getByRole('menuitem', { name: 'Go to date…' }).click();
	await expect(page.getByRole('dialog', { name: 'Go to date' })).toBeVisible();
});
