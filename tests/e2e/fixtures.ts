import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { serve } from '../../scripts/serve.mjs';

/** Any sub-folder: the build must not know where it lies. */
export const MOUNT = '/some/sub/folder/';

/** Whatever goes wrong in any page of a context without a test asking for it. */
export async function watch(context: BrowserContext, origin: string): Promise<readonly string[]> {
	const faults: string[] = [];
	await context.addInitScript(() => {
		addEventListener('securitypolicyviolation', (event) =>
			console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`)
		);
	});
	context.on('weberror', (error) => faults.push(`page error: ${error.error().message}`));
	context.on('console', (message) => {
		if (['error', 'warning'].includes(message.type()))
			faults.push(`console: ${message.text()} (${message.location().url})`);
	});
	context.on('request', (request) => {
		if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== origin)
			faults.push(`off origin: ${request.url()}`);
	});
	return faults;
}

/** Starts the browser; it crashes at one start in some hundreds, before there is anything to test. */
async function start(launch: () => Promise<Browser>, tries = 3): Promise<Browser> {
	try {
		return await launch();
	} catch (error) {
		if (tries === 1) throw error;
		return start(launch, tries - 1);
	}
}

export const test = base.extend<object, { site: string; browser: Browser }>({
	browser: [
		async ({ playwright, browserName, launchOptions }, use) => {
			const browser = await start(() => playwright[browserName].launch(launchOptions));
			await use(browser);
			await browser.close();
		},
		{ scope: 'worker' }
	],
	site: [
		async ({ browserName }, use) => {
			void browserName; // the fixture needs nothing, and an empty pattern is not allowed
			const { url, close } = await serve({ mount: MOUNT });
			await use(url);
			await close();
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ site }, use) => use(site),
	context: async ({ context, site }, use) => {
		const faults = await watch(context, new URL(site).origin);
		// A copy of the app that fills itself beside a test would only take its time; offline.spec.ts has it.
		await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
		await use(context);
		expect(faults).toEqual([]);
	}
});
export { expect };

/** Fails when the page, or the dialog that lies over it, breaks WCAG 2.2 A or AA as far as axe can tell. */
export async function axe(page: Page): Promise<void> {
	const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
	// There are no frames, so no second page is needed to gather results; only violations are asked for.
	const builder = new AxeBuilder({ page })
		.options({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
		.setLegacyMode();
	await expect(page).toHaveTitle(/./);
	await expect(page.locator('[role="dialog"][data-state="closed"]')).toHaveCount(0); // one that is on its way out
	const hasDialog = (await page.getByRole('dialog').count()) > 0;
	const { violations } = await (hasDialog ? builder.include('[role="dialog"]') : builder).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
		[]
	);
}

/** Fails when the page itself, not a table in it, scrolls sideways. */
export async function noSidewaysScroll(page: Page): Promise<void> {
	const over = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	});
	expect(over).toBe(0);
}

export interface Figures {
	readonly needed: number;
	readonly active: number;
	readonly purchased: number;
	readonly overage: number;
}

/** Waits until the header's figures are these. */
export async function expectFigures(page: Page, figures: Figures): Promise<void> {
	const { needed, active, purchased, overage } = figures;
	const list = page.getByLabel('License figures');
	await expect(list.locator('dt')).toHaveText(['Needed', 'Active', 'Purchased', 'Overage']);
	await expect(list.locator('dd')).toHaveText(
		[needed, active, purchased, overage].map((value) => new RegExp(`^${value}(?!\\d)`))
	);
}

/** One click on Home: the ten-license example, open. */
export async function openTen(page: Page): Promise<void> {
	await page.goto('./');
	await page.getByRole('button', { name: 'Try the ten-license example' }).click();
	await expectFigures(page, { needed: 10, active: 10, purchased: 10, overage: 0 });
}

export const goTo = (page: Page, place: string): Promise<void> =>
	page.getByRole('link', { name: place, exact: true }).click();

/** Goes on as somebody else, or as the Trainer, at the same place. */
export async function actAs(page: Page, name: string): Promise<void> {
	const who = page.getByRole('combobox', { name: 'Acting as' });
	await who.click();
	await who.fill(name);
	await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
	await expect(page).toHaveURL(name === 'Trainer' ? /^(?!.*[?&]as=)/ : /[?&]as=/);
	await expect(who).toHaveValue(new RegExp(`^${name}`));
}

export async function openReport(page: Page): Promise<void> {
	await goTo(page, 'Analytics Portal');
	await goTo(page, 'Live Reports');
	await expect(page.getByRole('heading', { level: 1, name: 'Live Reports' })).toBeVisible();
}

/** A sample as its file says it, to be changed at will. */
export function sample(id: 'ten-licenses' | 'busy-month'): SampleFile {
	const text = readFileSync(new URL(`../../src/lib/content/${id}.json`, import.meta.url), 'utf8');
	return JSON.parse(text) as SampleFile;
}

export interface SampleFile {
	name: string;
	account: { name: string; plan: string; timeZone: string };
	people: { id: string; name: string; roleId: string; extension: string }[];
	queues: { name: string }[];
	[key: string]: unknown;
}

/** Gives the page a file, as if it had been chosen. */
export async function giveFile(
	page: Page,
	content: unknown,
	name = 'scenario.json',
	label = 'Open file'
): Promise<void> {
	const text = typeof content === 'string' ? content : JSON.stringify(content);
	await page
		.getByLabel(label)
		.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** Opens a file and creates its scenario. */
export async function createFrom(page: Page, content: unknown): Promise<void> {
	await page.goto('./');
	await giveFile(page, content);
	await page.getByRole('button', { name: 'Create scenario' }).click();
	await expect(page.getByLabel('License figures').locator('dd').first()).toHaveText(/^\d/);
}

/** Opens the menu of a scenario on Home and chooses. */
export async function choose(page: Page, scenario: string, action: string): Promise<void> {
	await page.getByRole('button', { name: `Actions for ${scenario}`, exact: true }).click();
	await page.getByRole('menuitem', { name: action }).click();
}

/** What a click downloads. */
export async function downloadOf(
	page: Page,
	click: () => Promise<void>
): Promise<{ name: string; path: string; text: () => string }> {
	const waiting = page.waitForEvent('download');
	await click();
	const file = await waiting;
	const path = await file.path();
	return { name: file.suggestedFilename(), path, text: () => readFileSync(path, 'utf8') };
}
