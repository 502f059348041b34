// @ts-check
/** Installs what is missing, so that `npm start` and `npm test` work on a fresh checkout. Plain Node: it runs before any package is there. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const ROOT = join(fileURLToPath(import.meta.url), '..', '..');
const onWindows = process.platform === 'win32';

/** The command line of a tool that a package brought. @param {string} name */
export const tool = (name) => join(ROOT, 'node_modules', '.bin', onWindows ? `${name}.cmd` : name);

/** @param {string} message @returns {never} */
export function stop(message) {
	console.error(message);
	process.exit(1);
}

/** Runs a command in the project's folder with its output shown; ends the process when it fails. @param {string} command @param {string[]} args */
export function must(command, ...args) {
	const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: onWindows });
	if (error) stop(`${command} could not be started: ${error.message}`);
	if (status !== 0) stop(`${command} ${args.join(' ')} failed.`);
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} Locked */

/** @param {string} file @returns {Record<string, Locked> | undefined} */
function lockedPackages(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** Whether node_modules holds what package-lock.json says; packages of other platforms may be missing. */
function isInstalled() {
	const wanted = lockedPackages(join(ROOT, 'package-lock.json')) ?? {};
	const there = lockedPackages(join(ROOT, 'node_modules', '.package-lock.json'));
	if (!there) return false;
	return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
		if (path === '') return true;
		const found = there[path];
		return found ? found.version === version && found.integrity === integrity : optional === true;
	});
}

/** Packages and the generated types that everything else builds on. */
export function setup() {
	if (!isInstalled()) {
		console.log('Installing packages (npm ci) …');
		must('npm', 'ci', '--no-audit', '--no-fund');
	}
	must(tool('svelte-kit'), 'sync');
}

/** A Chromium that starts, for the browser tests. */
export async function setupBrowser() {
	const { chromiumArgs, findChromium } = await import('./find-browser.mjs');
	const { path, source } = await findChromium().catch((error) => stop(error.message));
	const problem = () => {
		const tried = spawnSync(path, [...chromiumArgs, '--headless', '--version'], { encoding: 'utf8' });
		return tried.status === 0 ? undefined : `${tried.error?.message ?? ''}${tried.stderr ?? ''}`.trim();
	};
	let reason = problem();
	if (reason?.includes('shared librar') && canInstallSystemPackages()) {
		console.log('Installing the system libraries that Chromium needs (libnss3, libnspr4) …');
		must('apt-get', 'update', '-qq');
		must('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'libnss3', 'libnspr4');
		reason = problem();
	}
	if (reason === undefined) return;
	stop(
		`Chromium (${source}: ${path}) does not start; it needs the system libraries libnss3 and libnspr4, ` +
			`or set CHROMIUM_PATH to a browser that works.\n${reason}`
	);
}

const canInstallSystemPackages = () =>
	process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
