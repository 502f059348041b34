import { type Page } from '@playwright/test';
import {
	actAs,
	axe,
	createFrom,
	downloadOf,
	expect,
	expectFigures,
	goTo,
	noSidewaysScroll,
	openTen,
	sample,
	test
} from './fixtures';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const number = (page: Page, name: string) => page.getByRole('spinbutton', { name, exact: true });
const region = (page: Page) => page.getByRole('region', { name: 'Fit within' });
const TEN = { needed: 10, active: 10, purchased: 10, overage: 0 };

/** The cells of a row of the comparison: today's, then each what-if's. */
const row = (page: Page, name: RegExp) =>
	page.getByRole('region', { name: 'Comparison table' }).getByRole('row', { name }).getByRole('cell');

async function openWhatIf(page: Page): Promise<void> {
	await goTo(page, 'What-if');
	await expect(page.getByRole('heading', { level: 1, name: 'What-if' })).toBeVisible();
	await expect(row(page, /^Needed L7/).first()).toHaveText(/^\d/);
}

async function fitWithin(page: Page, licenses: string): Promise<void> {
	await number(page, 'Licenses available').fill(licenses);
	await region(page).getByRole('button', { name: 'Find' }).click();
}

test('[I1] licenses are tried, shown beside today, applied as one step and undone', async ({ page }) => {
	await openTen(page);
	await openWhatIf(page);
	await axe(page);
	await button(page, 'Apply').press('Enter');
	await expectFigures(page, TEN); // nothing is changed yet, and the button says so
	await number(page, 'Live Reports quantity').fill('3');
	await number(page, 'Call Queues Booster quantity').fill('2');
	await expect(row(page, /^Live Reports owned/)).toHaveText(['10', /^13 .*\+3$/]);
	await expect(row(page, /^Call Queues Booster owned/)).toHaveText(['0', /^2 .*\+2$/]);
	await expectFigures(page, TEN);
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await page.reload();
	await expect(row(page, /^Live Reports owned/)).toHaveText(['10', /^13 .*\+3$/]);
	await button(page, 'Apply').click();
	await expectFigures(page, { ...TEN, purchased: 15 });
	await expect(page.getByText('“What-if 1” applied')).toBeVisible();
	await page
		.getByRole('banner')
		.getByRole('button', { name: 'Undo' })
		.or(button(page, 'Undo').first())
		.first()
		.click();
	await expectFigures(page, TEN);
	await expect(row(page, /^Live Reports owned/)).toHaveText(['10', /^13 .*\+3$/]);
});

test('[L14] what drives the seats is found, stopped, exempted and let go on', async ({ page }) => {
	await createFrom(page, sample('busy-month'));
	await openWhatIf(page);
	await page.getByRole('checkbox', { name: 'Stop monitoring Nurse Line', exact: true }).check();
	await expect(row(page, /^Needed L7/)).toHaveText(['13', /^9 .*−4$/]);
	await expect(page.getByRole('list', { name: 'Changes' })).toContainText('Stop monitoring · Nurse Line');
	await page.getByRole('combobox', { name: 'By' }).selectOption('Queues on a dashboard');
	await expect(page.getByRole('checkbox', { name: /^Stop monitoring Nurse Line on / }).first()).toBeChecked();
	await axe(page);
	await page.getByRole('combobox', { name: 'By' }).selectOption('Queues');
	await page.getByRole('checkbox', { name: 'Stop monitoring Nurse Line', exact: true }).uncheck();
	await expect(row(page, /^Needed L7/)).toHaveText(['13', '13']);
	await page.getByRole('checkbox', { name: 'Exempt Nurse Line from Fit within' }).check();
	await expect(region(page)).toContainText('1 queue or dashboard is exempt and will stay.');
});

test('[I5] Fit within finds the fewest to stop, proves it, and ends in a what-if that can be applied', async ({
	page
}) => {
	await createFrom(page, sample('busy-month'));
	await openWhatIf(page);
	await fitWithin(page, '9');
	await expect(region(page)).toContainText('Optimal: 1 queue to stop');
	await expect(region(page)).toContainText('To stop: Nurse Line.');
	await expect(row(page, /^Needed L7/).last()).toHaveText(/^9 .*−4$/);
	await axe(page);
	await fitWithin(page, '3');
	await expect(region(page)).toContainText('Stopping alone can’t reach it');
	await expect(region(page)).toContainText('4 seats can’t be freed so');
	await fitWithin(page, '13');
	await expect(region(page)).toContainText('It fits already');
	await fitWithin(page, '');
	await expect(region(page)).toContainText('Enter how many licenses there are.');
	await fitWithin(page, '1.5');
	await expect(region(page)).toContainText('Enter a whole number.');
	await fitWithin(page, '6');
	await expect(region(page)).toContainText(/(Optimal|Best found): \d queues? to stop/);
	await button(page, 'Apply').click();
	await expect
		.poll(async () =>
			Number.parseInt(await page.getByLabel('License figures').locator('dd').first().innerText())
		)
		.toBeLessThanOrEqual(6);
});

test('[I3] a what-if is kept as a scenario, compared and exported, and the open one stays', async ({
	page
}) => {
	await openTen(page);
	await openWhatIf(page);
	await number(page, 'Live Reports quantity').fill('1');
	await expect(row(page, /^Live Reports owned/).last()).toHaveText(/^11/);
	await button(page, 'New what-if').click();
	await page.getByRole('textbox', { name: 'Name of the what-if' }).fill('Fewer');
	await page.getByRole('textbox', { name: 'Name of the what-if' }).press('Enter');
	await page.getByText('Set how many are owned, fewer too').click();
	await number(page, 'Live Reports owned').fill('6');
	await expect(row(page, /^Live Reports owned/)).toHaveText(['10', /^11 .*\+1$/, /^6 .*−4$/]);
	await expect(row(page, /^Overage/)).toHaveText(['0', '0', /^4 .*\+4$/]);
	await button(page, 'Export').click();
	const { name } = await downloadOf(page, () => page.getByRole('menuitem', { name: 'Excel file' }).click());
	expect(name).toBe('Live Reports What-if_20261124_090000.xlsx');
	await button(page, 'Export').click();
	const csv = await downloadOf(page, () => page.getByRole('menuitem', { name: 'CSV file' }).click());
	expect(csv.name).toMatch(/\.csv$/);
	await button(page, 'Save as scenario').click();
	await expectFigures(page, { ...TEN, purchased: 6, overage: 4 });
	await goTo(page, 'Home');
	await page.getByRole('link', { name: 'The ten-license example', exact: true }).click();
	await expectFigures(page, TEN);
});

test('[I2] bad quantities, a plan without licenses and an empty account get words', async ({ page }) => {
	await openTen(page);
	await openWhatIf(page);
	for (const [typed, says] of [
		['1.5', 'Enter a whole number.'],
		['1000000000000', /Enter [\d,]+ or less\./],
		['-1', 'Enter 0 or more.']
	] as const) {
		await number(page, 'Live Reports quantity').fill(typed);
		await expect(page.getByText(says)).toBeVisible();
		await expect(row(page, /^Live Reports owned/)).toHaveText(['10', '10']);
	}
	await number(page, 'Live Reports quantity').fill('');
	await page.getByRole('combobox', { name: 'Plan' }).selectOption('customer-engagement-bundle');
	await expect(row(page, /^First day without overage/).last()).toHaveText('unlimited');
	await page.goto('./');
	await button(page, 'Start from nothing').click();
	await expectFigures(page, { needed: 0, active: 0, purchased: 0, overage: 0 });
	await openWhatIf(page);
	await expect(page.getByText('No queue is monitored, so none drives a seat.')).toBeVisible();
	await fitWithin(page, '0');
	await expect(region(page)).toContainText('It fits already');
	await axe(page);
});

test('[S1] who may not buy may try, and Apply says which permission is missing', async ({ page }) => {
	await openTen(page);
	await actAs(page, 'Alice');
	await openWhatIf(page);
	await number(page, 'Live Reports quantity').fill('3');
	await expect(row(page, /^Live Reports owned/).last()).toHaveText(/^13/);
	await button(page, 'Apply').click();
	await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Purchase');
	await expectFigures(page, TEN);
});

test('people leave, join, are hired and lose viewing, each as a command', async ({ page }) => {
	await openTen(page);
	await openWhatIf(page);
	const choose = async (label: string, name: string) => {
		const field = page.getByRole('combobox', { name: label, exact: true });
		await field.fill(name);
		await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
	};
	await choose('People', 'Alice');
	await button(page, 'Revoke viewing').click();
	await expect(row(page, /^Needed L7/)).toHaveText(['10', /^9 .*−1$/]);
	await choose('Call queue', 'Detroit');
	await choose('Who leaves', 'John');
	await number(page, 'People to hire').fill('3');
	await button(page, 'Add to the what-if').click();
	await expect(row(page, /^Needed L7/)).toHaveText(['10', /^11 .*\+1$/]);
	await expect(page.getByRole('list', { name: 'Changes' }).getByRole('listitem')).toHaveCount(4);
	await axe(page);
	await button(page, 'Apply').click();
	await expectFigures(page, { needed: 11, active: 13, purchased: 10, overage: 3 });
});

test('[I4] [I7] the need is covered at the account’s prices, and seats are reclaimed', async ({ page }) => {
	const busy = sample('busy-month');
	const prices = { liveReports: 3000, callQueuesBooster: 3500, customerEngagementBundle: null };
	await createFrom(page, { ...busy, account: { ...busy.account, prices } });
	await openWhatIf(page);
	await expect(row(page, /^Needed seats I4/).first()).toHaveText(/^\$\d/);
	const options = page.getByRole('region', { name: 'Ways to cover the need' });
	await expect(options).toContainText('Cheapest: “Live Reports licenses for all”');
	await expect(options).toContainText('The price of Customer Engagement Bundle is not entered.');
	await expect(options.getByText(/^Below \$/).first()).toBeVisible();
	const reclaim = page.getByRole('region', { name: 'Seats to reclaim' });
	await reclaim.getByRole('checkbox', { name: /^Exempt Helen Marsh/ }).check();
	await reclaim.getByRole('button', { name: 'Revoke viewing of all 2 that are not exempt' }).click();
	await expect(row(page, /^Needed L7/)).toHaveText(['13', /^11 .*−2$/]);
	await expect(row(page, /^Needed seats I4/).last()).toHaveText(/−\$60\.00$/);
	await axe(page);
});

test('each picture has its table, is told in a sentence, and is downloaded', async ({ page }) => {
	await createFrom(page, sample('busy-month'));
	await openWhatIf(page);
	await page.getByRole('link', { name: 'Pictures' }).click();
	const steps = page.getByRole('figure', { name: 'Active seats, day by day' });
	await expect(steps).toContainText('above the licenses purchased on 21 of 30 days');
	await steps.getByText('Table', { exact: true }).click();
	await expect(steps.getByRole('table').getByRole('row')).toHaveCount(31);
	const reasons = page.getByRole('figure', { name: /reason/i });
	await reasons.scrollIntoViewIfNeeded();
	await expect(reasons).toContainText(/agents/i);
	await axe(page);
	await button(page, 'Download Active seats, day by day')
		.or(steps.getByRole('button', { name: /Download/ }))
		.first()
		.click();
	const svg = await downloadOf(page, () => page.getByRole('menuitem', { name: 'Download SVG' }).click());
	expect(svg.name).toMatch(/\.svg$/);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('heading', { name: 'What these figures stand on' })).toBeVisible();
	await expect(page.getByText(/^A-DUAL/).first()).toBeVisible();
	await expect(page.getByRole('button', { name: /^(Apply|New what-if|Export|Next day|Undo)$/ })).toHaveCount(
		0
	);
	await expect(page.getByRole('navigation')).toHaveCount(0);
});

test('[I3] the comparison is printed whole: what it is of, as of when, every column and every assumption', async ({
	page
}) => {
	await createFrom(page, sample('busy-month'));
	await openWhatIf(page);
	for (let count = 2; count <= 4; count++) await button(page, 'New what-if').click();
	await page
		.getByRole('textbox', { name: 'Name of the what-if' })
		.fill('A long name of a what-if that no column has room for');
	await number(page, 'Call Queues Booster quantity').fill('120');
	await expect(row(page, /^Call Queues Booster owned/).last()).toHaveText(/^123 .*\+120$/);
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 700, height: 1000 }); // A4 with its margins
	await expect(page.getByRole('link', { name: 'Busy month' })).toBeVisible();
	await expect(page.getByText(/^Tue 24 Nov 2026/).first()).toBeVisible();
	const cut = await page.evaluate(() =>
		[...document.querySelectorAll('#compare :is(th, td, th span)')]
			.filter((one) => {
				const { left, right } = one.getBoundingClientRect();
				const isShort = one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== 'visible';
				return !one.closest('.sr-only') && (left < 0 || right > innerWidth || isShort);
			})
			.map((one) => one.textContent)
	);
	expect(cut).toEqual([]);
	for (const heading of await page.locator('#pictures h3').all())
		expect((await heading.boundingBox())?.height).toBeLessThan(80);
});

test('the page stays where it is when it opens, and while its figures change', async ({ page }) => {
	await createFrom(page, sample('busy-month'));
	await openWhatIf(page);
	const reclaim = page.getByRole('region', { name: 'Seats to reclaim' });
	await expect(reclaim.getByRole('tab', { selected: true })).toHaveAccessibleName(/^Access/);
	await expect(reclaim.getByRole('table').getByRole('row').nth(1)).toBeVisible();
	const place = () => page.evaluate(() => scrollY);
	expect(await place()).toBe(0);
	await button(page, 'Next day').click();
	await expect(page.getByText('Wed 25 Nov 2026', { exact: false }).first()).toBeVisible();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	expect(await place()).toBe(0);
});

test('on a phone, the what-if that is edited comes into view in the comparison', async ({ page }) => {
	await openTen(page);
	await openWhatIf(page);
	await page.setViewportSize({ width: 390, height: 844 });
	const table = page.getByRole('region', { name: 'Comparison table' });
	for (const name of ['What-if 2', 'What-if 3']) {
		await button(page, 'New what-if').click();
		const heading = table.getByRole('button', { name });
		await expect(heading).toHaveAttribute('aria-pressed', 'true');
		await expect.poll(async () => (await heading.boundingBox())!.x).toBeLessThan(390 - 80);
	}
});

test('[I3] up to four what-ifs stand side by side, are copied and deleted', async ({ page }) => {
	await openTen(page);
	await openWhatIf(page);
	await button(page, 'New what-if').click();
	await expect(row(page, /^Needed L7/)).toHaveText(['10', '10', '10']);
	await number(page, 'Live Reports quantity').fill('2');
	await button(page, 'More for this what-if').click();
	await page.getByRole('menuitem', { name: 'Copy to a new what-if' }).click();
	await expect(row(page, /^Live Reports owned/)).toHaveText(['10', '10', /^12/, /^12/]);
	await button(page, 'New what-if').click();
	await expect(row(page, /^Needed L7/)).toHaveCount(5);
	await expect(button(page, 'New what-if')).toHaveAttribute('aria-disabled', 'true');
	await fitWithin(page, '9');
	await expect(region(page)).toContainText('There are four what-ifs already.');
	await axe(page);
	await button(page, 'More for this what-if').click();
	await page.getByRole('menuitem', { name: 'Delete this what-if' }).click();
	await expect(row(page, /^Needed L7/)).toHaveCount(4);
	await fitWithin(page, '9');
	await expect(row(page, /^Needed L7/)).toHaveCount(5);
});

test('it fits a phone, and dark passes the same checks', async ({ page }) => {
	await createFrom(page, sample('busy-month'));
	await openWhatIf(page);
	await page.setViewportSize({ width: 390, height: 844 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await fitWithin(page, '9');
	await expect(region(page)).toContainText('Optimal');
	await noSidewaysScroll(page);
	await axe(page);
});
