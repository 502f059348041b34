import { type Locator, type Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import {
	actAs,
	axe,
	downloadOf,
	expect,
	expectFigures,
	goTo,
	noSidewaysScroll,
	openReport,
	test
} from './fixtures';

/**
 * The walk through the source text, section by section, in its order and under its headings, from an account
 * of which only the name is there. Sentences of the source stand as comments above what shows that they hold.
 */

const ROLE = 'Manager – Live Reports View Access';
const DETROIT = { name: 'Detroit support', extension: '201', manager: 'Alice' };
const BELMONT = { name: 'Belmont support', extension: '202', manager: 'Bob' };
const AGENTS = [
	['John', '111', 'DTW'],
	['Sarah', '112', 'DTW'],
	['Mike', '113', 'DTW'],
	['Emma', '121', 'BEL'],
	['David', '122', 'BEL'],
	['Karen', '123', 'BEL'],
	['Lisa', '124', 'BEL'],
	['Mark', '125', 'BEL']
] as const;
const membersOf = (code: string) => AGENTS.filter((agent) => agent[2] === code).map(([name]) => name);

const SUMMARY = 'Live Reports Usage Summary';
const USERS = 'Total Active Users';
const DETAILS = 'Detailed Usage';
const TABS = [SUMMARY, USERS, DETAILS] as const;
const USER_COLUMNS = [
	'Users',
	'User Extensions',
	'Role Type',
	'Last Viewed',
	'Monitored Call Queues',
	'Dashboards with Monitored Queues'
];
const DETAIL_COLUMNS = [
	'User Name',
	'User Extension',
	'Call Queue Name',
	'Dashboard Accessed',
	'Last Viewed',
	'Live Reports License',
	'Call Queue Booster License'
];
const LIVE_REPORTS = ['Assigned', 'Not assigned'];
const BOOSTER = ['Not assigned', 'Assigned'];
const NO_LICENSE = ['Not assigned', 'Not assigned'];

const button = (at: Page | Locator, name: string) => at.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true });
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const quantity = (page: Page, product: string) =>
	page.getByRole('spinbutton', { name: `${product} quantity` });

/** Presses the dialog's last button, which closes it. */
async function finish(page: Page, name: string): Promise<void> {
	await button(dialog(page), name).click();
	await expect(dialog(page)).toHaveCount(0);
}

async function pick(page: Page, label: string, names: readonly string[]): Promise<void> {
	for (const name of names) {
		await dialog(page).getByRole('combobox', { name: label }).fill(name);
		await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
	}
}

async function openAdmin(page: Page, part: string): Promise<void> {
	await goTo(page, 'Admin Portal');
	await page
		.getByRole('navigation', { name: 'Admin Portal' })
		.getByRole('link', { name: part, exact: true })
		.click();
	await expect(title(page, part)).toBeVisible();
}

async function addUser(
	page: Page,
	[name, extension, role, center]: readonly [string, string, string, string]
): Promise<void> {
	await button(page, 'Add user').click();
	await dialog(page).getByLabel('Name').fill(name);
	await dialog(page).getByLabel('Extension').fill(extension);
	await dialog(page).getByLabel('Role').selectOption({ label: role });
	await dialog(page).getByLabel('Cost center').selectOption({ label: center });
	await finish(page, 'Add');
	await expect(page.getByRole('row', { name: new RegExp(`${name}.*${extension}`) })).toBeVisible();
}

async function addQueue(page: Page, queue: typeof DETROIT, members: readonly string[]): Promise<void> {
	await button(page, 'Add call queue').click();
	await dialog(page).getByLabel('Name').fill(queue.name);
	await dialog(page).getByLabel('Extension').fill(queue.extension);
	await pick(page, 'Managers', [queue.manager]);
	await pick(page, 'Members', members);
	await finish(page, 'Add');
	await expect(page.getByRole('heading', { name: queue.name, exact: true })).toBeVisible();
}

async function addCostCenter(page: Page, name: string, code: string): Promise<void> {
	await button(page, 'Add cost center').click();
	await dialog(page).getByLabel('Name').fill(name);
	await dialog(page).getByLabel('Code').fill(code);
	await finish(page, 'Add');
	await expect(page.getByRole('rowheader', { name: new RegExp(`${name}$`) })).toBeVisible();
}

async function newDashboard(page: Page, name: string): Promise<void> {
	await button(page, 'New dashboard').click();
	await dialog(page).getByLabel('Name').fill(name);
	await finish(page, 'Save');
	await expect(title(page, name)).toBeVisible();
}

/** Adds a widget for a queue, of which the dialog must say what saving it assigns. */
async function addWidget(page: Page, queue: string, says: string): Promise<void> {
	await button(page, 'Add Widget').click();
	await pick(page, 'Queue', [queue]);
	await expect(dialog(page).getByText(says)).toBeVisible();
	await finish(page, 'Save');
}

async function setPlan(page: Page, plan: RegExp): Promise<void> {
	await goTo(page, 'Settings');
	await page.getByRole('radio', { name: plan }).check();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

async function openPurchase(page: Page): Promise<void> {
	await goTo(page, 'Billing Portal');
	await page.getByRole('navigation', { name: 'Billing' }).getByRole('link', { name: 'Purchase' }).click();
	await expect(title(page, 'Purchase')).toBeVisible();
}

/** Leaves the dialog by keyboard. */
async function leave(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toHaveCount(0);
}

/** What the rows of a table say, cell by cell. */
const cellsOf = (rows: Locator): Promise<string[][]> =>
	rows.evaluateAll((all) =>
		all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim()))
	);

async function expectRows(page: Page, name: string, rows: readonly (readonly string[])[]): Promise<void> {
	await expect.poll(() => cellsOf(table(page, name).locator('tbody tr'))).toEqual(rows);
}

interface Usage {
	readonly days: string;
	readonly liveReports: number;
	readonly boosters: number;
	readonly agents: number;
	readonly viewers: number;
	readonly active: number;
	readonly overage: number;
}

/** The source's eight fields, in its order. */
const summaryOf = (usage: Usage): (readonly [string, string | number])[] => [
	['Report Time Duration', usage.days],
	['Total "Live Report" Licenses Purchased', usage.liveReports],
	['Total "Call Queue Booster" Licenses Purchased', usage.boosters],
	['Total Licenses Purchased', usage.liveReports + usage.boosters],
	['Monitored Users (Agents)', usage.agents],
	['Live Report Viewers', usage.viewers],
	['Total Active Users', usage.active],
	['Overage Users', usage.overage]
];

async function expectSummary(page: Page, usage: Usage): Promise<void> {
	const rows = table(page, SUMMARY).locator('tbody tr');
	const fields = summaryOf(usage);
	await expect(rows.getByRole('rowheader')).toHaveText(fields.map(([label]) => label));
	await expect(rows.locator('td:nth-child(2)')).toHaveText(fields.map(([, value]) => String(value)));
}

const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

/** Downloads the report as the source says, and reads it: the file's name and the cells of each tab. */
async function download(page: Page): Promise<{ name: string; tabs: Map<string, (string | number)[][]> }> {
	await button(page, 'Download License Status Report').click();
	const file = await downloadOf(page, () => page.getByRole('menuitem', { name: 'Excel file' }).click());
	const book = new ExcelJS.Workbook();
	await book.xlsx.readFile(file.path);
	const tabs = book.worksheets.map((sheet) => {
		const rows = Array.from({ length: sheet.rowCount }, (_, row) =>
			Array.from({ length: sheet.columnCount }, (_, column) => {
				const { value } = sheet.getCell(row + 1, column + 1);
				if (value instanceof Date) return value.toISOString().slice(0, 10);
				return typeof value === 'number' ? value : typeof value === 'string' ? value : '';
			})
		);
		return [sheet.name, rows] as const;
	});
	return { name: file.name, tabs: new Map(tabs) };
}

/** The rows of a tab under its headings, as the screen says them. */
const asShown = (rows: readonly (readonly (string | number)[])[] | undefined): string[][] =>
	(rows ?? []).slice(1).map((row) => row.map(String));

test('the whole source, from an empty account to an explained overage', async ({ page }) => {
	test.setTimeout(360_000); // a wait, for a machine that others share: alone it takes a fraction of it
	await test.step('Purchasing Live Reports licenses and managing usage', async () => {
		await page.goto('./');
		await page.getByRole('button', { name: 'Start from nothing' }).click();
		await expectFigures(page, { needed: 0, active: 0, purchased: 0, overage: 0 });
		await goTo(page, 'Settings');
		await addCostCenter(page, 'Detroit', 'DTW');
		await addCostCenter(page, 'Belmont', 'BEL');

		await openAdmin(page, 'Users');
		await addUser(page, ['Sam', '100', 'Super Admin', 'Root']);
		await addUser(page, ['Alice', '101', 'Manager', 'Detroit']);
		await addUser(page, ['Bob', '102', 'Manager', 'Belmont']);
		await button(page, 'Paste many').click();
		await dialog(page)
			.getByLabel('Rows')
			.fill(AGENTS.map(([name, extension, center]) => `${name},${extension},,,${center}`).join('\n'));
		await finish(page, 'Add 8 users');
		await expect(page.getByText('11 rows', { exact: true })).toBeVisible();
		await openAdmin(page, 'Call queues');
		await addQueue(page, DETROIT, membersOf('DTW'));
		await openAdmin(page, 'Call queues');
		await addQueue(page, BELMONT, membersOf('BEL'));

		// “Licenses are required for: users or managers with … access; agents assigned to call queues that are
		// monitored in the Live Report.” There is no access yet, and nothing is monitored.
		await expectFigures(page, { needed: 0, active: 0, purchased: 0, overage: 0 });
		await page.getByRole('button', { name: /^Needed 0/ }).click();
		await expect(
			dialog(page)
				.getByText(/whoever holds a Live Reports permission/)
				.first()
		).toBeVisible();
		await expect(
			dialog(page)
				.getByText(/a member of a queue that a dashboard watches/)
				.first()
		).toBeVisible();
		await expect(dialog(page).getByText('Nobody may view dashboards, and no queue is on one.')).toBeVisible();
		await leave(page);

		// “You have access to Live Reports if you’re on the Customer Engagement Bundle … You don’t need to buy
		// separate Live Reports licenses for users on this plan, or if you have users assigned to the add-on.”
		await setPlan(page, /^Customer Engagement Bundle/);
		await openPurchase(page);
		await expect(page.getByText('Live Reports is unlimited, so there is nothing to buy')).toBeVisible();
		await expect(quantity(page, 'Live Reports')).toHaveCount(0);
		await setPlan(page, /^Standard/);
		await openPurchase(page);
		await expect(page.getByRole('region', { name: 'Call Queues Booster' })).toContainText(
			'holder needs no separate Live Reports license'
		);
		await axe(page);
	});

	await test.step('Purchasing Live Reports licenses', async () => {
		// Pricing is to be confirmed later: the price is the account’s own entry.
		await goTo(page, 'Settings');
		await page.getByRole('textbox', { name: 'Live Reports', exact: true }).fill('20');
		await page.getByRole('textbox', { name: 'Live Reports', exact: true }).press('Enter');
		await expect(page.getByRole('textbox', { name: 'Live Reports', exact: true })).toHaveValue('20.00');

		// “Sign in to the Billing Portal. Click Purchase in the left panel.”
		await actAs(page, 'Sam');
		await openPurchase(page);
		// “Click Analytics to filter by Analytics products.”
		await page.getByRole('radio', { name: 'Phones and devices' }).check();
		await expect(quantity(page, 'Live Reports')).toHaveCount(0);
		await page.getByRole('radio', { name: 'Analytics' }).check();
		// “Enter the quantity of Live Reports licenses you want to purchase. Click the Add to Cart icon and
		// select more items or click Buy now to immediately go to the checkout window.”
		const cart = page.getByRole('link', { name: 'Shopping cart' });
		await quantity(page, 'Live Reports').fill('9');
		// Each product has its own, so the words on it are its whole name (WCAG 2.5.3).
		await expect(button(page, 'Add Live Reports to cart')).toHaveText('Add Live Reports to cart');
		await button(page, 'Add Live Reports to cart').click();
		await expect(cart).toHaveAccessibleName('Shopping cart, 1 item');
		await quantity(page, 'Call Queues Booster').fill('3');
		await button(page, 'Buy now').click();
		await expect(page.getByRole('heading', { name: 'Review items' })).toBeVisible();
		await openPurchase(page);
		// “Click the Shopping cart icon at the top right when you’re ready to complete your purchase.”
		await expect(cart).toHaveAccessibleName('Shopping cart, 2 items');
		const [icon, heading] = [await cart.boundingBox(), await title(page, 'Purchase').boundingBox()];
		expect(icon!.y).toBeLessThan(heading!.y + heading!.height); // beside the title or above it
		expect(icon!.x).toBeGreaterThan(page.viewportSize()!.width / 2);
		await cart.click();

		// “Review the items in your cart. You can change the quantity or delete any items. Click Next.”
		await expect(page.getByRole('heading', { name: 'Review items' })).toBeVisible();
		await quantity(page, 'Live Reports').fill('10');
		await button(page, 'Delete Call Queues Booster').click();
		await expect(quantity(page, 'Call Queues Booster')).toHaveCount(0);
		await button(page, 'Next').click();

		// “If you have multiple cost centers, you can: click the Select cost center dropdown …”
		await expect(page.getByRole('heading', { name: 'Assign cost centers' })).toBeFocused();
		const center = page.getByRole('combobox', { name: 'Select cost center' });
		const chosen = center.locator('option:checked');
		await center.selectOption({ label: 'Belmont' });
		await expect(chosen).toHaveText('Belmont');
		// “Click Split to separate multiples of the same item into smaller quantities …”
		await button(page, 'Split').click();
		const part = (number: number) =>
			page.getByRole('spinbutton', { name: `Quantity of part ${number}`, exact: true });
		await part(2).fill('4');
		await expect(part(1)).toHaveValue('6');
		// “Click Assign to all or check the box next to an item, then click Assign to selected at the top.”
		await page.getByLabel('Cost center to assign').selectOption({ label: 'Detroit' });
		await button(page, 'Assign to all').click();
		await expect(chosen).toHaveText(['Detroit', 'Detroit']);
		await expect(button(page, 'Assign to selected')).toBeDisabled();
		await page.getByRole('checkbox', { name: 'Live Reports, part 1 of 2' }).check();
		await page.getByLabel('Cost center to assign').selectOption({ label: 'Belmont' });
		await button(page, 'Assign to selected').click();
		await expect(chosen).toHaveText(['Belmont', 'Detroit']);
		// “Click Next.”
		await button(page, 'Next').click();

		// “Confirm your order and its pricing in the Review charges tab. Click the checkbox at the bottom of the
		// page to acknowledge that you have read and understood …, then click Confirm.”
		await expect(page.getByRole('heading', { name: 'Review charges' })).toBeFocused();
		await expect(table(page, 'Itemized charges').locator('tbody tr')).toHaveText([
			/Live Reports\s*Belmont\s*6\s*\$20\.00\s*\$120\.00/,
			/Live Reports\s*Detroit\s*4\s*\$20\.00\s*\$80\.00/
		]);
		await expect(page.getByRole('row', { name: /^Total/ })).toContainText('$200.00');
		await expect(button(page, 'Confirm')).toBeDisabled();
		await expectFigures(page, { needed: 0, active: 0, purchased: 0, overage: 0 });
		await page.getByRole('checkbox', { name: /^I have read and understood/ }).check();
		await button(page, 'Confirm').click();
		await expect(title(page, 'Order confirmation')).toBeVisible();
		await expect(page.getByRole('region', { name: 'Order 1' })).toContainText('Sam');
		await expectFigures(page, { needed: 0, active: 0, purchased: 10, overage: 0 });
		await goTo(page, 'Billing Portal');
		const owned = page.getByRole('table', { name: /by cost center/ });
		await expect(owned.getByRole('row', { name: /Detroit/ })).toHaveText(/4 · 0/);
		await expect(owned.getByRole('row', { name: /Belmont/ })).toHaveText(/6 · 0/);
		await axe(page);
	});

	await test.step('Using Live Reports licenses', async () => {
		// “A Detroit support call queue with Alice as the supervisor, and John, Sarah, and Mike assigned as
		// agents. A Belmont support call queue with Bob as the supervisor and Emma, David, …”
		for (const [queue, code] of [
			[DETROIT, 'DTW'],
			[BELMONT, 'BEL']
		] as const) {
			await openAdmin(page, 'Call queues');
			await page.getByRole('link', { name: queue.name }).click();
			await expect(page.getByRole('definition').last()).toHaveText(queue.manager);
			await expect(page.getByText(/^It is on no dashboard now, so its members are no agents/)).toBeVisible();
			const names = table(page, 'Members now').locator('tbody tr td:nth-child(2)');
			await expect(names).toHaveText(membersOf(code).toSorted());
		}
		await axe(page);
	});

	await test.step('Providing access to the Live Reports dashboard', async () => {
		await actAs(page, 'Trainer'); // who looks and builds without being counted as a viewer
		await openReport(page);
		await newDashboard(page, 'Support floor');
		// “Licenses are assigned automatically to all members of a call queue when it’s added to a Live Reports
		// dashboard.”
		await addWidget(page, DETROIT.name, 'Saving assigns 3 licenses: John, Mike, Sarah.');
		await expectFigures(page, { needed: 3, active: 3, purchased: 10, overage: 0 });
		await addWidget(page, BELMONT.name, 'Saving assigns 5 licenses: David, Emma, Karen, Lisa, Mark.');
		await expectFigures(page, { needed: 8, active: 8, purchased: 10, overage: 0 });
		await expect(table(page, 'Monitored queues and licenses').locator('tbody tr')).toHaveText([
			/Detroit support\s*3 members\s*3 Live Reports/,
			/Belmont support\s*5 members\s*5 Live Reports/
		]);
		// A queue on a second dashboard takes no second license of anybody.
		await page.getByRole('link', { name: 'All dashboards' }).click();
		await newDashboard(page, 'Detroit wallboard');
		await addWidget(page, DETROIT.name, 'Saving assigns no license. All 3 members already have one.');
		await expectFigures(page, { needed: 8, active: 8, purchased: 10, overage: 0 });
		// “You can review which users are actively using the licenses.”
		await page.getByRole('link', { name: 'All dashboards' }).click();
		await openTab(page, USERS);
		await expectRows(
			page,
			USERS,
			AGENTS.toSorted(([one], [other]) => one.localeCompare(other)).map(([name, extension, center]) => [
				name,
				extension,
				'Monitored Agent',
				'',
				'1',
				center === 'DTW' ? '2' : '1'
			])
		);
		// “Admins need to update role permissions for managers and supervisors who need … access.”
		await actAs(page, 'Alice');
		await expect(page.getByRole('region', { name: 'No access to Live Reports' })).toContainText(
			'Live Reports - View Only or Live Reports - Full Access'
		);

		await test.step('Types of Live Reports permissions', async () => {
			// “By default, the Super Admin of an account has both … and can assign access to others.”
			await expect(page.getByText('It comes with the role Super Admin.')).toBeVisible();
			await expect(page.getByText('It can be granted by Sam, with another role.')).toBeVisible();
			await actAs(page, 'Sam');
			await openAdmin(page, 'Roles');
			await expect(page.getByRole('row', { name: /Live Reports - / })).toHaveCount(1);
			await page.getByRole('link', { name: 'Super Admin', exact: true }).click();
			await openTab(page, 'Permissions');
			const both = page.getByRole('group', { name: 'Analytics' }).getByRole('checkbox');
			await expect(both).toHaveCount(2);
			for (const [name, says] of [
				// “Live Reports – Full Access: Grants full access to create, edit, and delete dashboards.”
				['Live Reports - Full Access', /^Create, edit and delete dashboards/],
				// “Live Reports – View Only: Grants view, but no edit access.”
				['Live Reports - View Only', /^View dashboards that others share/]
			] as const) {
				const permission = page.getByRole('checkbox', { name, exact: true });
				await expect(permission).toBeChecked();
				await expect(permission).toHaveAccessibleDescription(says);
			}
			await axe(page);
		});

		await test.step('Creating and assigning a custom role for Live Reports access', async () => {
			// “For example, create a Manager – Live Reports View Access role that includes all manager-level
			// permissions plus Live Reports – View access.”
			await openAdmin(page, 'Roles');
			await button(page, 'New Role').click();
			await dialog(page).getByRole('radio', { name: 'Manager', exact: true }).check();
			await button(dialog(page), 'Next').click();
			await dialog(page).getByLabel('Name').fill(ROLE);
			await button(dialog(page), 'Next').click();
			await dialog(page).getByRole('checkbox', { name: 'Live Reports - View Only' }).check();
			await button(dialog(page), 'Create Role').click();
			await expect(dialog(page).getByText(`${ROLE} is created`)).toBeVisible();
			await expectFigures(page, { needed: 8, active: 8, purchased: 10, overage: 0 });
			await button(dialog(page), 'Assign').click();
			await pick(page, 'Users', ['Alice', 'Bob']);
			await finish(page, 'Assign');
			await page.getByRole('link', { name: ROLE }).click();
			await expect(page.getByText('Started from Manager')).toBeVisible();
			await expect(table(page, 'Assigned Users').locator('tbody tr')).toHaveText([/Alice/, /Bob/]);
			await axe(page);

			// “You’ll need to purchase ten overall Live Reports licenses – two for Alice and Bob, and eight for
			// the unique agents across both queues.”
			await expectFigures(page, { needed: 10, active: 8, purchased: 10, overage: 0 });
			await page.getByRole('button', { name: /^Needed 10/ }).click();
			await expect(dialog(page).getByRole('table').first().locator('tbody tr')).toHaveText([
				/^May view.*2.*L7$/s,
				/^Agents now.*\+ ?8.*L7$/s,
				/^Both.*− ?0.*L6$/s,
				/^Needed.*= ?10.*L7$/s
			]);
			await leave(page);
		});

		await test.step('Types of Live Reports permissions, seen in what people can do', async () => {
			await openReport(page);
			await button(page, 'Actions for Support floor').click();
			await page.getByRole('menuitem', { name: 'Share' }).click();
			await pick(page, 'Share with', ['Alice', 'Bob']);
			await finish(page, 'Save');
			const links = table(page, 'Dashboards').getByRole('link');
			await expect(links).toHaveText(['Detroit wallboard', 'Support floor']); // Full Access sees all
			// “Grants view, but no edit access.”
			await actAs(page, 'Alice');
			await expect(links).toHaveText(['Support floor']);
			for (const name of ['New dashboard', 'Actions for Support floor'])
				await expect(button(page, name)).toHaveCount(0);

			// “Grants full access to create, edit, and delete dashboards.”
			await actAs(page, 'Sam');
			await openAdmin(page, 'Roles');
			await page.getByRole('link', { name: ROLE }).click();
			await button(page, 'Edit').click();
			await dialog(page).getByRole('checkbox', { name: 'Live Reports - Full Access' }).check();
			await finish(page, 'Save');
			await openReport(page);
			await actAs(page, 'Alice');
			await newDashboard(page, 'Night line');
			await addWidget(page, DETROIT.name, 'Saving assigns no license. All 3 members already have one.');
			await button(page, 'Actions for this dashboard').click();
			await page.getByRole('menuitem', { name: 'Rename' }).click();
			await dialog(page).getByLabel('Name').fill('Night shift');
			await finish(page, 'Save');
			await expect(title(page, 'Night shift')).toBeVisible();
			await button(page, 'Actions for this dashboard').click();
			await page.getByRole('menuitem', { name: 'Delete' }).click();
			await expect(links).toHaveText(['Detroit wallboard', 'Support floor']);

			// Back to View Only, as if the try had not been.
			await page.getByRole('link', { name: 'History' }).click();
			const shared = page.getByRole('row', { name: /shared with Alice and Bob/ });
			await shared.getByRole('button', { name: /^Undo to here/ }).click();
			await expect(shared).toContainText('You are here');
			await expectFigures(page, { needed: 10, active: 8, purchased: 10, overage: 0 });
		});
	});

	await test.step('Accessing Live Reports dashboards', async () => {
		const isIn = () => expect(title(page, 'Analytics Portal')).toBeVisible();
		const tile = page.getByRole('main').getByRole('link', { name: 'Live Reports', exact: true });

		await test.step('Analytics Portal', async () => {
			await actAs(page, 'Alice');
			// “Sign in to the Analytics Portal. Click the Live Reports tile …”
			await goTo(page, 'Analytics Portal');
			await isIn();
			await tile.click();
			await expect(title(page, 'Live Reports')).toBeVisible();
			await expect(table(page, 'Dashboards').getByRole('link')).toHaveText(['Support floor']);
			// “You can also access the Analytics Portal from the Analytics & Logs tab in the Admin Portal.”
			await goTo(page, 'Admin Portal');
			await page
				.getByRole('navigation', { name: 'Admin Portal' })
				.getByRole('link', { name: 'Analytics & Logs' })
				.click();
			await isIn();
			// “… or hover over the left navigation, then click the Live Reports icon.”
			const icon = page
				.getByRole('navigation', { name: 'Analytics Portal' })
				.getByRole('link', { name: 'Open Live Reports' });
			await icon.hover();
			await expect(page.locator('.tip')).toHaveText('Open Live Reports');
			await icon.click();
			await expect(title(page, 'Live Reports')).toBeVisible();
			await page.getByRole('link', { name: 'Support floor' }).click();
			await expect(title(page, 'Support floor')).toBeVisible();
			// View Only: no edit access inside the dashboard either.
			for (const name of ['Add Widget', 'Share', 'Actions for this dashboard'])
				await expect(button(page, name)).toHaveCount(0);
			await expectFigures(page, { needed: 10, active: 9, purchased: 10, overage: 0 });
			await axe(page);
		});

		await test.step('RingCentral app', async () => {
			await actAs(page, 'Trainer');
			await goTo(page, 'RingCentral app');
			await actAs(page, 'Bob');
			// “Desktop and web: Click the three-dot More icon in the navigation bar. Click Analytics.”
			const app = page.getByRole('region', { name: 'Desktop app' });
			await button(app, 'More').click();
			await page.getByRole('menuitem', { name: 'Analytics', exact: true }).click();
			// “The Analytics Portal will open in a browser window.”
			await isIn();
			// “You can also move the location of the Analytics tab to the main navigation bar.”
			await goTo(page, 'RingCentral app');
			await expect(page.getByText('the Analytics Portal opens in a browser window')).toBeVisible();
			await button(app, 'More').click();
			await page.getByRole('menuitem', { name: 'Move Analytics to the main bar' }).click();
			await app.getByRole('link', { name: 'Analytics', exact: true }).click();
			await isIn();
			await tile.click();
			await page.getByRole('link', { name: 'Support floor' }).click();
			await expectFigures(page, { needed: 10, active: 10, purchased: 10, overage: 0 });

			// “Mobile: Click the three-dot More icon in the bottom menu bar. Click Analytics.”
			const desktop = page.viewportSize()!;
			await page.setViewportSize({ width: 390, height: 844 });
			await button(page, 'Places').click();
			await goTo(page, 'RingCentral app');
			await openTab(page, 'Mobile');
			const phone = page.getByRole('region', { name: 'Mobile app' });
			const [more, frame] = [await button(phone, 'More').boundingBox(), await phone.boundingBox()];
			expect(more!.y + more!.height).toBeGreaterThan(frame!.y + 0.9 * frame!.height);
			await noSidewaysScroll(page);
			await axe(page);
			await button(phone, 'More').click();
			await page.getByRole('menuitem', { name: 'Analytics', exact: true }).click();
			await isIn();
			await page.setViewportSize(desktop);
		});
	});

	const ten: Usage = {
		days: '2026-10-26 to 2026-11-24',
		liveReports: 10,
		boosters: 0,
		agents: 8,
		viewers: 2,
		active: 10,
		overage: 0
	};
	let report: Awaited<ReturnType<typeof download>>;

	await test.step('Checking your Live Report license usage', async () => {
		await actAs(page, 'Trainer');
		// “If your account is on the Customer Engagement Bundle, you won’t have the Download License Status
		// Report option. This bundle includes unlimited access …, so you won’t need to track license usage.”
		await setPlan(page, /^Customer Engagement Bundle/);
		await openReport(page);
		await expect(
			page.getByText(/Live Reports is unlimited, so there is nothing to buy, no overage and no License/)
		).toBeVisible();
		await expect(button(page, 'Download License Status Report')).toHaveCount(0);
		await setPlan(page, /^Standard/);
		// “In your Live Reports, click Download License Status Report, then Excel file. An Excel file containing
		// your license usage for the last 30 days will be downloaded to your computer.” Alice does it.
		await openReport(page);
		await actAs(page, 'Alice');
		await axe(page);
		report = await download(page);
	});

	await test.step('Reviewing your Live Reports license usage', async () => {
		await test.step('Opening the report file', async () => {
			// “File name format: RingCentral_LR_Licensed Users_<TimeStamp>.xlsx” “Three tabs are available”
			expect(report.name).toBe('RingCentral_LR_Licensed Users_20261124_090000.xlsx');
			expect([...report.tabs.keys()]).toEqual([...TABS]);
			await expect(page.getByRole('tab')).toHaveText([...TABS]);
		});

		await test.step('Reviewing the Live Reports Usage Summary tab', async () => {
			// “Report Time Duration: the date range …; Total Licenses Purchased: the sum of Live Report and Call
			// Queue Booster Licenses; Monitored Users (Agents): unique agents in monitored call queues; …”
			await openTab(page, SUMMARY);
			await expectSummary(page, ten);
			expect(report.tabs.get(SUMMARY)?.slice(0, 9)).toEqual([...summaryOf(ten), ['', '']]);
			const [from, to] = ten.days.split(' to ').map((day) => Date.parse(day));
			expect((to! - from!) / 86_400_000 + 1).toBe(30); // “the last 30 days”
			// “Total Active Users: combined number of monitored agents and viewers (used for license billing).”
			await button(page, 'Why? Total Active Users').click();
			await expect(
				dialog(page).getByText(/calls them Total Active Users; billing counts these/)
			).toBeVisible();
			await expect(dialog(page).getByRole('row', { name: /^Agents/ })).toContainText(/= ?8/);
			await expect(dialog(page).getByRole('row', { name: /^Viewers/ })).toContainText(/\+ ?2/);
			await expect(dialog(page).getByRole('row', { name: /^Active/ })).toContainText(/= ?10/);
			await leave(page);
		});

		await test.step('Reviewing the Total Active Users tab', async () => {
			// “Each row represents a user who is assigned a Live Reports license.”
			await openTab(page, USERS);
			const seen = '2026-11-24';
			const rows = [
				['Alice', '101', 'Viewer', seen, '0', '0'],
				['Bob', '102', 'Viewer', seen, '0', '0'],
				['David', '122', 'Monitored Agent', '', '1', '1'],
				['Emma', '121', 'Monitored Agent', '', '1', '1'],
				['John', '111', 'Monitored Agent', '', '1', '2'],
				['Karen', '123', 'Monitored Agent', '', '1', '1'],
				['Lisa', '124', 'Monitored Agent', '', '1', '1'],
				['Mark', '125', 'Monitored Agent', '', '1', '1'],
				['Mike', '113', 'Monitored Agent', '', '1', '2'],
				['Sarah', '112', 'Monitored Agent', '', '1', '2']
			];
			await expect(table(page, USERS).getByRole('columnheader')).toHaveText(USER_COLUMNS);
			await expectRows(page, USERS, rows);
			expect(report.tabs.get(USERS)?.[0]).toEqual(USER_COLUMNS);
			expect(asShown(report.tabs.get(USERS))).toEqual(rows);
			// “… if managers or agents are driving most of the usage.”
			await page.getByLabel(`Filter ${USERS}`).fill('Monitored Agent');
			await expect(page.getByText('8 of 10 rows')).toBeVisible();
		});

		await test.step('Analyzing usage in detail in the Detailed Usage tab', async () => {
			// “User name and extension; call queue name (if applicable); dashboard accessed; last viewed date;
			// Live Reports and Call Queue Booster license assignment status.”
			await openTab(page, DETAILS);
			const agent = (name: string, extension: string, queue: string, dashboard: string) => [
				name,
				extension,
				queue,
				dashboard,
				'',
				...LIVE_REPORTS
			];
			const of = { DTW: ['Detroit wallboard', 'Support floor'], BEL: ['Support floor'] };
			const rows = [
				['Alice', '101', '', 'Support floor', '2026-11-24', ...LIVE_REPORTS],
				['Bob', '102', '', 'Support floor', '2026-11-24', ...LIVE_REPORTS],
				...AGENTS.toSorted(([one], [other]) => one.localeCompare(other)).flatMap(
					([name, extension, center]) =>
						of[center].map((dashboard) =>
							agent(name, extension, center === 'DTW' ? DETROIT.name : BELMONT.name, dashboard)
						)
				)
			];
			await expect(table(page, DETAILS).getByRole('columnheader')).toHaveText(DETAIL_COLUMNS);
			await expectRows(page, DETAILS, rows);
			expect(report.tabs.get(DETAILS)?.[0]).toEqual(DETAIL_COLUMNS);
			expect(asShown(report.tabs.get(DETAILS))).toEqual(rows);
			// “… identify which call queues or dashboards are driving license consumption …”
			for (const [text, count] of [
				[BELMONT.name, '5 of 13 rows'],
				['Detroit wallboard', '3 of 13 rows']
			] as const) {
				await page.getByLabel(`Filter ${DETAILS}`).fill(text);
				await expect(page.getByText(count)).toBeVisible();
			}
			await axe(page);
		});

		await test.step('An overage: seen, explained, covered by a Call Queues Booster', async () => {
			await actAs(page, 'Trainer');
			await button(page, 'Next day').click();
			await expect(page.getByLabel('As of')).toContainText('25 Nov');
			// “Last Viewed: last date the user accessed Live Reports.”
			await openReport(page);
			await actAs(page, 'Bob');
			await page.getByRole('link', { name: 'Support floor' }).click();
			await expect(page.getByText(/^Opening this page as Bob records a viewing/)).toBeVisible();
			await expect(button(page, 'Undo')).toHaveAccessibleDescription('Undo: view a dashboard');
			await actAs(page, 'Trainer');
			await openAdmin(page, 'Users');
			await addUser(page, ['Nora', '126', 'Standard (International)', 'Belmont']);
			await openAdmin(page, 'Call queues');
			await page.getByRole('link', { name: BELMONT.name }).click();
			await button(page, 'Add members').click();
			// “Unique agents in monitored call queues”: Mike, an agent already, does not count twice.
			await pick(page, 'Members', ['Mike', 'Nora']);
			await finish(page, 'Add');
			await expectFigures(page, { needed: 11, active: 11, purchased: 10, overage: 1 });

			// “Overage Users: number of users (total active users minus total licenses purchased) exceeding your
			// license count, if any.”
			const days = '2026-10-27 to 2026-11-25';
			const over: Usage = { ...ten, days, agents: 9, active: 11, overage: 1 };
			await openReport(page);
			await expectSummary(page, over);
			const first = await download(page);
			expect(first.name).toBe('RingCentral_LR_Licensed Users_20261125_090000.xlsx');
			expect(first.tabs.get(SUMMARY)?.slice(0, 8)).toEqual(summaryOf(over));
			const users = first.tabs.get(USERS);
			expect(users?.find(([name]) => name === 'Mike')).toEqual(['Mike', '113', 'Monitored Agent', '', 2, 2]);
			expect(users?.find(([name]) => name === 'Alice')?.[3]).toBe('2026-11-24');
			expect(users?.find(([name]) => name === 'Bob')?.[3]).toBe('2026-11-25');
			// “This information can help you investigate license overage …”
			const nora = ['Nora', '126', BELMONT.name, 'Support floor', ''];
			await openTab(page, DETAILS);
			await page.getByLabel(`Filter ${DETAILS}`).fill('Nora');
			await expectRows(page, DETAILS, [[...nora, ...NO_LICENSE]]);
			expect(first.tabs.get(DETAILS)).toContainEqual([...nora, ...NO_LICENSE]);
			await page.getByRole('button', { name: /^Overage 1/ }).click();
			await expect(table(page, 'Active seats by license').locator('tbody tr').first()).toContainText('Nora');
			await leave(page);

			// “You don’t need to buy separate Live Reports licenses … if you have users assigned to the add-on
			// licenses.” The sum of both products is what is purchased.
			await openAdmin(page, 'Users');
			await button(page, 'Nora').click();
			await dialog(page).getByLabel('Call Queues Booster').check();
			await finish(page, 'Save');
			await openPurchase(page);
			await quantity(page, 'Call Queues Booster').fill('2');
			await button(page, 'Buy now').click();
			await button(page, 'Next').click();
			await button(page, 'Next').click();
			await page.getByRole('checkbox', { name: /^I have read and understood/ }).check();
			await button(page, 'Confirm').click();
			await expectFigures(page, { needed: 11, active: 11, purchased: 12, overage: 0 });
			const covered: Usage = { ...over, boosters: 2, overage: 0 };
			await openReport(page);
			await expectSummary(page, covered);
			await openTab(page, DETAILS);
			await page.getByLabel(`Filter ${DETAILS}`).fill('Nora');
			await expectRows(page, DETAILS, [[...nora, ...BOOSTER]]);
			const second = await download(page);
			expect(second.tabs.get(SUMMARY)?.slice(0, 8)).toEqual(summaryOf(covered));
			expect(second.tabs.get(DETAILS)).toContainEqual([...nora, ...BOOSTER]);
			await axe(page);
		});
	});
});
