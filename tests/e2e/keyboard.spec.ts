import { type Page } from '@playwright/test';
import { expect, expectFigures, test } from './fixtures';

/** Tabs until the element with this role and name has the focus. */
async function tabTo(page: Page, role: 'button' | 'link' | 'tab' | 'combobox', name: string): Promise<void> {
	const wanted = page.getByRole(role, { name, exact: true });
	for (let presses = 0; presses < 80; presses++) {
		await page.keyboard.press('Tab');
		if (await wanted.evaluateAll((found) => found.some((node) => node === document.activeElement))) return;
	}
	throw new Error(`${role} “${name}” was not reached by keyboard`);
}

test('the main job works without a pointer', async ({ page }) => {
	await page.goto('./');
	await expect(page.getByRole('button', { name: 'Try the ten-license example' })).toBeVisible();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Try the ten-license example' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expectFigures(page, { needed: 10, active: 10, purchased: 10, overage: 0 });

	await tabTo(page, 'button', 'Next day');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('As of')).toContainText('25 Nov');
	await tabTo(page, 'combobox', 'Acting as');
	await page.keyboard.type('bob');
	await expect(page.getByRole('option', { name: /^Bob/ })).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/as=bob/);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: /^Needed/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: /^Needed 10/ })).toBeFocused();

	await tabTo(page, 'link', 'Analytics Portal');
	await page.keyboard.press('Enter');
	await tabTo(page, 'link', 'Live Reports');
	await page.keyboard.press('Enter');
	await tabTo(page, 'tab', 'Live Reports Usage Summary');
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('tab', { name: 'Total Active Users' })).toHaveAttribute(
		'aria-selected',
		'true'
	);
	await tabTo(page, 'button', 'Alice');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: 'Why this seat?' })).toBeVisible();
	await page.keyboard.press('Escape');
	await tabTo(page, 'button', 'Download License Status Report');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem', { name: 'Excel file' })).toBeFocused();
	const waiting = page.waitForEvent('download');
	await page.keyboard.press('Enter');
	expect((await waiting).suggestedFilename()).toMatch(/\.xlsx$/);
});
