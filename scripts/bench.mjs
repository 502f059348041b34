// @ts-check
/** `npm run bench [engine|what-if|workbook|import|store|page|ui|soak …]`: measures, in this order, what is asked for (default: all but the last). */
import process from 'node:process';
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT, setup, stop } from './setup.mjs';
import { join } from 'node:path';

const ALL = ['engine', 'what-if', 'workbook', 'import', 'store', 'page', 'ui'];
/** Long use, which measures little and fails where something is lost. */
const ONLY_ASKED = ['soak'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => ![...ALL, ...ONLY_ASKED].includes(name));
if (unknown.length > 0)
	stop(`There is no bench called ${unknown.join(', ')}; there are ${[...ALL, ...ONLY_ASKED].join(', ')}.`);

setup();
const names = asked.length > 0 ? asked : ALL;
const outDir = join(ROOT, 'node_modules', '.cache', 'bench');
// Bundled, as the product is: run unbundled, each import costs a property read, which slows hot loops by half.
await build({
	root: ROOT,
	configFile: false,
	logLevel: 'error',
	resolve: { alias: { $lib: join(ROOT, 'src', 'lib') } },
	ssr: { noExternal: [/^\$lib/] },
	build: {
		ssr: true,
		outDir,
		target: 'es2022',
		minify: false,
		rolldownOptions: {
			input: Object.fromEntries(names.map((name) => [name, join(ROOT, 'tests', 'bench', `${name}.ts`)])),
			output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' }
		}
	}
});
for (const name of names) {
	const run = `import(${JSON.stringify(pathToFileURL(join(outDir, `${name}.mjs`)).href)}).then((bench) => bench.run((line) => console.log(line)))`;
	// A process each: one bench's garbage must not slow the next.
	const done = spawnSync(process.execPath, ['--max-old-space-size=12000', '-e', run], {
		cwd: ROOT,
		stdio: 'inherit'
	});
	if (done.status !== 0) stop(`The ${name} bench failed.`);
	console.log();
}
