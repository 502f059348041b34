import { axe, createFrom, expect, goTo, sample, test } from './fixtures';

test('account, prices and cost centers are changed and undone, refusals beside their field', async ({
	page
}) => {
	await createFrom(page, sample('busy-month'));
	await goTo(page, 'Settings');
	await axe(page);
	const undo = page.getByRole('button', { name: 'Undo', exact: true });

	await page.getByLabel('Scenario name').fill('Clinic in spring');
	await page.getByLabel('Account name').focus();
	await expect(page.getByRole('link', { name: 'Clinic in spring' })).toBeVisible();
	await page.getByLabel('Account name').fill('');
	await page.getByLabel('Account name').press('Enter');
	await expect(page.getByText('Enter a name: it can’t be empty.')).toBeVisible();
	await page.getByLabel('Account name').fill('Lakeshore');
	await page.getByLabel('Account name').press('Enter');
	await expect(page.getByText('Enter a name: it can’t be empty.')).toBeHidden();

	const price = page.getByLabel('Call Queues Booster');
	await price.fill('35.5.1');
	await price.press('Enter');
	await expect(page.getByText(/^Write an amount such as 35\.00/)).toBeVisible();
	await price.fill('35');
	await price.press('Enter');
	await expect(price).toHaveValue('35.00');
	await undo.click();
	await expect(price).toHaveValue('');

	const zone = page.getByRole('combobox', { name: 'Time zone' });
	await zone.fill('berlin');
	await page.getByRole('option', { name: 'Europe/Berlin' }).click();
	await expect(page.getByLabel('As of')).toHaveText('Tue 24 Nov 2026, 17:00 GMT+1');

	await page.getByRole('button', { name: 'Remove Front Office' }).click();
	await expect(page.getByRole('alert')).toContainText('“Front Office” is in use by');
	await page.getByRole('button', { name: 'Add cost center' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Add' }).click();
	await expect(dialog.getByText('Enter a name: it can’t be empty.')).toBeVisible();
	await axe(page);
	await dialog.getByLabel('Name').fill('Night shift');
	await dialog.getByLabel('Parent').selectOption('clinical');
	await dialog.getByRole('button', { name: 'Add' }).click();
	await expect(page.getByRole('rowheader', { name: /Night shift/ })).toBeVisible();
	await page.getByRole('button', { name: 'Edit Clinical' }).click();
	await expect(dialog.getByLabel('Parent').getByRole('option', { name: /Night shift/ })).toHaveCount(0);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Remove Night shift' }).click();
	await expect(page.getByRole('rowheader', { name: /Night shift/ })).toBeHidden();
});

test('the theme is kept', async ({ page }) => {
	await page.goto('./settings/');
	await page.getByRole('radio', { name: 'Dark' }).check();
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
	await axe(page);
	await page.getByRole('radio', { name: 'As the system' }).check();
	await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});
