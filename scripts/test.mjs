// @ts-check
/** `npm test`: everything that is checked, in one run. The last line is the sum: `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { ROOT, setup, setupBrowser, tool } from './setup.mjs';

// On a build server, always the browser that package-lock.json pins.
if (process.env['CI']) process.env['CHROMIUM_SOURCE'] ??= 'npm';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ name: string, command: string[], report?: { file: string, count: (json: any) => Count } }} Step */

const VITEST = join('test-results', 'vitest.json');
const E2E = join('test-results', 'e2e.json');

/**
 * Stages come one after the other; in a stage, lanes run side by side, each on one core and its steps in turn. The first
 * has what uses one core only, about as much in each lane. Lint is halved: for each component the types are built anew.
 * @type {Step[][][]}
 */
const STAGES = [
	[
		[
			{ name: 'lint of components', command: ['eslint', '**/*.svelte'] },
			{ name: 'build', command: ['vite', 'build'] },
			{ name: 'size', command: ['size-limit'] },
			{ name: 'list of parts against the build', command: [process.execPath, join('scripts', 'sbom.mjs')] }
		],
		[
			{ name: 'lint of all else', command: ['eslint', '.', '--ignore-pattern', '**/*.svelte'] },
			{ name: 'types', command: ['svelte-check', '--fail-on-warnings'] },
			{ name: 'types of the service worker', command: ['tsc', '-p', 'src/service-worker'] },
			{ name: 'format', command: ['prettier', '--check', '.'] },
			{ name: 'unused code', command: ['knip'] }
		]
	],
	[
		[
			{
				name: 'unit, component and browser tests',
				command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`],
				report: { file: VITEST, count: countVitest }
			}
		]
	],
	[
		[
			{
				name: 'end-to-end tests',
				command: ['playwright', 'test'],
				report: {
					file: E2E,
					count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky })
				}
			}
		]
	]
];

/** A file that could not even be loaded has no tests to fail: it counts as one. @param {any} json @returns {Count} */
function countVitest(json) {
	const broken = json.testResults.filter(
		(/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0
	);
	return { passed: json.numPassedTests, failed: json.numFailedTests + broken.length };
}

/** Runs a command to its end; `quiet`: what it says comes in one piece. @param {string[]} command @param {boolean} quiet @returns {Promise<number>} */
function runCommand([bin = '', ...args], quiet) {
	return new Promise((resolve) => {
		const child = spawn(bin === process.execPath ? bin : tool(bin), args, {
			cwd: ROOT,
			stdio: ['inherit', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
			shell: process.platform === 'win32'
		});
		let said = '';
		child.stdout?.on('data', (/** @type {Buffer} */ part) => (said += part.toString()));
		child.stderr?.on('data', (/** @type {Buffer} */ part) => (said += part.toString()));
		child.on('error', (error) => console.error(error.message));
		child.on('close', (status) => {
			if (said) console.log(`\n${said.trimEnd()}`);
			resolve(status ?? 1);
		});
	});
}

/** A check counts as one test; a runner as many as it reports, and one more failure if it failed without naming any. @param {Step} step @param {boolean} quiet @returns {Promise<Count>} */
async function run({ name, command, report }, quiet) {
	console.log(`\n▶ ${name}`);
	const file = report && join(ROOT, report.file);
	if (file) {
		mkdirSync(dirname(file), { recursive: true });
		rmSync(file, { force: true }); // never count an older run
	}
	const status = await runCommand(command, quiet);
	const count =
		file && existsSync(file)
			? report.count(JSON.parse(readFileSync(file, 'utf8')))
			: { passed: 0, failed: 0 };
	if (status !== 0 && count.failed === 0) return { ...count, failed: 1 };
	return report ? count : { passed: 1, failed: 0 };
}

/** @param {Step[]} lane @param {boolean} quiet @returns {Promise<(Count & { name: string })[]>} */
async function runLane(lane, quiet) {
	const results = [];
	for (const step of lane) results.push({ name: step.name, ...(await run(step, quiet)) });
	return results;
}

setup();
await setupBrowser();
/** @type {(Count & { name: string })[]} */
const results = [];
for (const stage of STAGES)
	results.push(...(await Promise.all(stage.map((lane) => runLane(lane, stage.length > 1)))).flat());
const sum = (/** @type {'passed' | 'failed'} */ key) =>
	results.reduce((total, result) => total + result[key], 0);

console.log();
for (const { name, passed, failed } of results)
	console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
