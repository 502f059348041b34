// @ts-check
/** `npm run bench [engine|workbook|store|page …]`: measures, in this order, what is asked for (default: all). */
import process from 'node:process';
import { createServer } from 'vite';
import { ROOT, setup, stop } from './setup.mjs';
import { join } from 'node:path';

const ALL = ['engine', 'workbook', 'store', 'page'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !ALL.includes(name));
if (unknown.length > 0) stop(`There is no bench called ${unknown.join(', ')}; there are ${ALL.join(', ')}.`);

setup();
const vite = await createServer({
	root: ROOT,
	configFile: false,
	appType: 'custom',
	logLevel: 'error',
	server: { middlewareMode: true, ws: false, watch: null },
	optimizeDeps: { noDiscovery: true },
	resolve: { alias: { $lib: join(ROOT, 'src', 'lib') } }
});
try {
	for (const name of asked.length > 0 ? asked : ALL) {
		const bench = await vite.ssrLoadModule(`/tests/bench/${name}.ts`);
		await bench['run']((/** @type {string} */ line) => console.log(line));
		console.log();
	}
} finally {
	await vite.close();
}
