import { readFile } from 'node:fs/promises';
import { axe, downloadOf, expect, expectFigures, openTen, test } from './fixtures';

const TEN = { needed: 10, active: 10, purchased: 10, overage: 0 };

/** Makes every write of a scenario's third or later revision fail as a full disk does, in the worker that writes. */
const FULL_DISK = `
	const put = IDBObjectStore.prototype.put;
	IDBObjectStore.prototype.put = function (value, ...rest) {
		if (this.name === 'scenarios' && value.revision > 2) throw new DOMException('no room', 'QuotaExceededError');
		return put.call(this, value, ...rest);
	};
`;

test('[S5] a write that fails leaves the old state whole, says so, and offers an export', async ({
	page
}) => {
	await page.route('**/workers/engine.worker-*.js', async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: FULL_DISK + (await response.text()) });
	});
	await openTen(page);
	const asOf = page.getByLabel('As of');
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(asOf).toContainText('25 Nov');
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(page.getByText('no room left')).toBeVisible();
	await expect(asOf).toContainText('25 Nov');
	await axe(page);

	const file = await downloadOf(page, () =>
		page.getByRole('button', { name: 'Export the scenario' }).click()
	);
	expect(JSON.parse(await readFile(file.path, 'utf8'))).toMatchObject({ asOf: '2026-11-25T14:00:00Z' });

	await page.unroute('**/workers/engine.worker-*.js');
	await page.reload();
	await expect(asOf).toContainText('25 Nov');
	await expectFigures(page, TEN);
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(asOf).toContainText('26 Nov');
});

test('[S5] D5 a disk that is full before anything opens: said so once, no first-run, no loop, and one can go on', async ({
	page
}) => {
	await openTen(page);
	await page.goto('./theme.js');
	await page.addInitScript(() => {
		const counted = globalThis as unknown as { opened: number };
		counted.opened = 0;
		IDBFactory.prototype.open = function () {
			counted.opened++;
			const request = { error: new DOMException('no room', 'QuotaExceededError') } as IDBOpenDBRequest;
			setTimeout(() => {
				request.onerror?.(new Event('error'));
			});
			return request;
		};
	});
	await page.goto('./');
	await expect(page.getByRole('heading', { name: 'This browser has no room left' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Try the ten-license example' })).toHaveCount(0);
	await axe(page);
	const opened = () => page.evaluate(() => (globalThis as unknown as { opened: number }).opened);
	expect(await opened()).toBe(1);
	await page.getByRole('button', { name: 'Retry' }).click();
	await expect.poll(opened).toBe(2);
	await page.getByRole('button', { name: 'Go on without keeping anything' }).click();
	await expect(page.getByText('Nothing is kept')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Try the ten-license example' })).toBeVisible();
});

test('[S5] a database found empty where there was data leads to recovery, never to first-run', async ({
	page
}) => {
	await openTen(page);
	await page.goto('./theme.js'); // same origin, no app: nothing holds the database
	const devtools = await page.context().newCDPSession(page);
	const { origin } = new URL(page.url());
	await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
	await page.goto('./');
	await expect(page.getByText('The ten-license example').first()).toBeVisible();
	await expect(page.getByRole('button', { name: 'Start afresh' })).toBeVisible();
	await axe(page);
	await page.getByRole('button', { name: 'Start afresh' }).click();
	await expect(page.getByRole('button', { name: 'Start afresh' })).toBeHidden();
	await page.reload();
	await expect(page.getByRole('button', { name: 'Start afresh' })).toBeHidden();
	await expect(page.getByRole('button', { name: 'Try the ten-license example' })).toBeVisible();
});
