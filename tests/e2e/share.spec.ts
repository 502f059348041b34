import { type Page } from '@playwright/test';
import {
	axe,
	choose,
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

const TEN = 'The ten-license example';
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const preview = (page: Page) => dialog(page, 'Shared scenario').getByRole('region', { name: 'Preview' });
const linkField = (page: Page) => dialog(page, 'Share link').getByRole('textbox', { name: 'Link' });
const listed = (page: Page, name: string) =>
	page.getByRole('main').getByRole('listitem').getByRole('link', { name, exact: true });

/** The link that Home makes of a scenario; the dialog is closed again. */
async function linkOf(page: Page, name: string): Promise<string> {
	await choose(page, name, 'Share link');
	const link = await linkField(page).inputValue();
	await page.keyboard.press('Escape');
	await expect(dialog(page, 'Share link')).toBeHidden();
	return link;
}

/** The sample with people added until its link has some length. */
function crowded(people: number) {
	const file = sample('ten-licenses');
	file.name = `Crowd of ${people}`;
	for (let i = 0; i < people; i++)
		file.people.push({
			id: `n${i}`,
			name: `Agent ${((i + 1) * 7_919_777_777).toString(36)}`,
			extension: String(3_000 + i),
			roleId: 'standard'
		});
	return file;
}

test('[S8] a link is copied by keyboard, opens as a preview, leaves the address, and is kept as a copy', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await createFrom(page, sample('busy-month'));
	await page.getByRole('button', { name: 'Next day' }).click();
	await page.getByRole('button', { name: 'Actions for Busy month', exact: true }).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('menuitem', { name: 'Share link' }).press('Enter');
	const share = dialog(page, 'Share link');
	await expect(share.getByText(/^The link has [\d,]+ characters/)).toBeVisible();
	await expect(linkField(page)).toBeFocused();
	await axe(page);
	await share.getByRole('button', { name: 'Copy link' }).press('Enter');
	await expect(share.getByRole('status')).toHaveText('Link copied.');
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(link).toMatch(/^http.*\/some\/sub\/folder\/#share=1\.[\w-]+$/);
	await expect(linkField(page)).toHaveValue(link);
	await page.keyboard.press('Escape');
	await expect(share).toBeHidden();

	const other = await context.newPage();
	await other.goto(link);
	await expect(preview(other).getByRole('heading', { name: 'Busy month' })).toBeVisible();
	await expect(other).toHaveURL(/\/some\/sub\/folder\/$/);
	await expect(preview(other).getByText('Lakeshore Clinics')).toBeVisible();
	const figures = preview(other).getByLabel('What it comes to').locator('dd');
	const shown = (await figures.allTextContents()).map(Number);
	expect(shown).toHaveLength(4);
	await axe(other);
	await other.reload(); // nothing was stored, and the address has forgotten it
	await expect(listed(other, 'Busy month')).toHaveCount(1);
	await expect(dialog(other, 'Shared scenario')).toBeHidden();

	await other.goto(link);
	await dialog(other, 'Shared scenario').getByRole('button', { name: 'Keep a copy' }).press('Enter');
	await expect(dialog(other, 'Shared scenario')).toBeHidden();
	await expect(listed(other, 'Busy month')).toHaveCount(2);
	const [needed = -1, active = -1, purchased = -1, overage = -1] = shown;
	await expectFigures(other, { needed, active, purchased, overage });
	await expect(other.getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute(
		'aria-disabled',
		'true'
	);
	await other.close();
});

test('[S8] a sample with changes travels as these, and opens over any page of an open tab', async ({
	page
}) => {
	await openTen(page);
	const untouched = await linkOf(page, TEN);
	await page.getByRole('button', { name: 'Next week' }).click();
	await choose(page, TEN, 'Share link');
	await expect(dialog(page, 'Share link').getByText(`the sample “${TEN}” and 1 change made`)).toBeVisible();
	const changed = await linkField(page).inputValue();
	await page.keyboard.press('Escape');
	expect(changed.length).toBeGreaterThan(untouched.length);
	expect(changed.length).toBeLessThan(200 + page.url().length);

	// Pasted behind another page's own address: only the fragment changes, so nothing is loaded anew.
	await goTo(page, 'What-if');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What-if');
	const address = page.url();
	const code = new URL(changed).hash;
	await page.evaluate((hash) => (location.hash = hash), code);
	await expect(preview(page).getByText(/1 Dec 2026/)).toBeVisible();
	await expect(page).toHaveURL(address);
	await dialog(page, 'Shared scenario').getByRole('button', { name: 'Don’t keep' }).click();
	await expect(dialog(page, 'Shared scenario')).toBeHidden();
	await page.getByRole('button', { name: 'Look again' }).click();
	await expect(preview(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(preview(page)).toBeHidden();

	// The same link once more, then a fresh load of this very page with it.
	await page.evaluate((hash) => (location.hash = hash), code);
	await expect(preview(page)).toBeVisible();
	await page.goto('about:blank');
	await page.goto(address + code);
	await expect(preview(page)).toBeVisible();
	await expect(page).toHaveURL(address);
	await dialog(page, 'Shared scenario').getByRole('button', { name: 'Keep a copy' }).click();
	await expect(listed(page, TEN)).toHaveCount(2);
	await expect(
		page
			.getByLabel('As of', { exact: true })
			.or(page.getByText(/1 Dec 2026/))
			.first()
	).toBeVisible();
});

test('[S8] N1 a link that can’t be opened says why, and nothing is stored', async ({ page }) => {
	await openTen(page);
	const link = await linkOf(page, TEN);
	const mark = link.indexOf('#share=') + '#share='.length;
	const bad: readonly (readonly [string, RegExp])[] = [
		[link.slice(0, -5), /cut off or changed/],
		[`${link.slice(0, mark)}2${link.slice(mark + 1)}`, /has version 2, and this sandbox knows version 1/],
		[`${link.slice(0, mark)}*&!`, /cut off or changed/],
		[`${link.slice(0, mark)}%zz`, /cut off or changed/], // no escape at all
		[`${link.slice(0, mark)}1.${'A'.repeat(1_900_000)}`, /The link is too long/],
		[link + 'A'.repeat(100_000), /The link is too long: it carries 100\d{3} characters/]
	];
	for (const [address, words] of bad) {
		await page.goto('about:blank');
		await page.goto(address);
		const shared = dialog(page, 'Shared scenario');
		await expect(shared.getByRole('alert').getByText(words)).toBeVisible();
		await expect(shared.getByText('Nothing was stored.')).toBeVisible();
		await expect(page).toHaveURL(/\/some\/sub\/folder\/$/);
		await expect(shared.getByRole('button', { name: 'Keep a copy' })).toHaveCount(0);
		await shared.getByRole('button', { name: 'Close' }).first().press('Enter');
		await expect(shared).toBeHidden();
	}
	await expect(listed(page, TEN)).toHaveCount(1);
	await page.goto(link.slice(0, -5));
	await expect(dialog(page, 'Shared scenario').getByRole('alert')).toBeVisible();
	await axe(page);
	await page.keyboard.press('Escape');
	await page.evaluate(() => (location.hash = '#share=%zz')); // pasted into the open tab
	await expect(dialog(page, 'Shared scenario').getByRole('alert')).toBeVisible();
	await expect(page).toHaveURL(/\/some\/sub\/folder\/$/);
});

test('[S8] a long link warns, a longer one is a file', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 780 });
	await createFrom(page, crowded(120));
	await choose(page, 'Crowd of 120', 'Share link');
	const share = dialog(page, 'Share link');
	await expect(share.getByText(/^The link has [2-3],\d{3} characters\. Some chat/)).toBeVisible();
	expect((await linkField(page).inputValue()).length).toBeGreaterThan(1_900);
	await axe(page);
	await noSidewaysScroll(page);
	await page.keyboard.press('Escape');

	await page.setViewportSize({ width: 1280, height: 800 });
	await createFrom(page, crowded(600));
	await goTo(page, 'Settings');
	await page.getByRole('button', { name: 'Share link' }).click();
	await expect(
		share.getByText(/^As a link this scenario would have [\d,]+ characters, and 4,000/)
	).toBeVisible();
	await expect(linkField(page)).toHaveCount(0);
	await axe(page);
	const file = await downloadOf(page, () => share.getByRole('button', { name: 'Export' }).click());
	expect(file.name).toBe('Crowd-of-600.json');
});
