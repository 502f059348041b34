import { type Page } from '@playwright/test';
import {
	axe,
	choose,
	createFrom,
	expect,
	expectFigures,
	goTo,
	openReport,
	openTen,
	sample,
	test
} from './fixtures';

test('[L1] the clock moves the figures; undo and redo survive a reload', async ({ page }) => {
	await openTen(page);
	const asOf = page.getByLabel('As of');
	await expect(asOf).toHaveText('Tue 24 Nov 2026, 09:00 EST');
	await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(asOf).toHaveText('Wed 25 Nov 2026, 09:00 EST');
	for (const day of ['2 Dec', '9 Dec', '16 Dec', '23 Dec', '30 Dec']) {
		await page.getByRole('button', { name: 'Next week' }).click();
		await expect(asOf).toContainText(day);
	}
	// The viewings are out of the window; the agents stay.
	const later = { needed: 10, active: 8, purchased: 10, overage: 0 };
	await expectFigures(page, later);
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();

	await page.reload();
	await expectFigures(page, later);
	const undo = page.getByRole('button', { name: 'Undo', exact: true });
	for (const day of ['23 Dec', '16 Dec', '9 Dec', '2 Dec', '25 Nov', '24 Nov']) {
		await undo.click();
		await expect(asOf).toContainText(day);
	}
	await expect(undo).toBeDisabled();
	await expectFigures(page, { needed: 10, active: 10, purchased: 10, overage: 0 });
	await page.getByRole('main').click({ position: { x: 5, y: 5 } });
	await page.keyboard.press('Control+y');
	await expect(asOf).toContainText('25 Nov');
	await page.keyboard.press('Control+z');
	await expect(asOf).toContainText('24 Nov');
	await page.keyboard.press('Control+Shift+z');
	await expect(asOf).toContainText('25 Nov');
});

test('the clock goes to a date and time of the account’s zone', async ({ page }) => {
	await openTen(page);
	await page.getByRole('button', { name: 'Go to date…' }).click();
	await axe(page);
	await page.getByLabel('Date and time').fill('2027-07-01T08:30');
	await page.getByRole('button', { name: 'Go', exact: true }).click();
	await expect(page.getByLabel('As of')).toHaveText('Thu 1 Jul 2027, 08:30 EDT');
	await page.getByRole('button', { name: 'Go to date…' }).click();
	await page.getByLabel('Date and time').fill('1900-01-01T00:00');
	await page.getByRole('button', { name: 'Go', exact: true }).click();
	await expect(page.getByText(/between the years 1971 and 9998/)).toBeVisible();
});

test('an assumption switched in the explanation counts anew at once', async ({ page }) => {
	await openTen(page);
	await page.getByRole('button', { name: /^Needed 10/ }).click();
	await page.getByText('Rests on 3 assumptions').click();
	await axe(page);
	await page
		.getByLabel(/^A-ADMIN/)
		.selectOption({ label: 'Yes: always, like anybody else with the permission.' });
	await page.keyboard.press('Escape');
	await expectFigures(page, { needed: 11, active: 10, purchased: 10, overage: 0 });
	await goTo(page, 'Settings');
	const admin = page.getByRole('group', { name: /^A-ADMIN/ });
	await expect(admin.getByRole('radio', { name: /^Yes: always/ })).toBeChecked();
	await admin.getByRole('radio', { name: /^Only after viewing/ }).check();
	await expectFigures(page, { needed: 10, active: 10, purchased: 10, overage: 0 });
});

test('acting as somebody without the permission, the report says what is missing', async ({ page }) => {
	await openTen(page);
	await openReport(page);
	const acting = page.getByRole('combobox', { name: 'Acting as' });
	await expect(acting).toHaveValue('Trainer');
	await acting.fill('john');
	await page.getByRole('option', { name: /^John/ }).click();
	await expect(page.getByRole('heading', { name: 'No access to Live Reports' })).toBeVisible();
	await expect(page.getByRole('main')).toContainText(
		'Live Reports - View Only or Live Reports - Full Access'
	);
	await expect(page.getByRole('main')).toContainText('It can be granted by Sam');
	await expectFigures(page, { needed: 10, active: 10, purchased: 10, overage: 0 });
	await axe(page);
	await page.reload();
	await expect(acting).toHaveValue('John');
	await acting.fill('alice');
	await page.getByRole('option', { name: /^Alice/ }).click();
	await expect(page.getByRole('tab', { name: 'Total Active Users' })).toBeVisible();
	await acting.fill('trainer');
	await page.getByRole('option', { name: /^Trainer/ }).click();
	await expect(page).not.toHaveURL(/as=/);
});

test('whoever acts is asked for once, not without end', async ({ page }) => {
	await page.addInitScript(() => {
		let asked = 0;
		window.Worker = class extends Worker {
			override postMessage(message: unknown): void {
				document.documentElement.dataset['asked'] = String(++asked);
				super.postMessage(message);
			}
		};
	});
	await openTen(page);
	const asked = async () => Number(await page.locator('html').getAttribute('data-asked'));
	await page.goto(`${page.url()}&as=alice`);
	await expect(page.getByRole('combobox', { name: 'Acting as' })).toHaveValue(/Alice/);
	const before = await asked();
	await page.waitForTimeout(1500);
	expect((await asked()) - before).toBeLessThan(10);
});

test('[L10] under CEB there is no report to download, and no overage', async ({ page }) => {
	const file = sample('busy-month');
	await createFrom(page, file);
	await expectFigures(page, { needed: 13, active: 18, purchased: 15, overage: 3 });
	await goTo(page, 'Settings');
	await page.getByRole('radio', { name: 'Customer Engagement Bundle (CEB)' }).check();
	await expectFigures(page, { needed: 13, active: 18, purchased: 15, overage: 0 });
	await openReport(page);
	await expect(page.getByText(/Live Reports is unlimited, so there is nothing to buy/)).toBeVisible();
	await expect(page.getByRole('tab', { name: 'Total Active Users' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Download License Status Report' })).toHaveCount(0);
	await axe(page);
});

test('[S4] two tabs see each other’s changes', async ({ page, context }) => {
	await openTen(page);
	const other = await context.newPage();
	await other.goto(page.url());
	await expect(other.getByLabel('As of')).toContainText('24 Nov');
	await other.getByRole('button', { name: 'Next day' }).click();
	await expect(page.getByLabel('As of')).toContainText('25 Nov');
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(other.getByLabel('As of')).toContainText('26 Nov');

	// A form that was opened before the other tab's change overwrites none of it.
	for (const tab of [page, other]) {
		await goTo(tab, 'Admin Portal');
		await tab.getByRole('navigation', { name: 'Admin Portal' }).getByRole('link', { name: 'Users' }).click();
		await choose(tab, 'John', 'Edit');
	}
	const form = (tab: Page) => tab.getByRole('dialog', { name: 'Edit user' });
	await form(other).getByLabel('Role').selectOption('Manager');
	await form(other).getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('row', { name: /^Tick John, 111 John 111 Enabled Manager/ })).toBeAttached();
	await form(page).getByLabel('Email').fill('john@example.com');
	await form(page).getByRole('button', { name: 'Save' }).click();
	await expect(form(page)).toContainText('This was changed in another tab.');
	await expect(page.getByRole('row', { name: /^Tick John, 111 John 111 Enabled Manager/ })).toBeAttached();
	await expect(form(page).getByLabel('Email')).toHaveValue('john@example.com');
	await form(page).getByRole('button', { name: 'Save' }).click();
	await expect(form(page)).toHaveCount(0);
});

test('a double click on what opens a dialog leaves it open', async ({ page }) => {
	await openTen(page);
	await page.getByRole('button', { name: 'Go to date…' }).dblclick();
	await page.waitForTimeout(500); // whatever would close it has come by now
	await expect(page.getByRole('dialog')).toBeVisible();
});

test('an address that names nobody goes on as the Trainer and says so', async ({ page }) => {
	await openTen(page);
	await openReport(page);
	await page.goto(`${page.url()}&as=nobody`);
	await expect(page.getByText('You act as the Trainer')).toBeVisible();
	await expect(page.getByRole('combobox', { name: 'Acting as' })).toHaveValue('Trainer');
	await expect(page.getByRole('button', { name: 'Download License Status Report' })).toBeVisible();
	expect(page.url()).not.toContain('as=');
});
