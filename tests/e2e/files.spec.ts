import { readFileSync } from 'node:fs';
import { axe, choose, createFrom, downloadOf, expect, giveFile, openTen, sample, test } from './fixtures';

test('[S6] a file is previewed, and only then created', async ({ page }) => {
	await page.goto('./');
	await giveFile(page, sample('busy-month'), 'clinic.json');
	const preview = page.getByRole('region', { name: 'Preview' });
	await expect(preview.getByRole('heading', { name: 'Busy month' })).toBeVisible();
	for (const text of ['clinic.json', 'Lakeshore Clinics', /America\/Chicago/])
		await expect(preview.getByText(text)).toBeVisible();
	await axe(page);
	await preview.getByRole('button', { name: 'Cancel' }).press('Enter');
	await expect(preview).toBeHidden();
	await expect(page.getByLabel('Open file')).toBeFocused();
	await giveFile(page, sample('busy-month'), 'clinic.json');
	await page.getByRole('button', { name: 'Create scenario' }).click();
	await expect(page.getByRole('link', { name: 'Busy month', exact: true }).first()).toBeVisible();
	await expect(preview).toBeHidden();
});

test('[S9] a wrong file tells every fault and creates nothing', async ({ page }) => {
	const file = sample('ten-licenses');
	file.account.timeZone = 'Mars/Base';
	file['surprise'] = 1;
	await page.goto('./');
	await giveFile(page, file, 'broken.json');
	const faults = page.getByRole('list', { name: 'Faults' });
	await expect(faults.getByRole('listitem')).toHaveText([
		/^account\.timeZone: “Mars\/Base” is not a time zone/,
		/^surprise: the key “surprise” is not known/
	]);
	await expect(page.getByRole('alert')).toContainText('Nothing was created.');
	await axe(page);

	const other = sample('ten-licenses');
	other.people[0]!.roleId = 'nobody';
	other.people[1]!.id = other.people[2]!.id;
	await giveFile(page, other, 'dangling.json');
	await expect(faults.getByText(/^people\[0\]\.roleId: nothing has the id “nobody”/)).toBeVisible();
	await expect(faults.getByText(/the id “bob” already stands at/)).toBeVisible();

	await giveFile(page, 'not { json', 'text.json');
	await expect(faults.getByText(/^The file is not valid JSON/)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Try the ten-license example' })).toBeVisible();
});

test('[S6] export, then import, is deep-equal', async ({ page }) => {
	await createFrom(page, sample('busy-month'));
	await expect(page.getByText('Not exported since the last change')).toBeVisible();
	const first = await downloadOf(page, () => choose(page, 'Busy month', 'Export'));
	await expect(page.getByText('Not exported since the last change')).toBeHidden();
	expect(first.name).toMatch(/\.json$/);
	const exported = JSON.parse(readFileSync(first.path, 'utf8')) as unknown;
	expect(exported).toEqual(sample('busy-month'));

	await choose(page, 'Busy month', 'Delete');
	await giveFile(page, readFileSync(first.path, 'utf8'), first.name);
	await page.getByRole('button', { name: 'Create scenario' }).click();
	await expect(page.getByRole('region', { name: 'Open scenario' })).toBeVisible();
	const second = await downloadOf(page, () => choose(page, 'Busy month', 'Export'));
	expect(JSON.parse(readFileSync(second.path, 'utf8'))).toEqual(exported);
});

test('rename, duplicate, delete, undo, restore, delete for good', async ({ page }) => {
	await openTen(page);
	const item = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true });
	await choose(page, 'The ten-license example', 'Rename');
	await page.getByRole('dialog').getByLabel('Name').fill(' ');
	await page.getByRole('button', { name: 'Rename' }).click();
	await expect(page.getByText('Enter a name: it can’t be empty.')).toBeVisible();
	await axe(page);
	await page.getByRole('dialog').getByLabel('Name').fill('Morning class');
	await page.getByRole('button', { name: 'Rename' }).click();
	await expect(item('Morning class')).toBeVisible();

	await choose(page, 'Morning class', 'Duplicate');
	await expect(item('Morning class (copy)')).toBeVisible();
	await choose(page, 'Morning class (copy)', 'Delete');
	await expect(item('Morning class (copy)')).toBeHidden();
	await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
	await expect(item('Morning class (copy)')).toBeVisible();

	// The open scenario, too: its address then offers it back.
	const address = page.url();
	await choose(page, 'Morning class', 'Delete');
	await expect(page.getByLabel('License figures')).toBeHidden();
	await page.goto(address);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This scenario was deleted');
	await axe(page);
	await page.getByRole('button', { name: 'Restore' }).click();
	await expect(page.getByLabel('License figures')).toBeVisible();

	await choose(page, 'Morning class (copy)', 'Delete');
	await page.getByText('Recently deleted (1)').click();
	await axe(page);
	await page.getByRole('button', { name: 'Restore Morning class (copy)' }).click();
	await expect(item('Morning class (copy)')).toBeVisible();

	await choose(page, 'Morning class (copy)', 'Delete');
	await page.getByText('Recently deleted (1)').click();
	await page.getByRole('button', { name: 'Delete Morning class (copy) for good' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
	await expect(page.getByText('Recently deleted')).toBeHidden();
});

test('[S5] scenarios that vanished lead to recovery, those that were deleted do not', async ({ page }) => {
	await openTen(page);
	await page.goto('./favicon.svg'); // the same origin, without the app
	await page.evaluate(async () => {
		for (const { name = '' } of await indexedDB.databases())
			await new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done));
	});
	await page.goto('./');
	await expect(page.getByRole('heading', { name: 'Your scenarios are missing' })).toBeVisible();
	await expect(
		page.getByRole('listitem').filter({ hasText: 'The ten-license example' }).first()
	).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Start afresh' }).click();
	await expect(page.getByRole('heading', { name: 'Who needs a Live Reports license?' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Who needs a Live Reports license?' })).toBeVisible();

	await openTen(page);
	await choose(page, 'The ten-license example', 'Delete');
	await page.getByText('Recently deleted (1)').click();
	await page.getByRole('button', { name: /for good$/ }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
	await expect(page.getByText('Recently deleted')).toBeHidden();
	await page.goto('./');
	await expect(page.getByRole('heading', { name: 'Who needs a Live Reports license?' })).toBeVisible();
});
