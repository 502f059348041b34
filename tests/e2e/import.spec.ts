import { readFileSync } from 'node:fs';
import { type Page } from '@playwright/test';
import { zipSync, strToU8 } from 'fflate';
import {
	axe,
	createFrom,
	downloadOf,
	expect,
	expectFigures,
	noSidewaysScroll,
	openReport,
	sample,
	test
} from './fixtures';

type Given = { readonly name: string; readonly content: string | Uint8Array };

/** Gives Home some files, as if they had been chosen together. */
async function give(page: Page, ...files: readonly Given[]): Promise<void> {
	await page
		.getByLabel('Open file')
		.setInputFiles(files.map(({ name, content }) => ({ name, mimeType: '', buffer: Buffer.from(content) })));
}

const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });
const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'Your own data' });
const create = (page: Page) => page.getByRole('button', { name: 'Create scenario' }).click();
const file = (name: string, content: string | Uint8Array): Given => ({ name, content });

const PEOPLE = file(
	'people.csv',
	'Extension Name;Extension Number;Email;Extension Status;User Assigned Role\nAlice Ames;101;alice@example.com;Enabled;Super Admin\nJohn Ito;0102;;Enabled;Standard\nSarah Öz;103;;Disabled;Standard\n'
);
const QUEUES = file(
	'queues.csv',
	'Queue Name,Extension,Members (Ext),Queue Manager\nDetroit Support,201,"John Ito - 0102, x103, 999",101\n'
);

test('[S6] [S9] [W3] the downloaded report, imported after everything is erased, gives the same figures', async ({
	page
}) => {
	await createFrom(page, sample('busy-month'));
	const list = page.getByLabel('License figures').locator('dd');
	await expect(list.nth(3)).toHaveText(/^\d/);
	const before = await list.allInnerTexts();
	await openReport(page);
	await page.getByRole('button', { name: 'Download License Status Report' }).click();
	const report = await downloadOf(page, () => page.getByRole('menuitem', { name: 'Excel file' }).click());
	await page.goto('./favicon.svg'); // the same origin, without the app
	await page.evaluate(async () => {
		localStorage.clear();
		for (const { name = '' } of await indexedDB.databases())
			await new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done));
	});
	await page.goto('./');
	await give(page, file(report.name, readFileSync(report.path)));
	await expect(heading(page)).toBeFocused();
	await expect(preview(page).getByText('comes to every figure that the report states')).toBeVisible();
	const zone = page.getByRole('combobox', { name: 'Time zone' });
	await zone.fill('America/Chicago');
	await zone.press('Enter');
	await expect(preview(page).getByText(/As of .*(CST|CDT)/)).toBeVisible();
	await expect(preview(page).getByText('comes to every figure that the report states')).toBeVisible();
	await axe(page);
	await noSidewaysScroll(page);
	await create(page);
	const [, active, purchased, overage] = before;
	for (const [i, text] of [active, purchased, overage].entries())
		await expect(list.nth(i + 1)).toHaveText(new RegExp(`^${parseInt(text!)}(?!\\d)`));
});

test('[S9] people and queue members as .csv make one draft; each problem has a fix', async ({ page }) => {
	await page.goto('./');
	await give(page, PEOPLE, QUEUES);
	await expect(heading(page)).toBeVisible();
	const holds = page.getByLabel('What the scenario will hold');
	await expect(holds).toContainText(/people\s*4/i);
	await expect(holds).toContainText(/queues\s*1/i);
	await expect(
		preview(page).getByRole('heading', { name: '1 member not on the list of people' })
	).toBeVisible();
	await preview(page).getByText('Row by row').first().click();
	await expect(preview(page).getByText('queues.csv, row 2, column C')).toBeVisible();
	await axe(page);
	await page.getByLabel('What to do', { exact: true }).first().selectOption('Leave out');
	await expect(holds).toContainText(/people\s*3/i);
	await expect(holds).toContainText(/members\s*2/i);
	await page.getByLabel('Name of the scenario').fill('Our account');
	await page.getByLabel('Name of the scenario').press('Enter');
	await create(page);
	await expectFigures(page, { needed: 0, active: 0, purchased: 0, overage: 0 });
	await expect(page.getByRole('link', { name: 'Our account', exact: true }).first()).toBeVisible();
});

test('[S9] answers of the API: extensions, queues and members, and a page that is missing', async ({
	page
}) => {
	const paging = (totalPages: number) => ({ page: 1, totalPages, perPage: 100 });
	const at = 'https://platform.ringcentral.com/restapi/v1.0/account/1';
	const answers = [
		file(
			'extensions.json',
			JSON.stringify({
				uri: `${at}/extension?page=1`,
				records: [
					{ id: 11, extensionNumber: '101', name: 'Ann Lee', type: 'User', status: 'Enabled' },
					{ id: 12, extensionNumber: '102', name: 'Bo Diaz', type: 'User', status: 'Enabled' },
					{ id: 90, extensionNumber: '900', name: 'Main menu', type: 'IvrMenu', status: 'Enabled' }
				],
				paging: paging(2)
			})
		),
		file(
			'queues.json',
			JSON.stringify({
				uri: `${at}/call-queues`,
				records: [{ id: '500', extensionNumber: '201', name: 'Support' }],
				paging: paging(1)
			})
		),
		file(
			'members.json',
			JSON.stringify({
				uri: `${at}/call-queues/500/members`,
				records: [
					{ id: 11, extensionNumber: '101' },
					{ id: 12, extensionNumber: '102' }
				],
				paging: paging(1)
			})
		)
	];
	await page.goto('./');
	await give(page, ...answers);
	const holds = page.getByLabel('What the scenario will hold');
	await expect(holds).toContainText(/people\s*2/i);
	await expect(holds).toContainText(/members\s*2/i);
	await expect(page.getByRole('heading', { name: '1 list with pages missing' })).toBeVisible();
	await page.getByText('Row by row').click();
	await expect(page.getByText('1 of 2 pages are here.')).toBeVisible();
	await axe(page);
});

test('[S9] columns in doubt are asked for, by keyboard, and can be left out', async ({ page }) => {
	await page.goto('./');
	await give(page, file('odd.csv', 'Who,Number,Note\nAnn Lee,101,x\nBo Diaz,102,y\n'));
	const form = page.getByRole('form', { name: 'Columns of odd.csv' });
	await expect(form).toBeVisible();
	await expect(page.getByRole('button', { name: 'Create scenario' })).toHaveAttribute(
		'aria-disabled',
		'true'
	);
	await axe(page);
	await form.getByLabel('This table holds').selectOption('List of people');
	await form.getByLabel('Name', { exact: true }).selectOption('A: Who');
	await form.getByLabel('Extension', { exact: true }).selectOption('B: Number');
	await form.getByRole('button', { name: 'Use these columns' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('What the scenario will hold')).toContainText(/people\s*2/i);
	// By keyboard all along: what ends leads back to where files are chosen.
	await page.getByRole('button', { name: 'Cancel' }).press('Enter');
	await expect(page.getByRole('button', { name: 'Try the ten-license example' })).toBeVisible();
	await expect(page.getByLabel('Open file')).toBeFocused();
});

test('[S9] hostile, broken and foreign files are refused in words, and nothing is created', async ({
	page
}) => {
	const bomb = zipSync({
		'[Content_Types].xml': strToU8('<Types/>'),
		'xl/workbook.xml': strToU8(
			'<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
		),
		'xl/_rels/workbook.xml.rels': strToU8(
			'<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
		),
		'xl/worksheets/sheet1.xml': new Uint8Array(50_000_000)
	});
	await page.goto('./');
	await give(page, file('bomb.xlsx', bomb));
	await expect(page.getByText(/times its size when it is unpacked/)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Create scenario' })).toHaveAttribute(
		'aria-disabled',
		'true'
	);
	await give(page, file('photo.xlsx', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1')));
	await expect(page.getByText(/photo\.xlsx: the content is a picture/)).toBeVisible();
	await give(page, file('cut.xlsx', bomb.subarray(0, bomb.length - 40)));
	await expect(page.getByText(/cut\.xlsx: the file is damaged or not complete/)).toBeVisible();
	await axe(page);
	for (const name of ['bomb.xlsx', 'photo.xlsx', 'cut.xlsx']) {
		await page.getByRole('button', { name: `Remove ${name}` }).press('Enter');
		await expect(page.getByLabel('Open file')).toBeFocused();
	}
	await expect(page.getByRole('button', { name: 'Try the ten-license example' })).toBeVisible();
});

test('files dropped anywhere on Home are taken', async ({ page }) => {
	await page.goto('./');
	await expect(page.getByLabel('Open file')).toBeVisible();
	const dropped = await page.evaluateHandle((text) => {
		const data = new DataTransfer();
		data.items.add(new File([text], 'people.csv'));
		return data;
	}, PEOPLE.content as string);
	await page.getByRole('heading', { level: 1 }).dispatchEvent('drop', { dataTransfer: dropped });
	await expect(heading(page)).toBeVisible();
	await expect(page.getByRole('list', { name: 'Files of the draft' })).toContainText('people.csv');
	await expect(page.getByRole('list', { name: 'Files of the draft' }).getByRole('listitem')).toHaveCount(1);
});
