import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { chromium, type Page } from 'playwright-core';
import { scenarioText } from '$lib/files/write-scenario';
import { type Scenario } from '$lib/domain/scenario';
import { chromiumArgs, findChromium } from '../../scripts/find-browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { makeAccount } from './accounts';

const SIZES = ['small', 'medium', 'large'] as const;

/**
 * The built site in a real browser: a scenario file of each size is opened by hand, then the page is
 * loaded again. Prints how long until the figures stand and the longest task on the main thread.
 */
export async function run(log: (line: string) => void): Promise<void> {
	if (!existsSync('build/index.html')) throw new Error('There is no build/ yet: run `npm run build` first.');
	const site = await serve({ mount: '/bench/' });
	const folder = await mkdtemp(join(tmpdir(), 'sandbox-bench-'));
	const { path: executablePath } = await findChromium();
	const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
		executablePath,
		args: chromiumArgs,
		headless: true
	});
	try {
		const page = await context.newPage();
		await page.addInitScript(watchTasks);
		log(
			'page       file MB   import s   longest task ms   reload to figures s   longest task ms   next day s   longest task ms'
		);
		for (const size of SIZES) {
			const file = join(folder, `${size}.json`);
			await writeFile(file, makeAccount(size));
			const megabytes = (await stat(file)).size / 1e6;
			const created = await timed(page, () => importFile(page, site.url, file));
			const reloaded = await timed(page, async () => {
				await page.reload();
				await figures(page);
			});
			const stepped = await timed(page, async () => {
				await page.getByRole('button', { name: 'Next day' }).click();
				await page.waitForFunction(canUndo, undefined, { timeout: 600_000 });
			});
			const cells = [created, reloaded, stepped].map(
				({ seconds, longest }) => `${seconds.toFixed(2).padStart(8)}   ${String(longest).padStart(15)}`
			);
			log(`${size.padEnd(8)}${megabytes.toFixed(1).padStart(10)}   ${cells.join('   ')}`);
		}
	} finally {
		await context.close();
		await site.close();
		await rm(folder, { recursive: true, force: true });
	}
}

async function writeFile(path: string, scenario: Scenario): Promise<void> {
	const out = createWriteStream(path);
	for (const piece of scenarioText(scenario)) if (!out.write(piece)) await once(out, 'drain');
	out.end();
	await once(out, 'finish');
}

async function importFile(page: Page, url: string, file: string): Promise<void> {
	await page.goto(url);
	await page.getByLabel('Open file').setInputFiles(file);
	await page.getByRole('button', { name: 'Create scenario' }).click({ timeout: 600_000 });
	await figures(page);
}

const figures = (page: Page) =>
	page
		.getByLabel('License figures')
		.getByRole('definition')
		.filter({ hasText: /^\s*\d/ })
		.first()
		.waitFor({ timeout: 600_000 });

/** The command is saved: its undo is on offer. */
function canUndo(): boolean {
	const undo = [...document.querySelectorAll('button')].find((one) => one.ariaLabel === 'Undo');
	return undo !== undefined && !undo.disabled && undo.ariaDisabled !== 'true';
}

interface Timed {
	readonly seconds: number;
	readonly longest: number;
}

export async function timed(page: Page, work: () => Promise<void>): Promise<Timed> {
	await page.evaluate(() => sessionStorage.setItem('longest', '0')).catch(() => undefined); // blank page at first
	const start = performance.now();
	await work();
	const seconds = (performance.now() - start) / 1000;
	await page.waitForTimeout(300);
	return { seconds, longest: await page.evaluate(() => Number(sessionStorage.getItem('longest') ?? '0')) };
}

/** Keeps the longest main-thread task of the page, over reloads. */
export function watchTasks(): void {
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) {
			const longest = Number(sessionStorage.getItem('longest') ?? '0');
			if (entry.duration > longest) sessionStorage.setItem('longest', String(Math.round(entry.duration)));
		}
	}).observe({ type: 'longtask', buffered: true });
}
