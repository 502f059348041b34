import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { chromium, type Page } from 'playwright-core';
import { scenarioText } from '$lib/files/write-scenario';
import { chromiumArgs, findChromium } from '../../scripts/find-browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { makeAccount } from './accounts';

const COMMANDS = 60;
const SCROLLS = 60;
const TYPED = 'support sales';

/**
 * The built site in a real browser with the medium account: how long from a command to figures that stand
 * for it, how long a scrolled table of thousands of rows shows blanks, and how long a letter in the finder
 * takes to its results. Prints the middle, the 95th percentile and the worst of each.
 */
export async function run(log: (line: string) => void): Promise<void> {
	if (!existsSync('build/index.html')) throw new Error('There is no build/ yet: run `npm run build` first.');
	const site = await serve({ mount: '/bench/' });
	const folder = await mkdtemp(join(tmpdir(), 'sandbox-ui-'));
	const { path: executablePath } = await findChromium();
	const browser = await chromium.launch({ executablePath, args: chromiumArgs, headless: true });
	try {
		const file = join(folder, 'medium.json');
		const out = createWriteStream(file);
		for (const piece of scenarioText(makeAccount('medium'))) if (!out.write(piece)) await once(out, 'drain');
		out.end();
		await once(out, 'finish');
		const page = await browser.newPage();
		await page.goto(site.url);
		await page.getByLabel('Open file').setInputFiles(file);
		await page.getByRole('button', { name: 'Create scenario' }).click({ timeout: 600_000 });
		await page.locator('dl[aria-label="License figures"] dd button').first().waitFor({ timeout: 600_000 });

		log('ui, medium account                      times   middle ms   95th ms   worst ms   target ms');
		report(log, 'command to figures on screen', await commands(page), 100);
		await page.getByRole('link', { name: 'Analytics Portal', exact: true }).click();
		await page.getByRole('link', { name: 'Live Reports', exact: true }).click();
		await page.getByRole('tab', { name: 'Total Active Users' }).click();
		await page.locator('tbody tr td button').first().waitFor();
		report(log, 'scroll to rows without a blank', await scrolls(page), 100);
		report(log, 'letter to results in the finder', await letters(page), 100);
	} finally {
		await browser.close();
		await site.close();
		await rm(folder, { recursive: true, force: true });
	}
}

/** Mixed commands, in turn: the clock a day on, a day on again, undo, redo, and a week on. */
async function commands(page: Page): Promise<readonly number[]> {
	const turn = ['Next day', 'Next day', 'Undo', 'Redo', 'Next week'];
	const times: number[] = [];
	for (let i = 0; i < COMMANDS; i++) {
		times.push(await page.evaluate(pressAndWait, turn[i % turn.length]!));
		await page.waitForTimeout(50);
	}
	return times;
}

/** Presses a button of the header; the time until as-of has moved, the figures stand for it and are painted. */
async function pressAndWait(name: string): Promise<number> {
	const button = [...document.querySelectorAll('button')].find(
		(one) => (one.ariaLabel ?? one.textContent.trim()) === name
	);
	const figures = document.querySelector('dl[aria-label="License figures"]');
	const asOf = document.querySelector('output[aria-labelledby="as-of"]');
	if (!button || !figures || !asOf) throw new Error(`the header has no ${name}`);
	const before = asOf.textContent;
	const start = performance.now();
	button.click();
	const isThere = () => asOf.textContent !== before && figures.getAttribute('aria-busy') !== 'true';
	while (!isThere()) {
		if (performance.now() - start > 30_000) throw new Error(`${name} was not done within 30 s`);
		await new Promise(requestAnimationFrame);
	}
	await new Promise(requestAnimationFrame);
	return performance.now() - start;
}

/** Jumps through the table; the time until every row that is in sight has its name. */
const scrolls = (page: Page): Promise<readonly number[]> =>
	page.evaluate(async (count) => {
		const box = document.querySelector('table')?.parentElement;
		if (!box) throw new Error('there is no table');
		const isBlank = () => {
			const { top, bottom } = box.getBoundingClientRect();
			const seen = [...box.querySelectorAll('tbody tr[aria-rowindex]')].filter((row) => {
				const at = row.getBoundingClientRect();
				return at.bottom > top + 40 && at.top < bottom;
			});
			return seen.length < 5 || seen.some((row) => row.querySelector('.animate-pulse') !== null);
		};
		const times: number[] = [];
		for (let i = 1; i <= count; i++) {
			const start = performance.now();
			box.scrollTop = (box.scrollHeight - box.clientHeight) * ((i * 37) % count) * (1 / count);
			do await new Promise(requestAnimationFrame);
			while (isBlank() && performance.now() - start < 30_000);
			times.push(performance.now() - start);
		}
		return times;
	}, SCROLLS);

/** Types letter by letter into the finder; the time until its results stand for what is typed. */
async function letters(page: Page): Promise<readonly number[]> {
	await page.keyboard.press('Control+k');
	const field = page.getByRole('combobox', { name: 'A page, person, queue, dashboard or action' });
	await field.waitFor();
	const times: number[] = [];
	for (let length = 1; length <= TYPED.length; length++)
		times.push(await field.evaluate(typeAndWait, TYPED.slice(0, length)));
	return times;
}

async function typeAndWait(field: HTMLElement | SVGElement, text: string): Promise<number> {
	if (!(field instanceof HTMLInputElement)) throw new Error('the finder has no field');
	const list = field.parentElement?.querySelector('[role="listbox"]');
	const start = performance.now();
	field.value = text;
	field.dispatchEvent(new Event('input', { bubbles: true }));
	do await new Promise(requestAnimationFrame);
	while (list?.getAttribute('aria-busy') === 'true' && performance.now() - start < 30_000);
	return performance.now() - start;
}

function report(log: (line: string) => void, what: string, times: readonly number[], target: number): void {
	const sorted = times.toSorted((a, b) => a - b);
	const at = (share: number) =>
		sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
	const cell = (value: number, width: number) => value.toFixed(0).padStart(width);
	log(
		`${what.padEnd(40)}${cell(times.length, 5)}${cell(at(0.5), 12)}${cell(at(0.95), 10)}${cell(at(1), 11)}${cell(target, 12)}`
	);
}
