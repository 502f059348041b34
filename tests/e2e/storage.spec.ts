import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { axe, expect, expectFigures, giveFile, openTen, sample, test } from './fixtures';

const TEN = { needed: 10, active: 10, purchased: 10, overage: 0 };
/** How often the browser is killed; a few times in every run, more with KILLS=20. */
const KILLS = Number(process.env['KILLS'] ?? 3);
const DAY = 86_400_000;

/** Kills every process of the browser that uses this profile, as a crash or a power cut would. */
function kill(profile: string): void {
	const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 });
	for (const line of list.split('\n'))
		if (line.includes(`--user-data-dir=${profile}`)) {
			try {
				process.kill(Number.parseInt(line, 10), 'SIGKILL');
			} catch {
				// it ended with its parent
			}
		}
}

/** Presses "Next day" again and again; tells the revision after each that the page calls saved. */
async function press(): Promise<void> {
	const told = globalThis as unknown as { saved: (revision: number) => Promise<void> };
	const figures = document.querySelector<HTMLElement>('dl[aria-label="License figures"]')!;
	const button = [...document.querySelectorAll('button')].find(
		(one) => one.textContent.trim() === 'Next day'
	)!;
	for (;;) {
		const before = Number(figures.dataset['revision']);
		button.click();
		while (Number(figures.dataset['revision']) <= before) await new Promise((done) => setTimeout(done, 1));
		await told.saved(Number(figures.dataset['revision']));
	}
}

/** The revision and the scenario's own clock, as the page shows them. */
async function standing(page: Page): Promise<{ revision: number; asOf: number }> {
	const figures = page.getByLabel('License figures');
	await expect(figures.locator('dd').first()).toHaveText(/^\d/);
	const revision = Number(await figures.getAttribute('data-revision'));
	const text = (await page.getByLabel('As of').textContent()) ?? '';
	const [, day, hour] = /\w{3} (\d+ \w{3} \d{4}), (\d\d:\d\d)/.exec(text)!;
	return { revision, asOf: Date.parse(`${day} ${hour} UTC`) };
}

test(`[S2] D1 a browser killed ${KILLS} times while it writes loses nothing that it called saved`, async ({
	site,
	launchOptions
}) => {
	test.setTimeout(60_000 + KILLS * 30_000);
	const profile = await mkdtemp(join(tmpdir(), 'sandbox-crash-'));
	let address = site;
	let start = 0;
	let last = 1;
	try {
		for (let round = 0; round <= KILLS; round++) {
			const context = await chromium.launchPersistentContext(profile, launchOptions);
			const page = context.pages()[0] ?? (await context.newPage());
			await page.goto(address);
			if (round === 0) {
				await page.getByRole('button', { name: 'Try the ten-license example' }).click();
				await expectFigures(page, TEN);
				address = page.url();
				start = (await standing(page)).asOf;
			}
			const { revision, asOf } = await standing(page);
			expect(revision).toBeGreaterThanOrEqual(last);
			expect(revision).toBeLessThanOrEqual(last + 1); // at most the one that was on its way
			// Scenario and history tell the same: each revision is one day. The zone's hour may move with the season.
			expect(Math.round((asOf - start) / DAY)).toBe(revision - 1);
			last = revision;
			if (round === KILLS) {
				await page.getByRole('button', { name: 'Undo', exact: true }).click();
				await expect.poll(async () => (await standing(page)).asOf).toBeLessThan(asOf);
				await context.close();
				return;
			}
			await page.exposeFunction('saved', (saved: number) => void (last = saved));
			const pressing = page.evaluate(press).catch(() => undefined); // it ends with the browser
			await page.waitForTimeout(400 + ((round * 137) % 700));
			kill(profile);
			await pressing;
			await context.close().catch(() => undefined); // it is gone already
		}
	} finally {
		kill(profile);
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
});

test('[S5] D4 a disk without room refuses a new scenario whole, says so, and takes it once there is room', async ({
	page,
	baseURL
}) => {
	const quota = await page.context().newCDPSession(page);
	const origin = new URL(baseURL!).origin;
	// Before the first visit: the browser remembers the room that it had.
	await quota.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_500_000 });
	await openTen(page);
	await page.goto('./');
	const large = sample('busy-month');
	const { people } = large;
	for (let i = 0; i < 40_000; i++)
		people.push({
			id: `x${i}`,
			name: `Somebody ${i} ${(i * 7919) % 99_991}`,
			extension: `9${i}`,
			roleId: people[0]!.roleId
		});
	await giveFile(page, large);
	await page.getByRole('button', { name: 'Create scenario' }).click();
	await expect(page.getByText('no room left')).toBeVisible();
	await axe(page);
	await page.reload();
	await expect(page.getByText('1 scenario, kept in this browser only')).toBeVisible();
	await page.getByRole('link', { name: 'The ten-license example' }).click();
	await expectFigures(page, TEN);

	await quota.send('Storage.overrideQuotaForOrigin', { origin });
	await page.goto('./');
	await giveFile(page, large);
	await page.getByRole('button', { name: 'Create scenario' }).click();
	await expect(page.getByLabel('License figures').locator('dd').first()).toHaveText(/^\d/);
});

test('[S2] [S5] D3 a tab that crashes or closes in the middle of an import leaves nothing of it, and the other tab writes on', async ({
	page,
	context
}) => {
	await openTen(page);
	const large = sample('busy-month');
	for (let i = 0; i < 60_000; i++)
		large.people.push({
			id: `x${i}`,
			name: `Somebody ${i}`,
			extension: `9${i}`,
			roleId: large.people[0]!.roleId
		});
	const ends: readonly ((tab: Page) => Promise<unknown>)[] = [
		async (tab) => {
			const crashed = tab.waitForEvent('crash');
			void (await context.newCDPSession(tab)).send('Page.crash').catch(() => undefined); // it answers no more
			await crashed;
		},
		(tab) => tab.close()
	];
	for (const end of ends) {
		const tab = await context.newPage();
		await tab.goto('./');
		await giveFile(tab, large);
		const create = tab.getByRole('button', { name: 'Create scenario' });
		await expect(create).toBeEnabled();
		await create.click({ noWaitAfter: true });
		await end(tab);
		const before = await page.getByLabel('License figures').getAttribute('data-revision');
		const began = Date.now();
		await page.getByRole('button', { name: 'Next day' }).click();
		await expect(page.getByLabel('License figures')).toHaveAttribute(
			'data-revision',
			String(Number(before) + 1)
		);
		expect(Date.now() - began).toBeLessThan(5_000);
		if (!tab.isClosed()) await tab.close();
	}
	await page.goto('./');
	await expect(page.getByText('1 scenario, kept in this browser only')).toBeVisible();
});

for (const [how, clear] of [
	[
		'cleared by the browser',
		async (page: Page) => {
			const { origin } = new URL(page.url());
			const devtools = await page.context().newCDPSession(page);
			await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
		}
	],
	[
		'deleted in another tab',
		async (page: Page) => {
			const other = await page.context().newPage();
			await other.goto('./theme.js'); // same origin, no app
			await other.evaluate(
				() =>
					new Promise((done, no) => {
						const asked = indexedDB.deleteDatabase('live-reports-sandbox');
						asked.onsuccess = done;
						asked.onerror = no;
					})
			);
			await other.close();
		}
	]
] as const)
	test(`[S5] D9 D10 a database ${how} while it is open takes no write, says so, and leads to recovery`, async ({
		page
	}) => {
		await openTen(page);
		const asOf = await page.getByLabel('As of').textContent();
		await clear(page);
		await expect(page.getByText('The storage was closed')).toBeVisible();
		await page.getByRole('button', { name: 'Next day' }).click();
		await expect(page.getByRole('region', { name: 'Messages' })).toContainText('This tab no longer saves');
		await expect(page.getByLabel('As of')).toHaveText(asOf ?? '');
		await axe(page);
		await page.goto('./');
		await expect(page.getByText('Your scenarios are missing')).toBeVisible();
		await expect(page.getByText('The ten-license example').first()).toBeVisible();
	});
