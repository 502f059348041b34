// @ts-check
/** `npm run fuzz [seconds]`: damages files at random and reads them, 60 seconds long; a seed that fails is kept. */
import process from 'node:process';
import { spawnSync } from 'node:child_process';
import { ROOT, setup } from './setup.mjs';

setup();
const done = spawnSync('npx', ['vitest', 'run', '--project', 'unit', 'tests/import-fuzz.test.ts'], {
	cwd: ROOT,
	stdio: 'inherit',
	env: { ...process.env, FUZZ_SECONDS: process.argv[2] ?? '60' }
});
if (done.status !== 0)
	console.error(
		'Did it hang or run out of memory? The last seed is in import-fuzz-seed.txt of the temporary folder: add it to tests/import-seeds.json.'
	);
process.exit(done.status ?? 1);
