import { existsSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type CDPSession, type Page } from 'playwright-core';
import { chromiumArgs, findChromium } from '../../scripts/find-browser.mjs';
import { serve } from '../../scripts/serve.mjs';

const TABS = 3;
const COMMANDS = 100;
const IMPORTS = 60;
/** The first ones fill caches and compile what is used. */
const WARM = 10;
/** How much the page's heap may grow from then on, after its garbage is collected; megabytes. */
const MOST_MB = 10;

/**
 * Long use of the built site, too long for every run of the tests (P3, P4): three tabs that change one scenario at once
 * end in one state, and imports with a change and its undo, one after the other, leave nothing behind in the page.
 * @throws where it is not so
 */
export async function run(log: (line: string) => void): Promise<void> {
	if (!existsSync('build/index.html')) throw new Error('There is no build/ yet: run `npm run build` first.');
	const site = await serve({ mount: '/soak/' });
	const { path: executablePath } = await findChromium();
	const browser = await chromium.launch({ executablePath, args: chromiumArgs, headless: true });
	try {
		await tabs(browser, site.url, log);
		await imports(browser, site.url, log);
	} finally {
		await browser.close();
		await site.close();
	}
}

async function tabs(browser: Browser, url: string, log: (line: string) => void): Promise<void> {
	const context = await browser.newContext();
	const first = await context.newPage();
	await first.goto(url);
	await first.getByRole('button', { name: 'Try the ten-license example' }).click();
	await figures(first).waitFor();
	const all = [first];
	while (all.length < TABS) {
		const tab = await context.newPage();
		await tab.goto(first.url());
		await figures(tab).waitFor();
		all.push(tab);
	}
	const began = Date.now();
	await Promise.all(all.map((tab, i) => tab.evaluate(press, { commands: COMMANDS, every: 4 + i })));
	const seconds = (Date.now() - began) / 1000;
	const fresh = await context.newPage(); // what is on the disk
	await fresh.goto(first.url());
	await figures(fresh).waitFor();
	const stored = await fresh.evaluate(storedState);
	const wanted = await standing(fresh);
	for (const tab of all) {
		await tab.waitForFunction(
			(revision) => document.querySelector<HTMLElement>('[data-revision]')?.dataset['revision'] === revision,
			wanted.revision
		);
		same('a tab stands where the disk does', await standing(tab), wanted);
	}
	same('each revision is one step', String(stored.revision), wanted.revision);
	same(
		'the history has no gaps',
		stored.seqs,
		Array.from({ length: stored.seqs.length }, (_, i) => i + 1)
	);
	log(
		`${TABS} tabs, ${COMMANDS} commands each, ${seconds.toFixed(1)} s: all end at revision ${wanted.revision}, ${wanted.asOf}`
	);
	await context.close();
}

async function imports(browser: Browser, url: string, log: (line: string) => void): Promise<void> {
	const context = await browser.newContext();
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	const buffer = readFileSync('src/lib/content/busy-month.json');
	await page.goto(url);
	let warm = 0;
	const began = Date.now();
	for (let i = 1; i <= IMPORTS; i++) {
		await page
			.getByLabel('Open file')
			.setInputFiles({ name: 'busy.json', mimeType: 'application/json', buffer });
		await page.getByRole('button', { name: 'Create scenario' }).click();
		await figures(page).waitFor();
		const undo = page.getByRole('button', { name: 'Undo', exact: true });
		await page.getByRole('button', { name: 'Next day' }).click();
		await page.waitForFunction(() => document.querySelector<HTMLElement>('[data-revision="2"]'));
		await undo.click();
		await page.waitForFunction(() => document.querySelector<HTMLElement>('[data-revision="3"]'));
		await page.getByRole('link', { name: 'Home', exact: true }).click();
		if (i === WARM) warm = await heap(devtools);
	}
	const grown = (await heap(devtools)) - warm;
	const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
	log(
		`${IMPORTS} imports, each with a change and its undo, ${((Date.now() - began) / 1000).toFixed(0)} s: the page's heap grew from ${warm.toFixed(1)} MB after ${WARM} by ${grown.toFixed(1)} MB; ${(usage / 1e6 / IMPORTS).toFixed(2)} MB of disk a scenario`
	);
	if (grown > MOST_MB) throw new Error(`the page's heap grew by ${grown.toFixed(1)} MB`);
	await context.close();
}

/** Megabytes that are in use once garbage is collected. */
async function heap(devtools: CDPSession): Promise<number> {
	await devtools.send('HeapProfiler.collectGarbage');
	const { usedSize } = await devtools.send('Runtime.getHeapUsage');
	return usedSize / 1e6;
}

const figures = (page: Page) =>
	page
		.getByLabel('License figures')
		.getByRole('definition')
		.filter({ hasText: /^\s*\d/ })
		.first();

interface Standing {
	readonly revision: string;
	readonly asOf: string;
	readonly figures: readonly string[];
}

const standing = async (page: Page): Promise<Standing> => ({
	revision: (await page.getByLabel('License figures').getAttribute('data-revision')) ?? '',
	asOf: (await page.getByLabel('As of').innerText()).trim(),
	figures: await page.getByLabel('License figures').getByRole('definition').allInnerTexts()
});

/** Presses “Next day” and, now and then, “Undo”, each as soon as the one before shows; a conflict is another try. */
async function press({ commands, every }: { commands: number; every: number }): Promise<void> {
	const list = document.querySelector<HTMLElement>('[data-revision]')!;
	const revision = () => Number(list.dataset['revision']);
	const button = (name: string) =>
		[...document.querySelectorAll('button')].find(
			(one) => one.textContent.trim() === name || one.ariaLabel === name
		);
	for (let i = 1; i <= commands; i++) {
		const before = revision();
		const end = Date.now() + 10_000;
		button(i % every === 0 ? 'Undo' : 'Next day')?.click();
		while (revision() <= before && Date.now() < end) await new Promise((done) => setTimeout(done, 5));
	}
}

/** The one scenario as the database has it. */
async function storedState(): Promise<{ revision: number; seqs: readonly number[] }> {
	const done = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error('no reason'));
		});
	const db = await done(indexedDB.open('live-reports-sandbox'));
	const tx = db.transaction(['scenarios', 'journal']);
	const [row] = (await done(tx.objectStore('scenarios').getAll())) as { revision: number }[];
	const seqs = ((await done(tx.objectStore('journal').getAll())) as { seq: number }[]).map(({ seq }) => seq);
	db.close();
	return { revision: row?.revision ?? 0, seqs };
}

function same(what: string, found: unknown, wanted: unknown): void {
	const [is, ought] = [JSON.stringify(found), JSON.stringify(wanted)];
	if (is !== ought) throw new Error(`Not so: ${what}. ${is} instead of ${ought}`);
}
