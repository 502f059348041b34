import { axe, expect, goTo, noSidewaysScroll, openTen, test } from './fixtures';

test('the way in from the desktop app: More, then Analytics, also as somebody', async ({ page }) => {
	await openTen(page);
	await page.getByRole('combobox', { name: 'Acting as' }).fill('alice');
	await page.getByRole('option', { name: /^Alice/ }).click();
	await goTo(page, 'RingCentral app');
	const frame = page.getByRole('region', { name: 'Desktop app' });
	await expect(frame).toContainText('Alice');
	await expect(frame.getByRole('button')).toHaveCount(1); // the other tabs are words, not dead controls
	await axe(page);
	await frame.getByRole('button', { name: 'More' }).click();
	await axe(page);
	await page.getByRole('menuitem', { name: 'Analytics', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Analytics Portal' })).toBeVisible();
	await expect(page).toHaveURL(/as=/);
	await expect(page.getByRole('combobox', { name: 'Acting as' })).toHaveValue('Alice');
});

test('Analytics moves to the main bar and back, each a step that can be undone', async ({ page }) => {
	await openTen(page);
	await goTo(page, 'RingCentral app');
	const frame = page.getByRole('region', { name: 'Desktop app' });
	const pinned = frame.getByRole('link', { name: 'Analytics' });
	await frame.getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: 'Move Analytics to the main bar' }).click();
	await expect(pinned).toBeVisible();
	await axe(page);
	await page.reload();
	await expect(pinned).toBeVisible();
	await frame.getByRole('button', { name: 'More' }).click();
	await expect(page.getByRole('menuitem')).toHaveText(['Move Analytics back under More']);
	await page.getByRole('menuitem', { name: 'Move Analytics back under More' }).click();
	await expect(pinned).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await pinned.click();
	await expect(page.getByRole('heading', { level: 1, name: 'Analytics Portal' })).toBeVisible();
});

test('the way in from the phone: More in the bottom bar, then Analytics', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openTen(page);
	await page.getByRole('button', { name: 'Places' }).click();
	await goTo(page, 'RingCentral app');
	await noSidewaysScroll(page);
	await page.getByRole('tab', { name: 'Mobile' }).click();
	await noSidewaysScroll(page);
	await axe(page);
	const frame = page.getByRole('region', { name: 'Mobile app' });
	await frame.getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: 'Analytics' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Analytics Portal' })).toBeVisible();
});
