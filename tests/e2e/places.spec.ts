import {
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

const NAMES = [
	'Home',
	'Admin Portal',
	'Billing Portal',
	'Analytics Portal',
	'RingCentral app',
	'What-if',
	'Lessons',
	'Settings'
];

test('every place has its name, its title and no dead control, also after a reload', async ({ page }) => {
	await openTen(page);
	await expect(page.getByRole('navigation', { name: 'Places' }).getByRole('link')).toHaveText(NAMES);
	for (const name of NAMES) {
		await goTo(page, name);
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
		await expect(page).toHaveTitle(`${name} · Live Reports Sandbox`);
		await page.reload();
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
		await expectFigures(page, { needed: 10, active: 10, purchased: 10, overage: 0 });
		await expect(page.getByRole('contentinfo')).toContainText('not affiliated with RingCentral');
		await axe(page);
	}
	await openReport(page);
	await page.reload();
	await expect(page.getByRole('tab')).toHaveCount(3);
});

test('an address of another browser leads to a clear page', async ({ page }) => {
	await page.goto('./settings/?scenario=somewhere-else');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This scenario is not in this browser');
	await axe(page);
	await page.getByRole('link', { name: 'Go Home' }).click();
	await expect(page.getByRole('button', { name: 'Try the ten-license example' })).toBeVisible();
});

test('it fits a phone, and the places stay reachable', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await createFrom(page, sample('busy-month'));
	await noSidewaysScroll(page);
	await axe(page);
	for (const name of ['Analytics Portal', 'Settings', 'What-if']) {
		await page.getByRole('button', { name: 'Places' }).click();
		await goTo(page, name);
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
		await noSidewaysScroll(page);
		await axe(page);
	}
	await page.getByRole('button', { name: /^Active 18/ }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await noSidewaysScroll(page);
	await axe(page);
});

test('dark passes the same checks', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await createFrom(page, sample('busy-month'));
	await axe(page);
	await openReport(page);
	await axe(page);
	await page.getByRole('button', { name: /^Overage 3/ }).click();
	await expect(page.getByRole('dialog').getByRole('row', { name: /None left/ })).toHaveCount(3);
	await axe(page);
});

test('without scripts, a page has its title and says what it needs', async ({ browser, site }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(site);
	await expect(page).toHaveTitle('Live Reports Sandbox');
	// Told to run no script, this browser still parses the element as one with scripts does: as text, not drawn.
	const said = await page.locator('noscript').evaluate((element) => element.textContent);
	expect(said).toContain('Please allow JavaScript');
	await context.close();
});
