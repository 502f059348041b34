import { type Page } from '@playwright/test';
import { axe, expect, expectFigures, openReport, openTen, test } from './fixtures';

const TEN = { needed: 10, active: 10, purchased: 10, overage: 0 };
/** How long a worker may be silent: ten pings, two seconds apart, then it is ended. By the page's clock, not ours. */
const PATIENCE = 22_500;
const STOPPED = 'The calculation stopped';
const engineScript = /\/workers\/engine\.worker-[^/]+\.js$/;
const engineOf = (page: Page) => page.workers().find((one) => engineScript.test(one.url()))!;

test('[S5] N8 an engine worker that hangs or dies is replaced, and what it was asked is done, once', async ({
	page
}) => {
	await page.clock.install();
	await openTen(page);
	const ends = [
		() =>
			void setTimeout(() => {
				for (;;); // it hears no ping any more
			}),
		() => void setTimeout(() => self.close())
	];
	for (const [i, end] of ends.entries()) {
		const engine = engineOf(page);
		await engine.evaluate(end);
		await page.getByRole('button', { name: 'Next day' }).click();
		await page.clock.runFor(PATIENCE);
		await expect(page.getByLabel('As of')).toContainText(`${25 + i} Nov`);
		await expectFigures(page, TEN);
		await expect(page.getByLabel('License figures')).toHaveAttribute('data-revision', String(2 + i));
		await expect.poll(() => page.workers().includes(engine)).toBe(false); // it was another one that did it
	}
	await expect(page.getByText(STOPPED)).toHaveCount(0);
	await openReport(page);
	await page.getByRole('tab', { name: 'Total Active Users' }).click();
	await expect(page.getByRole('table', { name: 'Total Active Users' }).getByRole('row')).toHaveCount(11);
});

test('[S5] N8 where no worker ever answers, the page says so within its limit, and all is there after a reload', async ({
	page
}) => {
	await page.clock.install();
	await openTen(page);
	await page.getByRole('button', { name: 'Next day' }).click();
	await expect(page.getByLabel('As of')).toContainText('25 Nov');
	let asked = 0;
	await page.route(engineScript, (route) => {
		asked++;
		return route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => undefined;' });
	});
	await page.reload();
	await expect.poll(() => asked).toBe(1);
	await page.clock.runFor(PATIENCE);
	await expect.poll(() => asked).toBe(2); // once more with another one
	await page.clock.runFor(PATIENCE);
	await expect(page.getByText(STOPPED)).toBeVisible();
	await axe(page);

	await page.unroute(engineScript);
	await page.getByRole('button', { name: 'Reload' }).click();
	await expectFigures(page, TEN);
	await expect(page.getByLabel('As of')).toContainText('25 Nov');
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(page.getByLabel('As of')).toContainText('24 Nov');
});

test('[S5] N8 a worker that throws as it starts is told at once', async ({ browser, site }) => {
	const context = await browser.newContext({ baseURL: site }); // the browser says the error on its console, too
	const page = await context.newPage();
	await openTen(page);
	await page.route(engineScript, (route) =>
		route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken on its way");' })
	);
	await page.reload();
	await expect(page.getByText(STOPPED)).toBeVisible();
	await page.unroute(engineScript);
	await page.getByRole('button', { name: 'Reload' }).click();
	await expectFigures(page, TEN);
	await context.close();
});
