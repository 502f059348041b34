import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { chromiumArgs, findChromium } from '../../scripts/find-browser.mjs';
import { type Measured, type Size } from './store-page';

const SIZES: readonly Size[] = ['small', 'medium', 'large'];

/**
 * The store on a real browser's IndexedDB, on disk: create, open, and one person's edit saved, each beside
 * one raw value of the same bytes ("floor"); and how much of the scenario that edit writes.
 */
export async function run(log: (line: string) => void): Promise<void> {
	const site = await serveScript(await bundle());
	const profile = await mkdtemp(join(tmpdir(), 'sandbox-bench-'));
	const { path: executablePath } = await findChromium();
	// A persistent context: a private one would keep its databases in memory.
	const context = await chromium.launchPersistentContext(profile, {
		executablePath,
		args: chromiumArgs,
		headless: true
	});
	try {
		const page = await context.newPage();
		page.setDefaultTimeout(0);
		await page.goto(site.url);
		log('store, medians in ms (in brackets: the floor, one raw value of the same bytes)');
		for (const size of SIZES)
			describe(size, await page.evaluate((size) => globalThis.measure(size), size), log);
	} finally {
		await context.close();
		await site.close();
		await rm(profile, { recursive: true, force: true });
	}
}

function describe(size: Size, measured: Measured, log: (line: string) => void): void {
	const { people, chunks, bytes, editChunks, editBytes } = measured;
	const beside = (ours: number, floor: number) => `${ours.toFixed(1)} (${floor.toFixed(1)})`;
	log(
		`  ${size.padEnd(7)} ${people.toLocaleString('en')} people, ${(bytes / 1e6).toFixed(2)} MB in ${chunks} chunks: ` +
			`create ${beside(measured.create, measured.rawCreate)}, ` +
			`open ${beside(measured.open, measured.rawOpen)}, ` +
			`edit ${beside(measured.edit, measured.rawEdit)}, ` +
			`which writes ${editChunks} of ${chunks} chunks, ${(editBytes / 1e3).toFixed(1)} kB`
	);
}

/** The page's script, with everything in it. */
async function bundle(): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: join(process.cwd(), 'src', 'lib') } },
		build: {
			write: false,
			target: 'esnext',
			minify: false,
			lib: { entry: 'tests/bench/store-page.ts', formats: ['es'], fileName: 'store-page' },
			rolldownOptions: { output: { codeSplitting: false } }
		}
	});
	const [output] = Array.isArray(built) ? built : [built];
	if (!output || !('output' in output)) throw new Error('nothing was built');
	return output.output[0].code;
}

/** One page with one script, on this machine only: IndexedDB needs an origin. */
async function serveScript(script: string): Promise<{ url: string; close: () => Promise<void> }> {
	const server = createServer((request, response) => {
		const isScript = request.url === '/page.js';
		response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
		response.end(isScript ? script : '<!doctype html><script type="module" src="page.js"></script>');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}
