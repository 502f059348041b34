// @ts-check
/**
 * Finds a Chromium for the browser tests, in this order:
 *  1. env       $CHROMIUM_PATH
 *  2. system    a browser on $PATH (Debian/Ubuntu `chromium`, Google Chrome, ...)
 *  3. playwright the build that `npx playwright install chromium` put in Playwright's cache
 *  4. npm       the headless shell that @sparticuz/chromium ships inside its tarball (linux x64 only)
 * CHROMIUM_SOURCE=system|playwright|npm forces one of them.
 */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Flags for containers (root, small /dev/shm) and for keeping a browser from calling home. */
export const chromiumArgs = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-dev-shm-usage',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

/** @param {string} file */
function executable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false; // the only way in which Node says so
	}
}

/** @param {readonly string[]} names */
export function which(names) {
	for (const name of names)
		for (const dir of (process.env['PATH'] ?? '').split(delimiter)) {
			const file = join(dir, name);
			if (dir && executable(file)) return file;
		}
	return undefined;
}

/** Unpacks the npm-shipped browser once per version, atomically, beside node_modules (the package itself races in the temporary folder). */
async function unpackNpmChromium() {
	const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
	let pkgDir = dirname(entry);
	while (!existsSync(join(pkgDir, 'bin', 'chromium.br'))) {
		if (pkgDir === dirname(pkgDir)) throw new Error('@sparticuz/chromium: bin/chromium.br not found');
		pkgDir = dirname(pkgDir);
	}
	const { version } = JSON.parse(readFileSync(join(pkgDir, 'package.json'), 'utf8'));
	const cache = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '.cache');
	const final = join(cache, `chromium-${version}`);
	if (!executable(join(final, 'chromium'))) {
		const partial = `${final}.${process.pid}`;
		mkdirSync(partial, { recursive: true });
		const tmpdir = process.env['TMPDIR'];
		process.env['TMPDIR'] = partial; // os.tmpdir(), where the package unpacks to
		try {
			const { default: packaged } = await import('@sparticuz/chromium');
			await packaged.executablePath();
			renameSync(partial, final);
		} catch (error) {
			rmSync(partial, { recursive: true, force: true });
			if (!executable(join(final, 'chromium'))) throw error; // else another process was faster
		} finally {
			if (tmpdir === undefined) delete process.env['TMPDIR'];
			else process.env['TMPDIR'] = tmpdir;
		}
	}
	return join(final, 'chromium');
}

/** @returns {Promise<{ path: string, source: 'env' | 'system' | 'playwright' | 'npm' }>} */
export async function findChromium() {
	const env = process.env['CHROMIUM_PATH'];
	if (env) {
		if (!executable(env)) throw new Error(`CHROMIUM_PATH=${env} is not an executable file`);
		return { path: env, source: 'env' };
	}
	const only = process.env['CHROMIUM_SOURCE'];
	const may = (/** @type {string} */ source) => !only || only === source;

	const system = may('system') ? which(NAMES) : undefined;
	if (system) return { path: system, source: 'system' };

	if (may('playwright')) {
		const { chromium } = await import('@playwright/test');
		const own = chromium.executablePath();
		if (own && existsSync(own)) return { path: own, source: 'playwright' };
	}
	if (may('npm'))
		try {
			return { path: await unpackNpmChromium(), source: 'npm' };
		} catch (cause) {
			throw new Error(HELP, { cause });
		}
	throw new Error(HELP);
}

const HELP =
	'No Chromium found for the browser tests. Install one (Debian/Ubuntu: `apt-get install -y chromium`), ' +
	'or run `npx playwright install chromium`, or set CHROMIUM_PATH to an executable.';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const { path, source } = await findChromium();
	console.log(`${path} (${source})`);
}
