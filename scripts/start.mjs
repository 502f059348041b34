// @ts-check
/** `npm start`: installs what is missing, builds unless the build is fresh, and serves it until Ctrl-C. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { serve } from './serve.mjs';
import { must, ROOT, setup, stop, tool } from './setup.mjs';

const FIRST_PORT = 4173;
const PORTS_TRIED = 50;
const SOURCES = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

/** When something under a path was last changed, in milliseconds. @param {string} path @returns {number} */
function changedAt(path) {
	const stat = statSync(path);
	if (!stat.isDirectory()) return stat.mtimeMs;
	const inside = readdirSync(path).map((name) => changedAt(join(path, name)));
	return Math.max(stat.mtimeMs, ...inside); // a folder's own time tells of files that went
}

function isBuilt() {
	const page = join(ROOT, 'build', 'index.html');
	if (!existsSync(page)) return false;
	const built = statSync(page).mtimeMs;
	return SOURCES.every((path) => changedAt(join(ROOT, path)) < built);
}

async function serveOnFreePort() {
	for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++)
		try {
			return await serve({ root: join(ROOT, 'build'), port });
		} catch (error) {
			if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
		}
	return stop(`No free port from ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1}.`);
}

setup();
if (!isBuilt()) must(tool('vite'), 'build');
const { url, close } = await serveOnFreePort();
console.log(`\nLive Reports Sandbox is ready; Ctrl-C ends it.\n${url}`);
for (const signal of ['SIGINT', 'SIGTERM'])
	process.once(signal, () => void close().then(() => process.exit(0)));
