import { type Page } from '@playwright/test';
import {
	actAs,
	axe,
	createFrom,
	expect,
	expectFigures,
	goTo,
	noSidewaysScroll,
	openTen,
	sample,
	test
} from './fixtures';

const part = (page: Page, name: string): Promise<void> =>
	page.getByRole('navigation', { name: 'Admin Portal' }).getByRole('link', { name, exact: true }).click();

async function open(page: Page, name: string): Promise<void> {
	await goTo(page, 'Admin Portal');
	await part(page, name);
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** A scenario of which only the account is there. */
const EMPTY = {
	...sample('ten-licenses'),
	name: 'From nothing',
	roles: [],
	people: [],
	queues: [],
	dashboards: [],
	viewings: [],
	orders: []
};

const dialog = (page: Page) => page.getByRole('dialog');

async function pick(page: Page, label: string, text: string): Promise<void> {
	await dialog(page).getByRole('combobox', { name: label }).fill(text);
	await page
		.getByRole('option', { name: new RegExp(`^${text}`) })
		.first()
		.click();
}

test('the start page leads on, to the Analytics Portal too', async ({ page }) => {
	await openTen(page);
	await goTo(page, 'Admin Portal');
	await expect(page.getByText('1 custom')).toBeVisible();
	await expect(page.getByText('2 monitored now')).toBeVisible();
	await axe(page);
	await part(page, 'Analytics & Logs');
	await expect(page.getByRole('heading', { level: 1, name: 'Analytics Portal' })).toBeVisible();
});

test('[S1] users are added, edited, changed many at once, disabled and removed, and all is undone', async ({
	page
}) => {
	await openTen(page);
	await open(page, 'Users');
	await axe(page);

	await page.getByRole('button', { name: 'Add user' }).click();
	await dialog(page).getByLabel('Name').fill('Zoe');
	await dialog(page).getByLabel('Extension').fill('101');
	await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
	await expect(dialog(page).getByText(/Alice/)).toBeVisible();
	await axe(page);
	await dialog(page).getByLabel('Extension').fill('190');
	await dialog(page).getByLabel('Role').selectOption('manager-view');
	await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
	await expectFigures(page, { needed: 11, active: 10, purchased: 10, overage: 0 });

	const row = page.getByRole('row', { name: /Zoe/ });
	await row.getByRole('button', { name: 'Zoe', exact: true }).click();
	await dialog(page).getByLabel('Name').fill('Zoe Park');
	await dialog(page).getByLabel('Call Queues Booster').check();
	await dialog(page).getByRole('button', { name: 'Save' }).click();
	await expect(row).toContainText('Zoe Park');
	await expect(row).toContainText('Booster');

	await page.getByLabel('Filter Users').fill('view access');
	await expect(page.getByText('3 of 12 rows')).toBeVisible();
	await page.getByRole('button', { name: 'Tick all that match' }).click();
	await expect(page.getByText('3 ticked')).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Change ticked' }).click();
	await page.getByRole('menuitem', { name: 'Role' }).click();
	await expect(dialog(page)).toContainText('Role of 3 users');
	await dialog(page).getByLabel('Role').selectOption('standard');
	await axe(page);
	await dialog(page).getByRole('button', { name: 'Apply' }).click();
	await expectFigures(page, { needed: 8, active: 10, purchased: 10, overage: 0 });
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expectFigures(page, { needed: 11, active: 10, purchased: 10, overage: 0 });

	await page.getByRole('button', { name: 'Actions for Zoe Park' }).click();
	await page.getByRole('menuitem', { name: 'Disable' }).click();
	await expect(row).toContainText('Disabled');
	await page.getByRole('button', { name: 'Actions for Zoe Park' }).click();
	await page.getByRole('menuitem', { name: 'Remove' }).click();
	await axe(page);
	await page
		.getByRole('dialog', { name: /^Remove \S*Zoe Park/ })
		.getByRole('button', { name: 'Remove' })
		.click();
	await expect(row).toHaveCount(0);
	await expect(page.getByText('2 ticked')).toBeVisible();
});

test('whoever owns dashboards hands them on or has them deleted', async ({ page }) => {
	const ten = sample('ten-licenses');
	const dashboards = (ten['dashboards'] as object[]).map((one) => ({ ...one, ownerId: 'alice' }));
	await createFrom(page, { ...ten, dashboards });
	await open(page, 'Users');
	const remove = async () => {
		await page.getByRole('button', { name: 'Actions for Alice' }).click();
		await page.getByRole('menuitem', { name: 'Remove' }).click();
		await dialog(page).getByRole('button', { name: 'Remove' }).click();
	};
	await remove();
	await expect(dialog(page).getByText('1 user owns 1 dashboard.')).toBeVisible();
	await axe(page);
	await dialog(page).getByRole('radio', { name: 'Hand them on to somebody' }).check();
	await pick(page, 'New owner', 'Emma');
	await dialog(page).getByRole('button', { name: 'Remove' }).click();
	await expect(dialog(page)).toHaveCount(0);
	await expectFigures(page, { needed: 9, active: 9, purchased: 10, overage: 0 });
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expectFigures(page, { needed: 10, active: 10, purchased: 10, overage: 0 });
	await remove();
	await dialog(page).getByRole('radio', { name: 'Delete them' }).check();
	await dialog(page).getByRole('button', { name: 'Remove' }).click();
	await expect(dialog(page)).toHaveCount(0);
	await expect(page.getByRole('row', { name: /Alice/ })).toHaveCount(0);
});

test('a role is created in its steps, warns of the Billing trap, is assigned, set as default, and kept while in use', async ({
	page
}) => {
	await openTen(page);
	await open(page, 'Roles');
	await expect(page.getByText('Predefined', { exact: true })).toHaveCount(7);
	await axe(page);

	await page.getByRole('button', { name: 'New Role' }).click();
	const steps = dialog(page).getByRole('navigation', { name: 'New Role' }).getByRole('listitem');
	await expect(steps).toHaveText([
		/Select Role/,
		/Describe Role/,
		/Permissions/,
		/Create Role/,
		/Assign or Later/
	]);
	await axe(page);
	await dialog(page).getByRole('radio', { name: 'Manager', exact: true }).check();
	await dialog(page).getByRole('button', { name: 'Next' }).click();
	await dialog(page).getByRole('button', { name: 'Next' }).click();
	await expect(dialog(page).getByText('Enter a name: it can’t be empty.')).toBeVisible();
	await dialog(page).getByLabel('Name').fill('Wallboard viewers');
	await axe(page);
	await dialog(page).getByRole('button', { name: 'Next' }).click();
	await dialog(page).getByRole('checkbox', { name: 'Live Reports License' }).check();
	await expect(dialog(page).getByText(/gives no access to dashboards/)).toBeVisible();
	await axe(page);
	await dialog(page).getByRole('checkbox', { name: 'Live Reports License' }).uncheck();
	await dialog(page).getByRole('checkbox', { name: 'Live Reports - View Only' }).check();
	await dialog(page).getByRole('button', { name: 'Create Role' }).click();
	await expect(dialog(page).getByText('Wallboard viewers is created')).toBeVisible();
	await axe(page);
	await dialog(page).getByRole('button', { name: 'Assign', exact: true }).click();
	await pick(page, 'Users', 'Emma');
	await pick(page, 'Users', 'Sam');
	await dialog(page).getByRole('button', { name: 'Leave out Sam' }).click();
	await axe(page);
	await dialog(page).getByRole('button', { name: 'Assign', exact: true }).click();
	await expect(dialog(page)).toHaveCount(0);

	await page.getByRole('link', { name: 'Wallboard viewers' }).click();
	await expect(page.getByRole('row', { name: /Emma/ })).toBeVisible();
	await axe(page);
	await expect(page.getByRole('button', { name: 'Remove', exact: true })).toHaveAccessibleDescription(
		/^1 user has it/
	);
	await page.getByRole('button', { name: 'Set as Default' }).click();
	await expect(page.getByText('Default for new users')).toBeVisible();
	await page.getByRole('tab', { name: 'Permissions' }).click();
	await expect(page.getByRole('checkbox', { name: 'Live Reports - View Only' })).toBeChecked();
	await axe(page);
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await dialog(page).getByRole('checkbox', { name: 'Live Reports - Full Access' }).check();
	await axe(page);
	await dialog(page).getByRole('button', { name: 'Save' }).click();
	await expect(dialog(page)).toHaveCount(0);
	await expect(page.getByRole('checkbox', { name: 'Live Reports - Full Access' })).toBeChecked();

	await part(page, 'Users');
	await page.getByRole('button', { name: 'Add user' }).click();
	await expect(dialog(page).getByLabel('Role').locator('option:checked')).toHaveText('Wallboard viewers');
});

test('everything can be built from nothing, by pasting too', async ({ page }) => {
	await createFrom(page, EMPTY);
	await open(page, 'Users');
	await expect(page.getByText('No user yet. Add one, or paste many.')).toBeVisible();
	await page.getByRole('button', { name: 'Paste many' }).click();
	await dialog(page)
		.getByLabel('Rows')
		.fill('Name,Extension\nAnn,301\nBo,302,bo@example.com,Manager,DTW\nCy,301\n,304\nDi,305,,King');
	await expect(dialog(page).getByText('3 rows have a problem')).toBeVisible();
	await expect(dialog(page).getByText('There is no role “King”.')).toBeVisible();
	await axe(page);
	await dialog(page).getByRole('button', { name: 'Add 2 users' }).click();
	await expect(dialog(page).getByLabel('Rows')).toHaveValue('Cy,301\n,304\nDi,305,,King');
	await dialog(page).getByLabel('Rows').fill('Cy,303');
	await dialog(page).getByRole('button', { name: 'Add 1 user' }).click();
	await expect(page.getByRole('row', { name: /302/ })).toContainText('Detroit');

	await part(page, 'Call queues');
	await expect(page.getByText('No call queue yet. Add one, then its members.')).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Add call queue' }).click();
	await dialog(page).getByLabel('Name').fill('Night line');
	await dialog(page).getByLabel('Extension').fill('301');
	await pick(page, 'Managers', 'Bo');
	await pick(page, 'Members', 'Ann');
	await axe(page);
	await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
	await expect(dialog(page).getByText(/“301” belongs to “Ann”/)).toBeVisible();
	await dialog(page).getByLabel('Extension').fill('401');
	await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Night line' })).toBeVisible();
	await expect(page.getByText(/^It is on no dashboard now/)).toBeVisible();
	await expect(page.getByRole('row', { name: /Ann/ })).toBeVisible();
	await axe(page);
});

test('members join, leave and keep their dates, which can be corrected', async ({ page }) => {
	await openTen(page);
	await open(page, 'Call queues');
	await expect(page.getByRole('row', { name: /Detroit Support/ })).toContainText('Monitored');
	await page.getByRole('link', { name: 'Detroit Support' }).click();
	await expect(page.getByText('Its 3 members count as agents.')).toBeVisible();

	await page.getByRole('button', { name: 'Paste many' }).click();
	await dialog(page).getByLabel('Members').fill('Emma\nJohn\nNobody');
	await expect(dialog(page).getByText('Is a member already.')).toBeVisible();
	await expect(dialog(page).getByText('No user has this name or extension.')).toBeVisible();
	await axe(page);
	await dialog(page).getByRole('button', { name: 'Add 1 member' }).click();
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toHaveCount(0);
	await page.getByRole('button', { name: 'Add members' }).click();
	await pick(page, 'Members', 'Sam');
	await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
	await expectFigures(page, { needed: 11, active: 11, purchased: 10, overage: 1 });

	await page.getByRole('checkbox', { name: /^Tick Sam/ }).check();
	await page.getByRole('button', { name: 'Remove ticked' }).click();
	await expect(page.getByText(/removed as of now/)).toBeVisible();
	await expect(page.getByRole('row', { name: /Sam/ })).toHaveCount(0);

	await page.getByRole('tab', { name: /History/ }).click();
	await axe(page);
	await page.getByRole('button', { name: 'Edit dates of John' }).click();
	await dialog(page).getByLabel('From').fill('2026-11-20T09:00');
	await dialog(page).getByLabel('To').fill('2026-11-19T09:00');
	await dialog(page).getByRole('button', { name: 'Save' }).click();
	await expect(dialog(page).locator('[aria-invalid=true]')).toHaveCount(1);
	await axe(page);
	await dialog(page).getByLabel('To').fill('2026-11-21T09:00');
	await dialog(page).getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('row', { name: /John/ })).toContainText('Left');
	await expectFigures(page, { needed: 9, active: 10, purchased: 10, overage: 0 });
});

test('who lacks a permission reads which one, and who grants it', async ({ page }) => {
	await openTen(page);
	await open(page, 'Users');
	await actAs(page, 'Alice');
	await expect(page.getByText('User Management › Users')).toBeVisible();
	await expect(page.getByText(/granted by Sam/)).toBeVisible();
	await axe(page);
	await part(page, 'Call queues');
	await expect(page.getByText('Phone System › Call queues')).toBeVisible();
	await part(page, 'Overview');
	await expect(page.getByRole('link', { name: 'Users', exact: true }).first()).toBeVisible();
	await actAs(page, 'Sam');
	await part(page, 'Users');
	await expect(page.getByRole('button', { name: 'Add user' })).toBeVisible();
});

test('a row’s menu stays open, and stays that row’s, while the filter moves the row', async ({ page }) => {
	await openTen(page);
	await open(page, 'Users');
	await page.getByRole('button', { name: 'Actions for Sarah' }).click();
	await page.getByLabel('Filter Users').evaluate((field: HTMLInputElement) => {
		field.value = 'sarah';
		field.dispatchEvent(new Event('input', { bubbles: true }));
	});
	await expect(page.getByText('1 of 11 rows')).toBeVisible();
	await page.getByRole('menuitem', { name: 'Disable' }).click();
	await expect(page.getByRole('row', { name: /Sarah/ })).toContainText('Disabled');
});

test('a complaint that stays does not cover the buttons of a dialog', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 640 });
	await openTen(page);
	await page.getByRole('button', { name: 'Places' }).click();
	await open(page, 'Users');
	await page.getByRole('button', { name: 'Actions for Sam' }).click();
	await page.getByRole('menuitem', { name: 'Disable' }).click();
	const complaint = page.getByRole('region', { name: 'Messages' });
	await expect(complaint).toContainText('Super Admin');
	await page.getByRole('button', { name: 'Add user' }).click();
	const cancel = dialog(page).getByRole('button', { name: 'Cancel' });
	await expect(cancel).toBeVisible();
	const [above, below] = [await cancel.boundingBox(), await complaint.boundingBox()];
	expect(above!.y + above!.height).toBeLessThan(below!.y);
	await cancel.click();
	await expect(dialog(page)).toHaveCount(0);
});

test('it fits a phone, and dark passes the same checks', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await createFrom(page, sample('busy-month'));
	await page.getByRole('button', { name: 'Places' }).click();
	await goTo(page, 'Admin Portal');
	for (const name of ['Users', 'Roles', 'Call queues']) {
		await part(page, name);
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
		await expect(page.getByRole('table')).toBeVisible();
		await noSidewaysScroll(page);
		await axe(page);
	}
	await page.getByRole('button', { name: 'Add call queue' }).click();
	await noSidewaysScroll(page);
	await axe(page);
});
