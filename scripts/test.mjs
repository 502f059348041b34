// @ts-check
/** `npm test`: everything that is checked, in one run. The last line is the sum: `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { ROOT, setup, setupBrowser, tool } from './setup.mjs';

// On a build server, always the browser that package-lock.json pins.
if (process.env['CI']) process.env['CHROMIUM_SOURCE'] ??= 'npm';

/** @typedef {{ passed: number, failed: number, failures: string[] }} Count */
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
				report: { file: E2E, count: countPlaywright }
			}
		]
	]
];

/** A file that could not even be loaded has no tests to fail: it counts as one. @param {any} json @returns {Count} */
function countVitest(json) {
	/** @type {string[]} */
	const failures = [];
	for (const file of json.testResults) {
		const name = relative(ROOT, file.name);
		if (file.status === 'failed' && file.assertionResults.length === 0)
			failures.push(failure(name, 'could not be loaded', [file.message]));
		for (const { status, fullName, failureMessages } of file.assertionResults)
			if (status === 'failed') failures.push(failure(name, fullName, failureMessages));
	}
	return { passed: json.numPassedTests, failed: failures.length, failures };
}

/** @param {any} json @returns {Count} */
function countPlaywright({ stats, suites }) {
	/** @type {string[]} */
	const failures = [];
	const collect = (/** @type {any} */ suite) => {
		suite.suites?.forEach(collect);
		for (const { ok, file, title, tests } of suite.specs)
			if (!ok)
				failures.push(
					failure(
						file,
						title,
						tests.flatMap((/** @type {any} */ test) =>
							test.results.flatMap((/** @type {any} */ result) =>
								result.errors.map((/** @type {any} */ error) => error.message)
							)
						)
					)
				);
	};
	suites.forEach(collect);
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky, failures };
}

/** What failed and why, in a few lines: a build server often keeps only the last ones. @param {string} file @param {string} title @param {string[]} reasons */
function failure(file, title, reasons) {
	const why = stripVTControlCharacters(reasons.join('\n')).split('\n').slice(0, 30);
	return `${file} › ${title}\n${why.map((line) => `    ${line.slice(0, 300)}`).join('\n')}`;
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
			: { passed: 0, failed: 0, failures: [] };
	if (status !== 0 && count.failed === 0) return { ...count, failed: 1 };
	return report ? count : { ...count, passed: 1 };
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

for (const { name, failures } of results) for (const said of failures) console.log(`\n✗ ${name}: ${said}`);
console.log();
for (const { name, passed, failed } of results)
	console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
