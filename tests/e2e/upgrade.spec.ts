import { type Page } from '@playwright/test';
import { axe, expect, openTen, test } from './fixtures';

const NAME = 'live-reports-sandbox';
/** A version, as the platform counts, that no build of today has come to. */
const NEWER = 10_000;

/** Everything that the database holds, as text. */
const content = (page: Page): Promise<string> =>
	page.evaluate(async (name) => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error('no reason'));
			});
		const db = await done(indexedDB.open(name));
		const stores = [...db.objectStoreNames];
		const tx = db.transaction(stores);
		const rows = await Promise.all(stores.map((one) => done(tx.objectStore(one).getAll())));
		db.close();
		const text = JSON.stringify(rows, (_, value: unknown) =>
			ArrayBuffer.isView(value) ? [...new Uint8Array(value.buffer)] : value
		);
		return `${db.version} ${text}`;
	}, NAME);

/** Opens the database at a version without the app, as another build would, and holds it where asked. */
const openAt = (page: Page, version: number, hold: boolean) =>
	page.evaluate(
		({ name, version, hold }) =>
			new Promise<void>((resolve, reject) => {
				const request = indexedDB.open(name, version);
				request.onerror = () => reject(request.error ?? new Error('no reason'));
				request.onsuccess = () => {
					if (hold) Object.assign(globalThis, { held: request.result });
					else request.result.close();
					resolve();
				};
			}),
		{ name: NAME, version, hold }
	);

test('[S4] D10 D11 D14 a newer version in another tab: this one saves nothing more, and an older build leaves all as it is', async ({
	page,
	context
}) => {
	await openTen(page);
	const asOf = await page.getByLabel('As of').textContent();
	const other = await context.newPage();
	await other.goto('./theme.js'); // same origin, no app
	await openAt(other, NEWER, false);
	const before = await content(other);
	await expect(page.getByText('The storage was closed')).toBeVisible();
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(page.getByRole('region', { name: 'Messages' })).toContainText('newer version');
	await expect(page.getByLabel('As of')).toHaveText(asOf ?? '');
	await page.reload();
	await expect(
		page.getByRole('heading', { name: 'Your scenarios were saved by a newer version' })
	).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Retry' }).click();
	await expect(
		page.getByRole('heading', { name: 'Your scenarios were saved by a newer version' })
	).toBeVisible();
	expect(await content(other)).toBe(before);
	expect(before).toMatch(new RegExp(`^${NEWER} .*ten-license`));
});

test('[S4] D12 D13 an older tab that does not let go: each tab that waits says so within two seconds, then opens by itself', async ({
	page,
	context
}) => {
	const deaf = await context.newPage();
	await deaf.goto('./theme.js');
	await openAt(deaf, 5, true); // of a time before version 1, and hears no request to let go
	const queued = await context.newPage();
	for (const tab of [page, queued]) {
		await tab.goto('./');
		await expect(tab.getByText('The storage does not answer yet')).toBeVisible({ timeout: 4_000 });
	}
	await axe(page);
	await deaf.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close());
	for (const tab of [page, queued])
		await expect(tab.getByRole('button', { name: 'Try the ten-license example' })).toBeVisible();
	await openTen(page);
	await expect(queued.getByRole('link', { name: 'The ten-license example' })).toBeVisible();
});
