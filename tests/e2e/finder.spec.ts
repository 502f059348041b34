import { axe, expect, goTo, noSidewaysScroll, openTen, test } from './fixtures';

test('Ctrl+K finds a page, a person, an action, a queue and a dashboard by keyboard', async ({ page }) => {
	await openTen(page);
	const field = page.getByRole('combobox', { name: 'A page, person, queue, dashboard or action' });
	await page.keyboard.press('Control+k');
	await expect(field).toBeFocused();
	await axe(page);
	await page.keyboard.type('alice');
	await expect(page.getByRole('group', { name: 'People' }).getByRole('option')).toHaveText([/Alice/]);
	await axe(page);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: 'Why this seat?' })).toContainText('Alice');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);

	await page.keyboard.press('Control+k');
	await expect(field).toBeFocused();
	await page.keyboard.type('next w');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('As of')).toContainText('1 Dec');
	await expect(field).toHaveCount(0);
	await page.keyboard.press('Control+k');
	await expect(field).toBeFocused();
	await page.keyboard.type('undo');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('As of')).toContainText('24 Nov');

	await expect(field).toHaveCount(0);
	await page.keyboard.press('Control+k');
	await expect(field).toBeFocused();
	await page.keyboard.type('belmont');
	await expect(page.getByRole('group', { name: 'Call queues' }).getByRole('option')).toHaveText([/Belmont/]);
	await page.keyboard.press('Escape');
	await expect(field).toHaveCount(0);

	await page.keyboard.press('Control+k');
	await expect(field).toBeFocused();
	await page.keyboard.type('setti');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('the arrows go round, and what matches nothing says so', async ({ page }) => {
	await openTen(page);
	await page.getByRole('button', { name: 'Search', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Find' });
	await expect(dialog.getByRole('option', { selected: true })).toContainText('Home');
	await page.keyboard.press('ArrowUp');
	await expect(dialog.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('ArrowDown');
	await expect(dialog.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.type('zzzz');
	await expect(dialog.getByRole('status')).toHaveText('Nothing matches.');
	await page.keyboard.press('Enter');
	await expect(dialog).toBeVisible();
	await axe(page);
});

test('Ctrl+K works from a text field, without a scenario only pages are found, and it fits a phone', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('./');
	await expect(page.getByRole('button', { name: 'Try the ten-license example' })).toBeVisible();
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog', { name: 'Find' }).getByRole('group')).toHaveCount(1);
	await noSidewaysScroll(page);
	await page.keyboard.press('Escape');
	await openTen(page);
	await page.getByRole('button', { name: 'Places' }).click();
	await goTo(page, 'Settings');
	await page.getByRole('textbox').first().focus();
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog', { name: 'Find' })).toBeVisible();
	await noSidewaysScroll(page);
	await axe(page);
});
