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

/**
 * Resolves once somebody else's write has begun and is not done: it holds the chunks, so that reading them waits,
 * while the journal, which an import does not touch, is read over and over.
 */
async function untilWriting(): Promise<boolean> {
	const { promise: opened, resolve, reject } = Promise.withResolvers<IDBDatabase>();
	const request = indexedDB.open('live-reports-sandbox');
	request.onsuccess = () => resolve(request.result);
	request.onerror = () => reject(request.error ?? new Error('no reason'));
	const db = await opened;
	const count = (store: string) =>
		new Promise<number>((done) => {
			const counting = db.transaction(store).objectStore(store).count();
			counting.onsuccess = () => done(counting.result);
		});
	try {
		for (const end = Date.now() + 5_000; Date.now() < end;) {
			let isRead = false;
			void count('chunks').then(() => (isRead = true));
			for (let reads = 0; !isRead; await count('journal')) if (++reads > 3) return true; // else one or two
		}
		return false;
	} finally {
		db.close(); // once what waits is done
	}
}

/** How many scenarios there are, and whether the chunks are those that they name, and no others. */
const whole = (page: Page): Promise<{ scenarios: number; isWhole: boolean }> =>
	page.evaluate(async () => {
		const { promise: opened, resolve } = Promise.withResolvers<IDBDatabase>();
		const request = indexedDB.open('live-reports-sandbox');
		request.onsuccess = () => resolve(request.result);
		const db = await opened;
		const tx = db.transaction(['scenarios', 'layouts', 'chunks']);
		const keys = (store: string) =>
			new Promise<readonly IDBValidKey[]>((done) => {
				const asked = tx.objectStore(store).getAllKeys();
				asked.onsuccess = () => done(asked.result);
			});
		const layouts = new Promise<readonly { scenarioId: string; lists: Record<string, { n: number }[]> }[]>(
			(done) => {
				const asked = tx.objectStore('layouts').getAll();
				asked.onsuccess = () => done(asked.result as never);
			}
		);
		const [scenarios, chunks] = await Promise.all([keys('scenarios'), keys('chunks')]);
		const named = (await layouts).flatMap(({ scenarioId, lists }) =>
			Object.values(lists).flatMap((refs) => refs.map(({ n }) => [scenarioId, n]))
		);
		const laidOut = (await layouts).map(({ scenarioId }) => scenarioId);
		db.close();
		const text = (list: readonly unknown[]) =>
			list
				.map((one) => JSON.stringify(one))
				.toSorted()
				.join();
		return {
			scenarios: scenarios.length,
			isWhole: text(chunks) === text(named) && text(scenarios) === text(laidOut)
		};
	});

test('[S2] [S5] D3 a tab that crashes or closes while an import is being written leaves nothing of it, and the other tab writes on', async ({
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
	let here = 1;
	for (const end of ends) {
		let isCut = false;
		for (let tries = 0; tries < 6 && !isCut; tries++) {
			const tab = await context.newPage();
			await tab.goto('./');
			await giveFile(tab, large);
			const create = tab.getByRole('button', { name: 'Create scenario' });
			await expect(create).toBeEnabled();
			const writing = page.evaluate(untilWriting);
			await create.click({ noWaitAfter: true });
			const hasBegun = await writing;
			await (hasBegun ? end(tab) : tab.close());
			const before = await page.getByLabel('License figures').getAttribute('data-revision');
			const began = Date.now();
			await page.getByRole('button', { name: 'Next day' }).click();
			await expect(page.getByLabel('License figures')).toHaveAttribute(
				'data-revision',
				String(Number(before) + 1)
			);
			expect(Date.now() - began).toBeLessThan(5_000);
			if (!tab.isClosed()) await tab.close();
			const { scenarios, isWhole } = await whole(page);
			expect(isWhole).toBe(true);
			isCut = hasBegun && scenarios === here; // else all of it was written before the end came: that is another try
			here = scenarios;
		}
		expect(isCut).toBe(true);
	}
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
