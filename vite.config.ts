import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, findChromium } from './scripts/find-browser.mjs';
import { noteShipped } from './scripts/shipped.mjs';

const testing = !!process.env['VITEST'];
/** How long a test waits for what must come: a wait, not an expectation, for machines that are four times slower (seen). */
const WAIT_MS = 20_000;
const chromium = testing ? await findChromium().catch(() => undefined) : undefined;

export default defineConfig({
	plugins: [tailwindcss(), sveltekit(), noteShipped()],
	worker: { format: 'es', plugins: () => [noteShipped()] },
	optimizeDeps: { include: ['xlsx', 'dexie', 'zod', 'fflate', 'temporal-polyfill'] },
	build: { target: 'es2022' },
	test: {
		expect: { poll: { timeout: WAIT_MS } },
		testTimeout: 180_000,
		hookTimeout: 180_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/*.test.ts'],
					exclude: ['src/**/*.svelte.test.ts', 'src/**/*.dom.test.ts'],
					setupFiles: ['./tests/setup-properties.ts']
				}
			},
			{
				extends: true,
				resolve: { conditions: ['browser'] },
				test: {
					name: 'dom',
					environment: 'jsdom',
					include: ['src/**/*.dom.test.ts'],
					setupFiles: ['./tests/setup-dom.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['src/**/*.svelte.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: { ...(chromium ? { executablePath: chromium.path } : {}), args: chromiumArgs }
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
