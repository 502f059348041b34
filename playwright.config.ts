import { defineConfig, devices } from '@playwright/test';
import { chromiumArgs, findChromium } from './scripts/find-browser.mjs';

const { path, source } = await findChromium();
console.error(`chromium: ${path} (${source})`);

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	forbidOnly: !!process.env['CI'],
	retries: 0,
	workers: 2,
	// Waits, not expectations: a machine that is four times slower (seen) must not fail what is right.
	timeout: 180_000,
	expect: { timeout: 20_000 },
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		// A trace costs a third of the run; `npx playwright test --trace on` makes one where it is needed.
		trace: 'off',
		screenshot: 'only-on-failure',
		acceptDownloads: true,
		launchOptions: { executablePath: path, args: chromiumArgs }
	},
	projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }]
});
