import {
	axe,
	downloadOf,
	expect,
	expectFigures,
	giveFile,
	goTo,
	noSidewaysScroll,
	openReport,
	openTen,
	sample,
	test
} from './fixtures';

const TEN = { needed: 10, active: 10, purchased: 10, overage: 0 };
const BANNER = 'Nothing is kept';

/** As a browser that lets a site store nothing: whatever is asked of its storage is a SecurityError. */
const DENIED = `
	const deny = () => { throw new DOMException('denied by a setting', 'SecurityError'); };
	const refuse = () => Promise.reject(new DOMException('denied by a setting', 'SecurityError'));
	IDBFactory.prototype.open = deny;
	for (const name of ['localStorage', 'sessionStorage'])
		Object.defineProperty(globalThis, name, { get: deny, configurable: true });
	StorageManager.prototype.getDirectory = refuse;
	StorageManager.prototype.persisted = refuse;
	StorageManager.prototype.estimate = refuse;
	LockManager.prototype.request = refuse;
	if (globalThis.CacheStorage) CacheStorage.prototype.keys = refuse;
`;

test('[S5] D19 where all storage is denied the sandbox works, says that nothing is kept, and hands it over', async ({
	page
}) => {
	await page.addInitScript(DENIED);
	await page.goto('./');
	const banner = page.getByText(BANNER, { exact: true });
	await expect(banner).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Try the ten-license example' }).click();
	await expectFigures(page, TEN);
	expect(page.workers()).toEqual([]); // all of it is where the database is
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(page.getByLabel('As of')).toContainText('25 Nov');
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(page.getByLabel('As of')).toContainText('24 Nov');
	await expect(page.getByText('Not kept', { exact: true })).toBeVisible();
	await expect(page.getByText('Saved')).toHaveCount(0);
	await openReport(page);
	await page.getByRole('button', { name: 'Download License Status Report' }).click();
	const report = await downloadOf(page, () => page.getByRole('menuitem', { name: 'Excel file' }).click());
	expect(report.name).toMatch(/\.xlsx$/);

	await goTo(page, 'Home');
	await expect(page.getByText('1 scenario, in this tab only')).toBeVisible();
	await giveFile(page, sample('busy-month'));
	await page.getByRole('button', { name: 'Create scenario' }).click();
	await expect(page.getByLabel('License figures').locator('dd').first()).toHaveText(/^\d/);
	await goTo(page, 'Settings');
	await expect(page.getByText('2 scenarios are in this tab.')).toBeVisible();
	await expect(banner).toBeVisible();
	await page.setViewportSize({ width: 390, height: 800 });
	await noSidewaysScroll(page);
	await axe(page);
	const backup = await downloadOf(page, () =>
		page.getByRole('button', { name: 'Export backup' }).first().click()
	);
	expect((JSON.parse(backup.text()) as { scenarios: unknown[] }).scenarios).toHaveLength(2);

	// Leaving asks first, and then it is gone, as was said.
	let asked = '';
	page.once('dialog', (dialog) => {
		asked = dialog.type();
		void dialog.accept();
	});
	await page.goto('./');
	expect(asked).toBe('beforeunload');
	await expect(page.getByRole('button', { name: 'Try the ten-license example' })).toBeVisible();
	await giveFile(page, backup.text(), 'backup.json');
	await expect(page.getByText('backup.json')).toBeVisible();
});

test('[S5] D19 a browser without any database: the same, and what it kept before stays untouched', async ({
	page
}) => {
	await openTen(page);
	const noted = () => page.evaluate(() => localStorage.getItem('live-reports-sandbox.marker'));
	const before = await noted();
	await page.addInitScript(() =>
		Object.defineProperty(globalThis, 'indexedDB', { value: undefined, writable: true, configurable: true })
	);
	await page.goto('./');
	await expect(page.getByText(BANNER, { exact: true })).toBeVisible();
	await expect(page.getByText('Your scenarios are missing')).toHaveCount(0);
	await page.getByRole('button', { name: 'Try the ten-license example' }).click();
	await expectFigures(page, TEN);
	expect(await noted()).toBe(before);
});
