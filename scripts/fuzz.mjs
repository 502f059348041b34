// @ts-check
/**
 * What no run before has tried; both end with the seed that failed, if one did.
 * `npm run fuzz [seconds]`: damages files at random and reads them, 60 seconds long; a seed that fails is kept.
 * `npm run fuzz properties [rounds]`: every property on other cases than `npm test` takes, one round of about a minute.
 */
import process from 'node:process';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, setup, tool } from './setup.mjs';

/** @param {string[]} files @param {Record<string, string>} env */
const passes = (files, env) =>
	spawnSync(tool('vitest'), ['run', '--project', 'unit', '--reporter=dot', ...files], {
		cwd: ROOT,
		stdio: 'inherit',
		shell: process.platform === 'win32',
		env: { ...process.env, ...env }
	}).status === 0;

/** @param {string} message @returns {never} */
function fail(message) {
	console.error(message);
	process.exit(1);
}

/** @param {number} rounds */
function properties(rounds) {
	const files = ['src', 'tests']
		.flatMap((folder) =>
			readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))
		)
		.filter(
			(path) => path.endsWith('.test.ts') && readFileSync(join(ROOT, path), 'utf8').includes('fc.assert(')
		);
	for (let round = 1; round <= rounds; round++) {
		const seed = Math.floor(Math.random() * 2 ** 31);
		console.log(`Round ${round} of ${rounds}, seed ${seed}`);
		if (!passes(files, { PROPERTY_SEED: String(seed) }))
			fail(
				`To see it again: PROPERTY_SEED=${seed} npx vitest run --project unit <file>. Make it a test of its own.`
			);
	}
}

setup();
const [first = '60', rounds = '1'] = process.argv.slice(2);
if (first === 'properties') properties(Number(rounds));
else if (!passes(['tests/import-fuzz.test.ts'], { FUZZ_SECONDS: first }))
	fail(
		'Did it hang or run out of memory? The last seed is in import-fuzz-seed.txt of the temporary folder: add it to tests/import-seeds.json.'
	);
