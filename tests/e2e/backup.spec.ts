import {
	axe,
	choose,
	createFrom,
	downloadOf,
	expect,
	expectFigures,
	giveFile,
	goTo,
	noSidewaysScroll,
	openTen,
	sample,
	test
} from './fixtures';

const TEN = { needed: 10, active: 10, purchased: 10, overage: 0 };

test('S6 D25 everything is backed up, erased, previewed and restored, figures and files the same', async ({
	page
}) => {
	await openTen(page);
	await page.getByRole('button', { name: 'Next day' }).click();
	await goTo(page, 'Home');
	await createFrom(page, sample('busy-month'));
	await goTo(page, 'Home');
	await choose(page, 'Busy month', 'Duplicate');
	await choose(page, 'Busy month (copy)', 'Delete');
	const before = await downloadOf(page, () => choose(page, 'Busy month', 'Export'));

	await goTo(page, 'Settings');
	await expect(page.getByText('2 scenarios are kept in this browser (and 1 deleted one')).toBeVisible();
	await expect(page.getByText('No backup was made here yet. 1 scenario has changes')).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Erase everything' }).click();
	const dialog = page.getByRole('dialog', { name: 'Erase everything?' });
	const erase = dialog.getByRole('button', { name: 'Erase', exact: true });
	await expect(erase).toHaveAttribute('aria-disabled', 'true');
	await axe(page);
	const backup = await downloadOf(page, () =>
		dialog.getByRole('button', { name: 'Export backup first' }).click()
	);
	expect(backup.name).toMatch(/^live-reports-sandbox-backup-\d{4}-\d\d-\d\d\.json$/);
	await expect(dialog.getByText('The backup went to your downloads.')).toBeVisible();
	await dialog.getByLabel('I have what I need, or need nothing of it').check();
	await erase.click();

	await expect(page.getByRole('button', { name: 'Try the ten-license example' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Who needs a Live Reports license?' })).toBeVisible();
	await expect(page.getByText('Your scenarios are missing')).toBeHidden();

	await goTo(page, 'Settings');
	await expect(page.getByText('No scenario is kept in this browser.')).toBeVisible();
	await giveFile(page, backup.text(), backup.name, 'Import backup');
	const preview = page.getByRole('region', { name: 'Backup preview' });
	await expect(preview.getByRole('heading', { name: '3 scenarios in the backup' })).toBeVisible();
	await expect(preview.getByRole('listitem').filter({ hasText: 'Busy month (copy)' })).toContainText(
		'Deleted'
	);
	await axe(page);
	await preview.getByRole('button', { name: 'Restore 3 scenarios' }).click();
	await expect(page.getByText('2 scenarios are kept in this browser (and 1 deleted one')).toBeVisible();

	await goTo(page, 'Home');
	await expect(page.getByText('Recently deleted (1)')).toBeVisible();
	const after = await downloadOf(page, () => choose(page, 'Busy month', 'Export'));
	expect(after.text()).toBe(before.text());
	await page.getByRole('link', { name: /ten-license/i }).click();
	await expectFigures(page, TEN);
});

test('S6 some of a backup, by keyboard, in a narrow window; a broken file is told and nothing is created', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 800 });
	await openTen(page);
	await page.goto('./settings/');
	const backup = await downloadOf(page, () =>
		page.getByRole('button', { name: 'Export backup' }).press('Enter')
	);
	await expect(page.getByText('Every change stands in a file.')).toBeVisible();
	await noSidewaysScroll(page);

	await giveFile(page, backup.text().slice(0, -20), 'cut.json', 'Import backup');
	await expect(page.getByText('cut.json can’t be opened: 1 fault')).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Close' }).press('Enter');
	await expect(page.getByLabel('Import backup')).toBeFocused();
	await giveFile(page, JSON.stringify(sample('busy-month')), 'busy.json', 'Import backup');
	await expect(page.getByText('Open it on Home, or choose a backup file.')).toBeVisible();

	await giveFile(page, backup.text(), 'again.json', 'Import backup');
	const preview = page.getByRole('region', { name: 'Backup preview' });
	await preview.getByRole('checkbox').press('Space');
	await expect(preview.getByRole('button', { name: 'Restore 0 scenarios' })).toHaveAttribute(
		'aria-disabled',
		'true'
	);
	await preview.getByRole('checkbox').press('Space');
	await noSidewaysScroll(page);
	await preview.getByRole('button', { name: 'Restore 1 scenario' }).press('Enter');
	await expect(page.getByLabel('Import backup')).toBeFocused();
	await expect(page.getByText('2 scenarios are kept in this browser')).toBeVisible();
});

test('S7 old changes in no file are reminded of, until a backup or "Not now"', async ({ page }) => {
	await openTen(page);
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled();
	await page.goto('./');
	await expect(page.getByRole('link', { name: /ten-license/i })).toBeVisible();
	await expect(page.getByText('Time for a backup')).toBeHidden();

	const inNineDays = Date.now() + 9 * 86_400_000;
	await page.clock.setSystemTime(inNineDays);
	await page.reload();
	await expect(page.getByText('Time for a backup')).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Not now' }).click();
	await expect(page.getByText('Time for a backup')).toBeHidden();
	await page.reload();
	await expect(page.getByRole('link', { name: /ten-license/i })).toBeVisible();
	await expect(page.getByText('Time for a backup')).toBeHidden();

	await page.clock.setSystemTime(inNineDays + 9 * 86_400_000);
	await page.reload();
	await downloadOf(page, () => page.getByRole('button', { name: 'Export backup' }).click());
	await expect(page.getByText('Time for a backup')).toBeHidden();
});

test('S7 the browser is asked to keep the data on the first save, and Settings says what it promised', async ({
	page
}) => {
	await page.addInitScript(() => {
		let isKept = false;
		const asked = globalThis as unknown as { asked: number };
		asked.asked = 0;
		navigator.storage.persisted = () => Promise.resolve(isKept);
		navigator.storage.persist = () => {
			asked.asked++;
			isKept = true;
			return Promise.resolve(true);
		};
	});
	const asked = () => page.evaluate(() => (globalThis as unknown as { asked: number }).asked);
	await openTen(page);
	expect(await asked()).toBe(0);
	await goTo(page, 'Settings');
	await expect(page.getByText('The browser has not promised to keep the data')).toBeVisible();
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect.poll(asked).toBe(1);
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(page.getByText('The browser has promised not to clear the data by itself.')).toBeVisible();
	expect(await asked()).toBe(1);
});

test('S7 D18 what the browser itself answers is told, whether it promises or not', async ({
	page,
	context,
	browser
}) => {
	await openTen(page);
	await goTo(page, 'Settings');
	await expect(page.getByText('The browser has not promised to keep the data')).toBeVisible();
	await page.getByRole('button', { name: 'Ask the browser to keep it' }).click();
	await expect(page.getByText('The browser did not promise it')).toBeVisible();
	const devtools = await browser.newBrowserCDPSession();
	const info = await (await context.newCDPSession(page)).send('Target.getTargetInfo');
	await devtools.send('Browser.grantPermissions', {
		permissions: ['durableStorage'],
		origin: new URL(page.url()).origin,
		...(info.targetInfo.browserContextId && { browserContextId: info.targetInfo.browserContextId })
	});
	await page.getByRole('button', { name: 'Ask the browser to keep it' }).click();
	await expect(page.getByText('The browser has promised not to clear the data by itself.')).toBeVisible();
});

test('S6 what was done in a lesson, and a pack that is being written, come back with a backup', async ({
	page
}) => {
	await page.goto('./lessons/write/');
	await page.getByRole('button', { name: 'New pack' }).click();
	await page.getByLabel('Title').fill('Mondays');
	await page.goto('./lessons/');
	await page.getByRole('button', { name: 'Start: Who needs a license' }).click();
	const lesson = page.getByRole('complementary', { name: 'Lesson' });
	await lesson.getByRole('spinbutton', { name: 'Your answer' }).fill('10');
	await lesson.getByRole('button', { name: 'Answer' }).click();
	await expect(lesson.getByText('1 of 4 steps', { exact: true })).toBeVisible();

	await goTo(page, 'Settings');
	await page.getByRole('button', { name: 'Erase everything' }).click();
	const dialog = page.getByRole('dialog', { name: 'Erase everything?' });
	await expect(dialog.getByText('lesson packs, drafts and progress')).toBeVisible();
	const backup = await downloadOf(page, () =>
		dialog.getByRole('button', { name: 'Export backup first' }).click()
	);
	await dialog.getByLabel('I have what I need, or need nothing of it').check();
	await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
	await goTo(page, 'Lessons');
	await expect(page.getByText('Not begun')).toHaveCount(11);

	await goTo(page, 'Settings');
	await giveFile(page, backup.text(), backup.name, 'Import backup');
	const preview = page.getByRole('region', { name: 'Backup preview' });
	await expect(preview.getByLabel('Lessons: 1 draft of a pack and how far 1 lesson has come')).toBeChecked();
	await axe(page);
	await preview.getByRole('button', { name: 'Restore 1 scenario and the lessons' }).click();
	await expect(page.getByText('1 scenario and the lessons restored')).toBeVisible();
	await goTo(page, 'Lessons');
	await page.getByRole('button', { name: 'Go on: Who needs a license' }).click();
	await expect(lesson.getByText('1 of 4 steps', { exact: true })).toBeVisible();
	await page.goto('./lessons/write/');
	await expect(page.getByRole('link', { name: 'Mondays' })).toBeVisible();
});
