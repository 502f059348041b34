// @ts-check
/** `npm test`: everything that is checked, in one run. The last line is the sum: `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
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

/** @type {Step[]} */
const STEPS = [
	{ name: 'types', command: ['svelte-check', '--fail-on-warnings'] },
	{ name: 'format', command: ['prettier', '--check', '.'] },
	{ name: 'lint', command: ['eslint', '.'] },
	{ name: 'unused code', command: ['knip'] },
	{
		name: 'unit, component and browser tests',
		command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`],
		report: { file: VITEST, count: countVitest }
	},
	{ name: 'build', command: ['vite', 'build'] },
	{ name: 'size', command: ['size-limit'] },
	{
		name: 'end-to-end tests',
		command: ['playwright', 'test'],
		report: {
			file: E2E,
			count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky })
		}
	}
];

/** A file that could not even be loaded has no tests to fail: it counts as one. @param {any} json @returns {Count} */
function countVitest(json) {
	const broken = json.testResults.filter(
		(/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0
	);
	return { passed: json.numPassedTests, failed: json.numFailedTests + broken.length };
}

/** A check counts as one test; a runner as many as it reports, and one more failure if it failed without naming any. @param {Step} step @returns {Count} */
function run({ name, command: [bin = '', ...args], report }) {
	console.log(`\n▶ ${name}`);
	const file = report && join(ROOT, report.file);
	if (file) {
		mkdirSync(dirname(file), { recursive: true });
		rmSync(file, { force: true }); // never count an older run
	}
	const { status } = spawnSync(tool(bin), args, {
		cwd: ROOT,
		stdio: 'inherit',
		shell: process.platform === 'win32'
	});
	const count =
		file && existsSync(file)
			? report.count(JSON.parse(readFileSync(file, 'utf8')))
			: { passed: 0, failed: 0 };
	if (status !== 0 && count.failed === 0) return { ...count, failed: 1 };
	return report ? count : { passed: 1, failed: 0 };
}

setup();
await setupBrowser();
const results = STEPS.map((step) => ({ name: step.name, ...run(step) }));
const sum = (/** @type {'passed' | 'failed'} */ key) =>
	results.reduce((total, result) => total + result[key], 0);

console.log();
for (const { name, passed, failed } of results)
	console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
