import { test as base, type Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { host, type Deployment } from './deployment';
import { axe, downloadOf, expect, expectFigures, goTo, MOUNT, openReport, openTen, watch } from './fixtures';

const TEN = { needed: 10, active: 10, purchased: 10, overage: 0 };
const PAGES = [
	'',
	'admin',
	'admin/users',
	'admin/queues',
	'admin/roles',
	'billing',
	'billing/purchase',
	'billing/cart',
	'billing/orders',
	'analytics',
	'analytics/live-reports',
	'app',
	'what-if',
	'what-if/numbers',
	'history',
	'settings'
];

/** A host of its own, and pages that keep their copy of what it serves. */
const test = base.extend<{ site: Deployment; faults: readonly string[] }>({
	site: async ({ browserName }, use) => {
		void browserName; // the fixture needs nothing, and an empty pattern is not allowed
		const site = await host('one');
		await use(site);
		await site.close();
	},
	baseURL: async ({ site }, use) => use(site.url),
	faults: [
		async ({ context, site }, use) => {
			const faults = await watch(context, new URL(site.url).origin);
			await use(faults);
			expect(faults).toEqual([]);
		},
		{ auto: true }
	]
});

/** Waits until the page's copy of the app is whole and answers. */
async function kept(page: Page): Promise<void> {
	await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

/** Looks for a newer version, as the page does once an hour, and waits until it is there, whole or refused. */
const look = (page: Page): Promise<'waiting' | 'refused'> =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
		const { installing } = registration;
		if (installing)
			await new Promise<void>((settled) =>
				installing.addEventListener('statechange', () => settled(), { once: true })
			);
		return registration.waiting ? 'waiting' : 'refused';
	});

const copies = (page: Page) =>
	page.evaluate(async () => (await caches.keys()).map((name) => name.split('-').at(-1)));
const expectBuild = (page: Page, name: string) =>
	expect(page.locator('html')).toHaveAttribute('data-build', name);
const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'A new version is ready.' });

test('[S10] N3 with the network off, every page opens, counts and writes the workbook', async ({
	page,
	site
}) => {
	await page.goto('./');
	await kept(page);
	await site.stop();
	await page.reload();
	await openTen(page);
	const query = new URL(page.url()).search;
	for (const path of PAGES) {
		await page.goto(`${site.url}${path}${query}`); // without its slash, as people type it
		await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
		await expectFigures(page, TEN);
		await expect(page).toHaveURL(`${site.url}${path === '' ? '' : `${path}/`}${query}`);
	}
	await openReport(page);
	await page.getByRole('button', { name: 'Download License Status Report' }).click();
	const file = await downloadOf(page, () => page.getByRole('menuitem', { name: 'Excel file' }).click());
	const book = new ExcelJS.Workbook();
	await book.xlsx.readFile(file.path);
	expect(book.worksheets).toHaveLength(3);
	expect(book.worksheets[1]?.rowCount).toBe(11);
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(page.getByLabel('As of')).toContainText('25 Nov');
});

test('[S10] the copy is the whole build, also what only some browsers load', async ({ page }) => {
	await page.goto('./');
	await kept(page);
	const has = await page.evaluate(async () => {
		const [name = ''] = await caches.keys();
		return (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname);
	});
	const notServed = new Set(['service-worker.js', '_headers', '.nojekyll', '_app/version.json']);
	const files = (await readdir('build', { recursive: true, withFileTypes: true }))
		.filter((one) => one.isFile())
		.map((one) => relative('build', join(one.parentPath, one.name)))
		.filter((path) => !notServed.has(path));
	expect(files.length).toBeGreaterThan(100);
	const plain = (path: string) => path.replace(/one(\.(js|css))$/, '$1');
	expect(has.map((path) => plain(path.slice(MOUNT.length))).toSorted()).toEqual(
		files.map((path) => path.replace(/index\.html$/, '')).toSorted()
	);
});

test('[S10] N6 a new version is offered, never forced, and breaks no open tab', async ({
	page,
	context,
	site
}) => {
	await openTen(page);
	await kept(page);
	const other = await context.newPage();
	await other.goto(page.url());
	await expectFigures(other, TEN);

	await site.deploy('two'); // the parts of the first version are gone from the host
	expect(await look(page)).toBe('waiting');
	await expect(notice(page)).toBeVisible();
	await axe(page);
	await goTo(page, 'Billing Portal');
	await expect(page.getByRole('heading', { level: 1, name: 'Billing Portal' })).toBeVisible();
	await page.reload();
	await expectBuild(page, 'one');
	await expect(notice(page)).toBeVisible();
	await page.getByRole('button', { name: 'Later' }).click();
	await expect(notice(page)).toHaveCount(0);

	await notice(other).getByRole('button', { name: 'Reload' }).click();
	await expectBuild(other, 'two');
	await expectFigures(other, TEN);
	expect(await copies(other)).toEqual(['one', 'two']); // the first is still in use

	await expectBuild(page, 'one');
	await goTo(page, 'What-if');
	await expect(page.getByRole('heading', { level: 1, name: 'What-if' })).toBeVisible();
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(other.getByLabel('As of')).toContainText('25 Nov');
	await page.reload();
	await expectBuild(page, 'two');

	await site.deploy('three');
	expect(await look(page)).toBe('waiting');
	await notice(page).getByRole('button', { name: 'Reload' }).click();
	await expectBuild(page, 'three');
	expect(await copies(page)).toEqual(['two', 'three']);
});

test('[S10] a waiting version starts by itself once all tabs were closed, and takes the old copy away', async ({
	page,
	context,
	site
}) => {
	await openTen(page);
	await kept(page);
	await site.deploy('two');
	expect(await look(page)).toBe('waiting');
	const address = page.url();
	await page.close();
	const later = await context.newPage();
	await expect(async () => {
		await later.goto(address);
		await expectBuild(later, 'two');
	}).toPass();
	await expectFigures(later, TEN);
	await expect.poll(() => copies(later)).toEqual(['two']);
	await expect(notice(later)).toHaveCount(0);
});

const SIGN_IN = { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' };
const WRONG: readonly [string, Deployment['instead']][] = [
	['a script that is missing', (path) => (/nodes\/9\./.test(path) ? { status: 404 } : undefined)],
	['a script that is a page', (path) => (/nodes\/9\./.test(path) ? SIGN_IN : undefined)],
	['a page that is another page', (path) => (path === 'billing/' ? SIGN_IN : undefined)],
	[
		'a page that leads elsewhere',
		(path) => (path === 'billing/' ? { status: 302, headers: { location: '../' } } : undefined)
	],
	['a host that fails', (path) => (path.endsWith('.css') ? { status: 503 } : undefined)]
];

test('[S10] N6 N7 a version with a wrong or missing part is not kept; the one before goes on', async ({
	page,
	context,
	site
}) => {
	await openTen(page);
	await kept(page);
	context.removeAllListeners('console'); // the browser reports what the host does wrong here
	await site.deploy('two');
	for (const [what, instead] of WRONG) {
		site.instead = instead;
		expect(await look(page), what).toBe('refused');
		expect(await copies(page), what).toEqual(['one']);
		await expect(notice(page)).toHaveCount(0);
		await page.reload();
		await expectBuild(page, 'one');
		await expectFigures(page, TEN);
	}
	site.instead = () => undefined;
	expect(await look(page)).toBe('waiting');
});

test('[S10] a first copy with a wrong part is not kept, and the app works without one', async ({
	page,
	context,
	site
}) => {
	context.removeAllListeners('console');
	for (const [what, instead] of WRONG.slice(0, 4)) {
		let isAsked = false;
		site.instead = (path) => {
			const answer = instead(path);
			if (answer) isAsked = true;
			return answer;
		};
		await openTen(page);
		await expect.poll(() => isAsked, what).toBe(true); // the copy was begun
		const registered = () => page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration()));
		await expect.poll(registered, what).toBe(false);
		await expect.poll(() => copies(page), what).toEqual([]);
	}
	site.instead = () => undefined;
	await page.reload();
	await kept(page);
});

test('[S10] two copies of the app on one host leave each other alone', async ({ page, site }) => {
	await page.goto('./');
	await kept(page);
	await page.evaluate(async (folder) => {
		await caches.open(`live-reports-sandbox ${folder}inner/ zero`);
		await caches.open('something else');
	}, MOUNT);
	await site.deploy('two');
	expect(await look(page)).toBe('waiting');
	await notice(page).getByRole('button', { name: 'Reload' }).click();
	await expectBuild(page, 'two');
	await expect.poll(async () => (await page.evaluate(() => caches.keys())).length).toBe(4);
});
