import { axe, expect, expectFigures, noSidewaysScroll, openTen, test } from './fixtures';

test('[L1] [L13] a step of the clock says who left the count and why, and lists them', async ({ page }) => {
	await openTen(page);
	for (const day of ['1 Dec', '8 Dec', '15 Dec', '22 Dec']) {
		await page.getByRole('button', { name: 'Next week' }).click();
		await expect(page.getByLabel('As of')).toContainText(day);
	}
	const messages = page.getByRole('region', { name: 'Messages' });
	await expect(messages).toContainText('Bob left: last viewed 20 Nov, window now starts 23 Nov.');
	await axe(page);
	await messages.getByRole('button', { name: 'See list' }).click();
	const dialog = page.getByRole('dialog', { name: 'What the clock changed' });
	await expect(
		dialog.getByRole('region', { name: 'Left the active count' }).getByRole('listitem').first()
	).toContainText(/last viewed|agent of/);
	await axe(page);
	await dialog.getByRole('listitem').first().getByRole('button').click();
	await expect(page.getByRole('dialog', { name: 'Why this seat?' })).toBeVisible();
});

test('30 days are played one by one; the figures move, and each day is a step back', async ({ page }) => {
	await openTen(page);
	await page.getByRole('button', { name: 'Play 30 days…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Play 30 days' });
	await expect(dialog.getByRole('group', { name: 'Viewer 1', exact: true })).toBeVisible();
	await axe(page);
	for (const name of ['Remove viewer 2', 'Remove viewer 1'])
		await dialog.getByRole('button', { name, exact: true }).click();
	await dialog.getByRole('button', { name: 'Add viewer' }).click();
	await dialog.getByRole('button', { name: 'Play 30 days' }).click();
	await expect(dialog.getByRole('alert')).toContainText('Choose a person.');
	await dialog.getByRole('combobox', { name: 'Person' }).fill('alice');
	await page.getByRole('option', { name: /^Alice/ }).click();
	await dialog.getByRole('combobox', { name: 'Dashboard' }).click();
	await page.getByRole('option').nth(1).click();
	await dialog.getByLabel('Seed').fill('');
	await dialog.getByRole('button', { name: 'Play 30 days' }).click();
	await expect(dialog.getByRole('alert')).toHaveText('Enter a whole number: any will do.');
	await dialog.getByLabel('Seed').fill('1');
	await dialog.getByRole('button', { name: 'Play 30 days' }).click();
	await expect(dialog.getByText('30 days played').first()).toBeVisible({ timeout: 30_000 });
	await expect(dialog.getByLabel('Figures while playing').getByRole('definition')).toHaveText([
		'10',
		'9', // Bob views no more: he aged out
		'10',
		'0'
	]);
	await expect(dialog).toContainText('Bob');
	await axe(page);
	await dialog.getByRole('button', { name: 'Done' }).click();
	await expect(page.getByLabel('As of')).toContainText('24 Dec');
	await expectFigures(page, { needed: 10, active: 9, purchased: 10, overage: 0 });
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(page.getByLabel('As of')).toContainText('23 Dec');
});

test('playing pauses and stops on whole days, and fits a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openTen(page);
	await page.getByRole('button', { name: 'More for this scenario' }).click();
	await page.getByRole('menuitem', { name: 'Play 30 days…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Play 30 days' });
	await expect(dialog.getByRole('group', { name: 'Viewer 1', exact: true })).toBeVisible();
	await noSidewaysScroll(page);
	await dialog.getByRole('button', { name: 'Play 30 days' }).click();
	await dialog.getByRole('button', { name: 'Pause' }).click();
	await expect(dialog.getByText(/^Paused after day/)).toBeVisible();
	const bar = dialog.getByRole('progressbar');
	await page.waitForTimeout(300); // the day that was under way is over
	const now = await bar.getAttribute('aria-valuenow');
	await page.waitForTimeout(300);
	expect(await bar.getAttribute('aria-valuenow')).toBe(now);
	await dialog.getByRole('button', { name: 'Go on' }).click();
	await dialog.getByRole('button', { name: 'Stop' }).click();
	await expect(dialog.getByText(/^\d+ days? played/).first()).toBeVisible();
	await axe(page);
	await dialog.getByRole('button', { name: 'Done' }).click();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await expect(page.getByLabel('As of')).toContainText('09:00');
});
