import { type Page } from '@playwright/test';
import {
	actAs,
	axe,
	createFrom,
	expect,
	expectFigures,
	goTo,
	noSidewaysScroll,
	openReport,
	openTen,
	sample,
	test
} from './fixtures';

/** The ten-license example before anything is monitored, and with two licenses too few for both queues. */
function bare(changes: object = {}) {
	const file = sample('ten-licenses');
	return {
		...file,
		dashboards: [
			{ id: 'd-floor', name: 'Support floor', ownerId: 'sam', sharedWith: ['alice'], widgets: [] }
		],
		viewings: [],
		...changes
	};
}

const table = (page: Page) => page.getByRole('table', { name: 'Dashboards' });
const dialog = (page: Page) => page.getByRole('dialog');
const save = (page: Page) => dialog(page).getByRole('button', { name: 'Save', exact: true }).click();

async function chooseQueue(page: Page, name: string): Promise<void> {
	await dialog(page).getByRole('combobox', { name: 'Queue' }).fill(name);
	await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
}

test('[L3] [L4] a new dashboard monitors nothing until a widget, which says before it is saved what it assigns', async ({
	page
}) => {
	await createFrom(page, bare());
	await expectFigures(page, { needed: 2, active: 0, purchased: 10, overage: 0 });
	await openReport(page);
	await page.getByRole('button', { name: 'New dashboard' }).click();
	await expect(dialog(page).getByRole('combobox', { name: 'Owner' })).toHaveValue('Sam');
	await axe(page);
	await save(page);
	await expect(dialog(page).getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
	await dialog(page).getByLabel('Name').fill('Detroit wallboard');
	await save(page);
	await expect(page.getByRole('heading', { level: 1, name: 'Detroit wallboard' })).toBeVisible();
	await axe(page);

	await page.getByRole('button', { name: 'Add Widget' }).click();
	await save(page);
	await expect(dialog(page).getByText('Choose the queue that the widget watches.')).toBeVisible();
	await axe(page);
	await dialog(page).getByRole('radio', { name: 'Agents available' }).check();
	await chooseQueue(page, 'Detroit Support');
	await expect(dialog(page).getByText('Saving assigns 3 licenses: John, Mike, Sarah.')).toBeVisible();
	await expect(dialog(page).getByLabel('Name')).toHaveValue('Detroit Support agents available');
	await axe(page);
	await expectFigures(page, { needed: 2, active: 0, purchased: 10, overage: 0 });
	await save(page);
	await expect(dialog(page)).toBeHidden();
	await expectFigures(page, { needed: 5, active: 3, purchased: 10, overage: 0 });
	await expect(page.getByRole('row', { name: /Detroit Support.*3 members.*3 Live Reports/ })).toBeVisible();
	await expect(page.getByRole('region', { name: 'Widgets' }).getByText('of 3 members')).toBeVisible();
	await axe(page);
	await noSidewaysScroll(page);
});

test('[L9] a widget that no license is left for says so, and edit and remove work', async ({ page }) => {
	const lines = [{ product: 'live-reports', quantity: 2, unitPrice: null, costCenterId: 'root' }];
	await createFrom(page, bare({ orders: [{ id: 'o', at: '2026-11-02T16:00:00Z', lines }] }));
	await openReport(page);
	await page.getByRole('link', { name: 'Support floor' }).click();
	await page.getByRole('button', { name: 'Add Widget' }).click();
	await chooseQueue(page, 'Detroit Support');
	await expect(
		dialog(page).getByText(/No license is left for Sarah\. Overage rises from 0 to 1\./)
	).toHaveCount(0);
	await expect(dialog(page).getByText(/Overage rises from 0 to 1\./)).toBeVisible();
	await save(page);
	await expectFigures(page, { needed: 5, active: 3, purchased: 2, overage: 1 });
	await expect(page.getByText('1 without a license')).toBeVisible();

	const widget = page.getByRole('region', { name: 'Widgets' }).getByRole('listitem').first();
	await widget.getByRole('button', { name: /^Actions for/ }).click();
	await page.getByRole('menuitem', { name: 'Edit' }).click();
	await dialog(page).getByLabel('Name').fill('Renamed');
	await dialog(page).getByRole('radio', { name: 'Average handle time' }).check();
	await axe(page);
	await save(page);
	await expect(page.getByRole('heading', { name: 'Renamed' })).toBeVisible();
	await expect(widget.getByText('minutes a call')).toBeVisible();
	await page.getByRole('button', { name: 'Actions for Renamed' }).click();
	await page.getByRole('menuitem', { name: 'Remove' }).click();
	await expect(page.getByRole('heading', { name: 'No widget yet' })).toBeVisible();
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Renamed' })).toBeVisible();
});

test('Escape drops a widget whose queue was just chosen; the field that goes with the focus in it is silent', async ({
	page
}) => {
	await createFrom(page, bare());
	await openReport(page);
	await page.getByRole('link', { name: 'Support floor' }).click();
	await page.getByRole('button', { name: 'Add Widget' }).click();
	await chooseQueue(page, 'Detroit Support');
	await expect(dialog(page).getByText(/^Saving assigns/)).toBeVisible();
	await expect(dialog(page).getByRole('combobox', { name: 'Queue' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toBeHidden();
	await expect(page.getByRole('heading', { name: 'No widget yet' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Add Widget' })).toBeFocused();
	await page.waitForTimeout(300); // nothing more is to be said
});

test('live figures move by themselves', async ({ page }) => {
	await openTen(page);
	await openReport(page);
	await page.getByRole('link', { name: 'Support floor' }).click();
	const line = page.getByRole('region', { name: 'Widgets' }).locator('polyline').first();
	const before = await line.getAttribute('points');
	await expect.poll(() => line.getAttribute('points')).not.toBe(before);
});

test('[L5] opening a dashboard as a person records one viewing; undoing it records none again', async ({
	page
}) => {
	await createFrom(page, bare());
	await openReport(page);
	await page.getByRole('link', { name: 'Support floor' }).click();
	await expect(page.getByText(/Trainer, so looking records no viewing/)).toBeVisible();
	await expectFigures(page, { needed: 2, active: 0, purchased: 10, overage: 0 });
	await actAs(page, 'Alice');
	await expectFigures(page, { needed: 2, active: 1, purchased: 10, overage: 0 });
	await expect(page.getByRole('button', { name: 'Add Widget' })).toHaveCount(0);
	await axe(page);
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expectFigures(page, { needed: 2, active: 0, purchased: 10, overage: 0 });
	await page.getByRole('link', { name: 'All dashboards' }).click();
	await page.getByRole('link', { name: 'Support floor' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Support floor' })).toBeVisible();
	await page.waitForTimeout(1000); // nothing is to happen
	await expectFigures(page, { needed: 2, active: 0, purchased: 10, overage: 0 });
	await page.getByRole('button', { name: 'Next day' }).click();
	await page.getByRole('link', { name: 'All dashboards' }).click();
	await page.getByRole('link', { name: 'Support floor' }).click();
	await expectFigures(page, { needed: 2, active: 1, purchased: 10, overage: 0 });
});

test('[A-OPEN] with that answer, opening Live Reports alone makes a viewer', async ({ page }) => {
	const { assumptions } = sample('ten-licenses') as unknown as { assumptions: object };
	await createFrom(page, bare({ assumptions: { ...assumptions, 'A-OPEN': 'yes' } }));
	await goTo(page, 'Analytics Portal');
	await actAs(page, 'Alice');
	await openReportByTile(page);
	await expectFigures(page, { needed: 2, active: 1, purchased: 10, overage: 0 });
});

const openReportByTile = async (page: Page) => {
	await goTo(page, 'Live Reports');
	await expect(page.getByRole('heading', { level: 1, name: 'Live Reports' })).toBeVisible();
};

test('who sees which dashboards depends on permission and sharing', async ({ page }) => {
	await createFrom(page, bare());
	await openReport(page);
	await actAs(page, 'Bob');
	await expect(page.getByText('Nobody has shared a dashboard with you yet.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'New dashboard' })).toHaveCount(0);
	await actAs(page, 'Trainer');

	await page.getByRole('button', { name: 'Actions for Support floor' }).click();
	await page.getByRole('menuitem', { name: 'Share' }).click();
	for (const name of ['Bob', 'John']) {
		await dialog(page).getByRole('combobox', { name: 'Share with' }).fill(name);
		await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
	}
	await expect(dialog(page).getByText(/^John has no Live Reports permission/)).toBeVisible();
	await axe(page);
	await save(page);
	await expect(table(page).getByRole('row', { name: /Support floor.*3 people/ })).toBeVisible();
	await actAs(page, 'Bob');
	await expect(table(page).getByRole('row', { name: /Support floor.*Shared with me/ })).toBeVisible();
	await axe(page);
	await actAs(page, 'John');
	await expect(page.getByRole('heading', { name: 'No access to Live Reports' })).toBeVisible();
	await expect(page.getByText(/Super Admin/).first()).toBeVisible();
	await axe(page);
});

test('rename, delete, bring back; the address of what is gone leads to a clear page', async ({ page }) => {
	await openTen(page);
	await openReport(page);
	await page.getByRole('link', { name: 'Support floor' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Support floor' })).toBeVisible();
	const address = page.url();
	await page.getByRole('button', { name: 'Actions for this dashboard' }).click();
	await page.getByRole('menuitem', { name: 'Rename' }).click();
	await dialog(page).getByLabel('Name').fill('Main floor');
	await save(page);
	await expect(page).toHaveTitle('Main floor · Live Reports Sandbox');
	await page.getByRole('button', { name: 'Actions for this dashboard' }).click();
	await page.getByRole('menuitem', { name: 'Delete' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Live Reports' })).toBeVisible();
	await expect(page.getByText('No dashboard here yet.')).toBeVisible();
	await page.goto(address);
	await expect(page.getByRole('heading', { name: 'This dashboard was deleted' })).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Main floor' })).toBeVisible();
	await page.getByRole('button', { name: 'Actions for this dashboard' }).click();
	await page.getByRole('menuitem', { name: 'Delete' }).click();
	await page.getByRole('button', { name: 'Bring it back' }).click();
	await expect(table(page).getByRole('link', { name: 'Main floor' })).toBeVisible();
	await page.goto(address.replace('d-floor', 'nowhere'));
	await expect(page.getByRole('heading', { name: 'There is no such dashboard' })).toBeVisible();
});

test('[L10] under the Customer Engagement Bundle nothing is assigned, and it fits a phone in the dark', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.emulateMedia({ colorScheme: 'dark' });
	const { account } = sample('ten-licenses');
	await createFrom(page, bare({ account: { ...account, plan: 'customer-engagement-bundle' } }));
	await page.getByRole('button', { name: 'Places' }).click();
	await openReport(page);
	await expect(page.getByRole('button', { name: 'Download License Status Report' })).toHaveCount(0);
	await noSidewaysScroll(page);
	await axe(page);
	await page.getByRole('link', { name: 'Support floor' }).click();
	await page.getByRole('button', { name: 'Add Widget' }).click();
	await chooseQueue(page, 'Belmont Support');
	await expect(dialog(page).getByText(/unlimited in this plan, so no license is needed/)).toBeVisible();
	await axe(page);
	await save(page);
	await expect(dialog(page)).toBeHidden();
	await expect(page.getByText('5 included in the plan')).toBeVisible();
	await expect(dialog(page)).toBeHidden(); // the figures come first
	await noSidewaysScroll(page);
	await axe(page);
});
