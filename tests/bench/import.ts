import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildDraft } from '$lib/files/build-draft';
import { readSource } from '$lib/files/read-source';
import { reportSheets } from '$lib/workbook/sheets';
import { writeWorkbook } from '$lib/workbook/xlsx';
import { read, utils } from 'xlsx';
import { chromiumArgs, findChromium } from '../../scripts/find-browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { timed, watchTasks } from './page';
import { largeSnapshot } from './workbook';

const ROUNDS = 5;
const ROWS = 50_000;
const CHOICES = { mappings: {}, fixes: {}, timeZone: 'UTC', asOf: '2026-11-24T14:00:00Z', name: 'Measured' };

/** Reads a report of 50,000 detail rows with our reader and with plain SheetJS, in turns, and logs what it took. */
export async function run(log: (line: string) => void): Promise<void> {
	const bytes = new Uint8Array(Buffer.concat(await writeWorkbook(reportSheets(largeSnapshot(ROWS)))));
	const took = {
		rows: [] as number[],
		draft: [] as number[],
		plain: [] as number[],
		longest: [] as number[]
	};
	for (let round = 0; round <= ROUNDS; round++) {
		const ours = await readOurs(bytes);
		const start = performance.now();
		const plainRows = readPlain(bytes);
		const plain = performance.now() - start;
		if (plainRows !== ours.count) throw new Error(`${plainRows} rows here, ${ours.count} there`);
		if (round === 0) continue; // the first round warms up
		took.rows.push(ours.rows);
		took.draft.push(ours.draft);
		took.longest.push(ours.longest);
		took.plain.push(plain);
	}
	const [rows, draft, plain] = [median(took.rows), median(took.draft), median(took.plain)];
	const cell = (value: number) => `${value.toFixed(0).padStart(6)} ms`;
	log(
		`import, report of ${ROWS.toLocaleString('en')} detail rows, median of ${ROUNDS} (${spread(took.rows)})`
	);
	log(
		`  ours, file to rows    ${cell(rows)}, of which the longest without a pause ${cell(median(took.longest))}`
	);
	log(`  ours, rows to draft   ${cell(draft)}`);
	log(`  plain SheetJS to rows ${cell(plain)} (dense, no check of any kind; ${spread(took.plain)})`);
	log(`  ratio, file to rows   ${(rows / plain).toFixed(2)}×`);
	await inBrowser(bytes, log);
}

/** The built site in a real browser: the same report from the choice of the file to its preview, then to its figures. */
async function inBrowser(bytes: Uint8Array, log: (line: string) => void): Promise<void> {
	if (!existsSync('build/index.html')) throw new Error('There is no build/ yet: run `npm run build` first.');
	const site = await serve({ mount: '/bench/' });
	const { path: executablePath } = await findChromium();
	const folder = await mkdtemp(join(tmpdir(), 'sandbox-import-'));
	const browser = await chromium.launch({ executablePath, args: chromiumArgs });
	try {
		const page = await browser.newPage();
		await page.addInitScript(watchTasks);
		await page.goto(site.url);
		await page.getByLabel('Open file').waitFor();
		await page.waitForTimeout(1_000); // the start of the page is not measured
		// By its path: bytes would be unpacked by the test tool, in the page's own main thread.
		const file = join(folder, 'report.xlsx');
		await writeFile(file, bytes);
		const read = await timed(page, async () => {
			await page.getByLabel('Open file').setInputFiles(file);
			await page.getByRole('region', { name: 'Preview' }).waitFor({ timeout: 120_000 });
		});
		const created = await timed(page, async () => {
			await page.getByRole('button', { name: 'Create scenario' }).click();
			await page.getByLabel('License figures').locator('dd').filter({ hasText: /^\d/ }).first().waitFor();
		});
		for (const [what, { seconds, longest }] of Object.entries({
			'to its preview': read,
			'then to its figures': created
		}))
			log(`  in Chromium, ${what}: ${seconds.toFixed(2)} s, longest task of the main thread ${longest} ms`);
	} finally {
		await browser.close();
		await site.close();
		await rm(folder, { recursive: true, force: true });
	}
}

async function readOurs(bytes: Uint8Array) {
	const start = performance.now();
	let last = start;
	let longest = 0;
	const onProgress = () => {
		longest = Math.max(longest, performance.now() - last);
		last = performance.now();
	};
	const source = await readSource(bytes, 'report.xlsx', { onProgress });
	const between = performance.now();
	if (!source.ok || source.value.kind === 'ringcentral') throw new Error(JSON.stringify(source));
	const answer = await buildDraft([source.value], CHOICES);
	if (!answer.ok || answer.value.kind !== 'draft') throw new Error(JSON.stringify(answer));
	const count = source.value.tables.reduce((sum, table) => sum + table.rows.length, 0);
	return { rows: between - start, draft: performance.now() - between, longest, count };
}

/** What a program does that trusts the file. */
function readPlain(bytes: Uint8Array): number {
	const book = read(bytes, { dense: true, type: 'array' });
	return book.SheetNames.reduce(
		(sum, name) =>
			sum + utils.sheet_to_json(book.Sheets[name]!, { header: 1, blankrows: false, raw: true }).length,
		0
	);
}

const median = (numbers: number[]): number =>
	numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
const spread = (numbers: number[]): string =>
	`${Math.min(...numbers).toFixed(0)} to ${Math.max(...numbers).toFixed(0)} ms`;
