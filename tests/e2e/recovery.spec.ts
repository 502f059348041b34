import { mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { axe, downloadOf, expect, expectFigures, goTo, openTen, test } from './fixtures';

const TEN = { needed: 10, active: 10, purchased: 10, overage: 0 };
const NAME = 'The ten-license example';
const listed = (page: Page) => page.getByRole('main').getByRole('listitem').getByRole('link', { name: NAME });

interface List {
	readonly generation: number;
	readonly entries: readonly { readonly name: string; readonly revision: number }[];
	readonly lessons?: {
		readonly stamps: Readonly<Record<string, readonly (readonly [string, number, number])[]>>;
	};
}

/** The newest list of the second copy, read as any page of the site could; null: none was written yet. */
const copyList = (page: Page): Promise<List | null> =>
	page.evaluate(async () => {
		try {
			const root = await navigator.storage.getDirectory();
			const folder = await root.getDirectoryHandle('live-reports-sandbox-copy');
			let newest: List | undefined;
			for (const name of ['even.json', 'odd.json']) {
				const file = await folder.getFileHandle(name).catch(() => undefined);
				const text = await (await file?.getFile())?.text();
				const list = text ? (JSON.parse(text) as List) : undefined;
				if (list && list.generation > (newest?.generation ?? 0)) newest = list;
			}
			return newest ?? null;
		} catch {
			return null;
		}
	});

/** What it holds, as "name revision". */
const copied = async (page: Page): Promise<readonly string[]> =>
	((await copyList(page))?.entries ?? []).map(({ name, revision }) => `${name} ${revision}`).toSorted();

/** Which states of drafts and progress the database holds, as the copy names them. */
async function lessonStates() {
	const db = await new Promise<IDBDatabase>((resolve) => {
		const request = indexedDB.open('live-reports-sandbox');
		request.onsuccess = () => resolve(request.result);
	});
	const all = <T>(store: string) =>
		new Promise<readonly T[]>((resolve) => {
			const request = db.transaction(store).objectStore(store).getAll();
			request.onsuccess = () => resolve(request.result as readonly T[]);
		});
	const drafts = await all<{ id: string; revision: number; changedAt: number }>('packDrafts');
	const progress = await all<{ key: string; progress: { activeSeconds: number }; changedAt: number }>(
		'progress'
	);
	db.close();
	return {
		drafts: drafts.map(({ id, revision, changedAt }) => [id, revision, changedAt]),
		progress: progress.map((one) => [one.key, one.progress.activeSeconds, one.changedAt])
	};
}

async function clearDatabase(page: Page): Promise<void> {
	await page.goto('./theme.js'); // same origin, no app: nothing holds the database
	const devtools = await page.context().newCDPSession(page);
	const { origin } = new URL(page.url());
	await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
}

test('[S5] D24 a second copy outlives the database: restored by one press, kept over emptier states, erased on request', async ({
	page
}) => {
	await openTen(page);
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(page.getByLabel('As of')).toContainText('25 Nov');
	await expect.poll(() => copied(page)).toEqual([`${NAME} 2`]);
	await goTo(page, 'Settings');
	await expect(
		page.getByText('A second copy of 1 scenario, apart from the browser’s database')
	).toBeVisible();

	await clearDatabase(page);
	await page.goto('./');
	await expect(page.getByRole('heading', { name: 'Your scenarios are missing' })).toBeVisible();
	await expect(page.getByText(/A second copy, written .* has 1 of them/)).toBeVisible();
	await axe(page);
	const saved = await downloadOf(page, () =>
		page.getByRole('button', { name: 'Download the second copy' }).click()
	);
	expect(JSON.parse(saved.text())).toMatchObject({ scenarios: [{ scenario: { name: NAME } }] });
	await page.getByRole('button', { name: 'Restore 1 scenario' }).press('Enter');
	await expect(listed(page)).toHaveCount(1);
	await listed(page).click();
	await expectFigures(page, TEN);
	await expect(page.getByLabel('As of')).toContainText('25 Nov');
	await page.reload();
	await expectFigures(page, TEN);
	await expect.poll(() => copied(page)).toEqual([`${NAME} 1`]); // the new one, in the place of the lost one

	// What is put up with is still in the copy, and Settings says so.
	await clearDatabase(page);
	await page.goto('./');
	await page.getByRole('button', { name: 'Start afresh' }).click();
	await page.getByRole('button', { name: 'Try the ten-license example' }).click();
	await expectFigures(page, TEN);
	await expect.poll(() => copied(page)).toEqual([`${NAME} 1`, `${NAME} 1`]);
	await goTo(page, 'Settings');
	await expect(page.getByText(`The second copy also holds “${NAME}”`)).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Restore 1 scenario' }).click();
	await expect(page.getByText('2 scenarios are kept in this browser')).toBeVisible();
	await expect(page.getByText('The second copy also holds')).toBeHidden();

	await page.getByRole('button', { name: 'Erase everything' }).click();
	await page.getByLabel('I have what I need, or need nothing of it').check();
	await page.getByRole('button', { name: 'Erase', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Try the ten-license example' })).toBeVisible();
	expect(await copied(page)).toEqual([]);
	await page.reload();
	await expect(page.getByRole('button', { name: 'Try the ten-license example' })).toBeVisible();
});

test('[S5] [E3] [E5] D6 a draft that is being written and how far a lesson has come outlive the database, with the scenarios or without', async ({
	page
}) => {
	await page.goto('./lessons/write/');
	await page.getByRole('button', { name: 'New pack' }).click();
	await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Written here');
	await expect(page.getByText('Saved in this browser')).toBeVisible();
	await page.goto('./lessons/');
	await page.getByRole('button', { name: 'Start: Who needs a license' }).click();
	const lesson = page.getByRole('complementary', { name: 'Lesson' });
	await lesson.getByRole('spinbutton', { name: 'Your answer' }).fill('10');
	await lesson.getByRole('button', { name: 'Answer', exact: true }).click();
	await expect(lesson.getByText('1 of 4 steps', { exact: true })).toBeVisible();
	await expect.poll(() => copied(page)).toHaveLength(1);
	// The newest states, not only some: what is written last is copied a moment later.
	await expect(async () => {
		const states = await page.evaluate(lessonStates);
		expect((await copyList(page))?.lessons?.stamps).toMatchObject(states);
	}).toPass();

	await clearDatabase(page);
	await page.goto('./');
	await expect(page.getByRole('heading', { name: 'Your scenarios are missing' })).toBeVisible();
	await expect(page.getByText('What it kept of lessons is gone, too')).toBeVisible();
	const saved = await downloadOf(page, () =>
		page.getByRole('button', { name: 'Download the second copy' }).click()
	);
	expect(JSON.parse(saved.text())).toMatchObject({
		lessons: { drafts: [{ pack: { title: 'Written here' } }], progress: [{ scenario: 0 }] }
	});
	const lessons = page.getByRole('checkbox', {
		name: 'Lessons: 1 draft of a pack and how far 1 lesson has come'
	});
	await lessons.uncheck();
	await expect(page.getByRole('button', { name: 'Restore 1 scenario', exact: true })).toBeEnabled();
	await lessons.check();
	await axe(page);
	await page.getByRole('button', { name: 'Restore 1 scenario and the lessons' }).click();
	await page.getByRole('button', { name: 'Go on with “Who needs a license”' }).click();
	await expect(lesson.getByText('1 of 4 steps', { exact: true })).toBeVisible();
	await page.goto('./lessons/write/');
	await expect(page.getByRole('link', { name: 'Written here' })).toHaveCount(1);

	// Only what was kept of lessons was here: that is missed, too, and comes back alone.
	await page.goto('./');
	await page.getByRole('button', { name: 'Actions for Who needs a license' }).click();
	await page.getByRole('menuitem', { name: 'Delete' }).click();
	await page.getByText('Recently deleted (1)').click();
	await page.getByRole('button', { name: 'Delete Who needs a license for good' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
	await expect.poll(() => copied(page)).toEqual([]);
	await clearDatabase(page);
	await page.goto('./');
	await expect(page.getByRole('heading', { name: 'Something of yours is missing' })).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Restore the lessons' }).click();
	await expect(page.getByText('Lessons restored from the second copy')).toBeVisible();
	await goTo(page, 'Settings');
	await expect(page.getByRole('button', { name: 'Export backup' })).toBeEnabled(); // a draft alone is worth one
	await page.goto('./lessons/write/');
	await expect(page.getByRole('link', { name: 'Written here' })).toHaveCount(1);
});

test('[S5] a database gone with all notes of it: the copy alone leads to recovery', async ({ page }) => {
	await openTen(page);
	await expect.poll(() => copied(page)).toEqual([`${NAME} 1`]);
	await clearDatabase(page);
	await page.evaluate(() => localStorage.clear());
	await page.goto('./');
	await expect(page.getByRole('heading', { name: 'Your scenarios are missing' })).toBeVisible();
	await page.getByRole('button', { name: 'Restore 1 scenario' }).click();
	await expect(listed(page)).toHaveCount(1);
});

test('[S5] D22 a damaged scenario says so, its raw data can be had, and its last copy is restored beside the others', async ({
	page
}) => {
	await openTen(page);
	const address = page.url();
	await expect.poll(() => copied(page)).toEqual([`${NAME} 1`]);
	await page.goto('./theme.js');
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const request = indexedDB.open('live-reports-sandbox');
				request.onerror = () => reject(request.error ?? new Error('no reason'));
				request.onsuccess = () => {
					const tx = request.result.transaction('chunks', 'readwrite');
					const store = tx.objectStore('chunks');
					store.getAll().onsuccess = ({ target }) => {
						const [row] = (target as IDBRequest<object[]>).result;
						store.put({ ...row, data: new TextEncoder().encode('[{"id":') });
					};
					tx.oncomplete = () => {
						request.result.close();
						resolve();
					};
				};
			})
	);
	await page.goto(address);
	await expect(page.getByText('This scenario is damaged')).toBeVisible();
	await axe(page);
	const raw = await downloadOf(page, () => page.getByRole('button', { name: 'Export the raw data' }).click());
	expect(JSON.parse(raw.text())).toMatchObject({ scenario: { head: { name: NAME } } });
	await page.getByRole('button', { name: 'Restore its last copy' }).click();
	await expect(listed(page)).toHaveCount(2);
	await listed(page).first().click();
	await expectFigures(page, TEN);
	await expect(page.getByText('This scenario is damaged')).toHaveCount(0);
});

/** The folder that the browser keeps the database in. */
async function databaseOf(profile: string): Promise<string> {
	const folder = join(profile, 'Default', 'IndexedDB');
	const name = (await readdir(folder)).find((one) => one.endsWith('.indexeddb.leveldb'));
	if (name === undefined) throw new Error(`no database in ${(await readdir(folder)).join()}`);
	return join(folder, name);
}

async function newestLog(database: string): Promise<string> {
	const logs = (await readdir(database)).filter((name) => name.endsWith('.log')).toSorted();
	return join(database, logs.at(-1)!);
}

test('[S5] D6 D7 D8 a damaged store is told for what it is, and the second copy brings back what was in it', async ({
	site,
	launchOptions
}) => {
	const profile = await mkdtemp(join(tmpdir(), 'sandbox-damage-'));
	const withPage = async (work: (page: Page) => Promise<void>) => {
		const context: BrowserContext = await chromium.launchPersistentContext(profile, launchOptions);
		try {
			const page = context.pages()[0] ?? (await context.newPage());
			await page.goto(site);
			await work(page);
		} finally {
			await context.close();
		}
	};
	/** Everything missing, restored by one press. */
	const restored = (page: Page) =>
		(async () => {
			await expect(page.getByRole('heading', { name: 'Your scenarios are missing' })).toBeVisible();
			await expect(page.getByText(/This browser held \d scenarios? on /)).toBeVisible();
			await page.getByRole('button', { name: /^Restore \d scenarios?$/ }).click();
			await expect(listed(page).first()).toBeVisible();
			const count = await listed(page).count();
			await expect.poll(async () => (await copied(page)).length).toBe(count);
		})();
	try {
		await withPage(async (page) => {
			await page.getByRole('button', { name: 'Try the ten-license example' }).click();
			await expectFigures(page, TEN);
			await page.getByRole('button', { name: 'Next day' }).click();
			await expect.poll(() => copied(page)).toEqual([`${NAME} 2`]);
		});

		// D7: the end of the log is cut off, as when a computer loses its power. The last change is gone.
		const log = await newestLog(await databaseOf(profile));
		const change = (await readFile(log)).indexOf('2026-11-25T14:00:00Z', 0, 'latin1');
		expect(change).toBeGreaterThan(0);
		await truncate(log, change);
		await withPage(async (page) => {
			await expect(page.getByRole('heading', { name: 'Something of yours is missing' })).toBeVisible();
			await expect(page.getByText('1 scenario that was here is gone or')).toBeVisible();
			await axe(page);
			await page.getByRole('button', { name: 'Restore 1 scenario' }).click();
			await expect(listed(page)).toHaveCount(2);
			await listed(page).first().click(); // the newest: what was restored
			await expect(page.getByLabel('As of')).toContainText('25 Nov');
			await expect.poll(async () => (await copied(page)).length).toBe(2);
		});

		// D6: the store's own table of contents is garbage; then there is no folder at all.
		const database = await databaseOf(profile);
		const manifest = (await readdir(database)).find((name) => name.startsWith('MANIFEST'))!;
		await writeFile(join(database, manifest), 'x'.repeat(5_000));
		await withPage(restored);
		await rm(await databaseOf(profile), { recursive: true });
		await withPage(restored);

		// D8: something else stands in its place, so that it can't be opened.
		const place = await databaseOf(profile);
		await rename(place, `${place}-aside`);
		await writeFile(place, 'not a folder');
		await withPage(async (page) => {
			const began = Date.now();
			await expect(page.getByText('The storage does not answer yet')).toBeVisible();
			await expect(page.getByRole('heading', { name: 'The storage can’t be used' })).toBeVisible();
			expect(Date.now() - began).toBeLessThan(12_000); // the browser itself tries for six seconds
			const file = await downloadOf(page, () =>
				page.getByRole('button', { name: 'Download the second copy' }).click()
			);
			const { scenarios } = JSON.parse(file.text()) as { scenarios: unknown[] };
			expect(scenarios).toHaveLength(2);
			await axe(page);
			await expect(page.getByRole('button', { name: 'Retry' })).toBeEnabled();
		});
		await rm(place);
		await rename(`${place}-aside`, place);
		await withPage(async (page) => expect(listed(page)).toHaveCount(2));
	} finally {
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
});
