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
	timeout: 60_000,
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		trace: 'retain-on-failure',
		acceptDownloads: true,
		launchOptions: { executablePath: path, args: chromiumArgs }
	},
	projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }]
});
