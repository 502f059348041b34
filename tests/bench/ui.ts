import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { chromium, type Locator, type Page } from 'playwright-core';
import { scenarioText } from '$lib/files/write-scenario';
import { chromiumArgs, findChromium } from '../../scripts/find-browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { makeAccount } from './accounts';
import { quantities, stops } from './ui-what-if';

const COMMANDS = 60;
const SCROLLS = 60;
/** Rounds of two edits each. */
const EDITS = 15;
const WHEELS = 150;
/** Milliseconds of one. */
const FRAME = 1_000 / 60;
const NAMES = ['Alice', 'Bob', 'Carla', 'David', 'Emma'];
const TEAMS = ['Support', 'Sales', 'Billing'];
const TYPED = 'support sales';

/**
 * The built site in a real browser with the medium account: how long from a press to figures that stand for
 * what was pressed, how long a what-if that is changed takes to its new figure, how long a scrolled table of
 * thousands of rows shows blanks, and how long a letter in the finder takes to its results. Prints the middle, the 95th percentile and the worst of each.
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
		await portal(page, 'Admin Portal');
		await portal(page, 'Users');
		report(log, 'people: role of five, status of one', await people(page), 100);
		await scrollings(page, log, 'Users');
		await portal(page, 'Call queues');
		await page.locator('tbody td a').first().click();
		report(log, 'queues: members added, removed', await members(page), 100);
		await portal(page, 'Analytics Portal');
		await portal(page, 'Live Reports');
		await page.getByRole('table', { name: 'Dashboards' }).locator('td a').first().click();
		report(log, 'widgets: added, removed', await widgets(page), 100);
		await page.getByRole('link', { name: 'All dashboards' }).click();
		for (const tab of ['Total Active Users', 'Detailed Usage']) {
			await page.getByRole('tab', { name: tab }).click();
			await scrollings(page, log, tab);
		}
		await portal(page, 'What-if');
		await whatIfs(page, log);
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
	for (let i = 0; i < COMMANDS; i++)
		times.push(await timed(page, page.getByRole('button', { name: turn[i % turn.length]!, exact: true })));
	return times;
}

/** Clicks; the time from the press until figures of a newer revision stand in the header and are painted. */
async function timed(page: Page, target: Locator): Promise<number> {
	await target.waitFor();
	const time = page.evaluate(revisionAfterPress);
	await target.click();
	const ms = await time;
	await page.waitForTimeout(50);
	return ms;
}

async function revisionAfterPress(): Promise<number> {
	const figures = document.querySelector<HTMLElement>('dl[aria-label="License figures"]');
	if (!figures) throw new Error('there are no figures');
	const before = Number(figures.dataset['revision']);
	const start = await new Promise<number>((resolve) =>
		addEventListener('pointerup', () => resolve(performance.now()), { once: true, capture: true })
	);
	while (Number(figures.dataset['revision']) <= before || figures.ariaBusy === 'true') {
		if (performance.now() - start > 30_000) throw new Error('no new figures within 30 s');
		await new Promise(requestAnimationFrame);
	}
	await new Promise(requestAnimationFrame);
	return performance.now() - start;
}

const portal = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();

/** A figure that stands in the page within a frame is painted with the next one, and seen to be at the one after. */
async function whatIfs(page: Page, log: (line: string) => void): Promise<void> {
	for (const [what, change] of [
		['what-if, licenses to buy', quantities],
		['what-if, queue stopped', stops]
	] as const) {
		const presses = await change(page);
		report(
			log,
			`${what}: in the page`,
			presses.map(({ changed }) => changed),
			FRAME
		);
		report(
			log,
			`${what}: painted`,
			presses.map(({ painted }) => painted),
			3 * FRAME
		);
	}
	log('  from the input event; in the page: another figure in the table; painted: the frame with it is done');
}

/** In the list of users: roles by the dialog for those that are ticked, and disabling and enabling by a row's menu. */
async function people(page: Page): Promise<readonly number[]> {
	const table = page.getByRole('table', { name: 'Users' });
	const times: number[] = [];
	for (let i = 0; i < 5; i++) await table.getByRole('checkbox').nth(i).check();
	for (let i = 0; i < EDITS; i++) {
		await page.getByRole('button', { name: 'Change ticked' }).click();
		await page.getByRole('menuitem', { name: 'Role' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('combobox').selectOption({ index: 1 + (i % 2) });
		times.push(await timed(page, dialog.getByRole('button', { name: 'Apply' })));
		await dialog.waitFor({ state: 'hidden' });
		await table
			.getByRole('button', { name: /^Actions for/ })
			.nth(3)
			.click();
		times.push(await timed(page, page.getByRole('menuitem', { name: /^(Disable|Enable)$/ })));
	}
	return times;
}

/** On a queue's page: adds two through the dialog (one alone may be a member already), removes the first member. */
async function members(page: Page): Promise<readonly number[]> {
	const times: number[] = [];
	for (let i = 0; i < EDITS; i++) {
		await page.getByRole('button', { name: 'Add members' }).click();
		const dialog = page.getByRole('dialog');
		for (const name of [NAMES[i % NAMES.length]!, NAMES[(i + 1) % NAMES.length]!]) {
			await dialog.getByRole('combobox').fill(name);
			await page.getByRole('option').nth(i).click();
		}
		times.push(await timed(page, dialog.getByRole('button', { name: 'Add', exact: true })));
		await dialog.waitFor({ state: 'hidden' });
		await page.getByRole('table', { name: 'Members now' }).getByRole('checkbox').first().check();
		times.push(await timed(page, page.getByRole('button', { name: 'Remove ticked' })));
	}
	return times;
}

/** On a dashboard's page: adds a widget through the dialog, removes it by its menu. */
async function widgets(page: Page): Promise<readonly number[]> {
	const times: number[] = [];
	for (let i = 0; i < EDITS; i++) {
		await page.getByRole('button', { name: 'Add Widget' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('combobox', { name: 'Queue' }).fill(TEAMS[i % TEAMS.length]!);
		await page.getByRole('option').nth(i).click();
		times.push(await timed(page, dialog.getByRole('button', { name: 'Save' })));
		await dialog.waitFor({ state: 'hidden' });
		const cards = page.getByRole('region', { name: 'Widgets' }).getByRole('button', { name: /^Actions for/ });
		await cards.last().click();
		times.push(await timed(page, page.getByRole('menuitem', { name: 'Remove' })));
	}
	return times;
}

/** Turns the wheel over the table; by frame, how long it took, and how many of the frames showed a blank row. */
async function wheel(page: Page, box: Locator): Promise<{ frames: readonly number[]; blank: number }> {
	await box.evaluate((region) => (region.scrollTop = 0));
	await box.hover();
	const seen = box.evaluate(watchFrames);
	for (let i = 0; i < WHEELS; i++) await page.mouse.wheel(0, 600);
	await box.evaluate((region) => (region.dataset['turned'] = 'yes'));
	return seen;
}

async function watchFrames(box: HTMLElement | SVGElement): Promise<{ frames: number[]; blank: number }> {
	const frames: number[] = [];
	let blank = 0;
	let last = await new Promise(requestAnimationFrame);
	while (box.dataset['turned'] !== 'yes') {
		const now = await new Promise(requestAnimationFrame);
		frames.push(now - last);
		last = now;
		const { top, bottom } = box.getBoundingClientRect();
		const rows = [...box.querySelectorAll('tbody tr[aria-rowindex]')].filter((row) => {
			const at = row.getBoundingClientRect();
			return at.bottom > top + 40 && at.top < bottom;
		});
		if (rows.length < 5 || rows.some((row) => row.querySelector('.animate-pulse'))) blank++;
	}
	delete box.dataset['turned'];
	return { frames, blank };
}

/** Both ways of scrolling through the table of the page. */
async function scrollings(page: Page, log: (line: string) => void, table: string): Promise<void> {
	const box = page.getByRole('group', { name: table, exact: true });
	await box.locator('tbody tr[aria-rowindex]').first().waitFor();
	report(log, `jump to rows: ${table}`, await box.evaluate(jumps, SCROLLS), 100);
	const { frames, blank } = await wheel(page, box);
	report(log, `wheel, frame by frame: ${table}`, frames, 100);
	log(`  of ${frames.length} frames, ${blank} showed a blank row (target: none)`);
}

/** Jumps through the table; the time until every row that is in sight has its name. */
async function jumps(box: HTMLElement | SVGElement, count: number): Promise<readonly number[]> {
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
}

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
