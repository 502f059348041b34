// @ts-check
/** Which packages are in the pages: told by the bundler while it builds, held against the list of parts by sbom.mjs. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './setup.mjs';

/** Beside the build, not in it. */
export const SHIPPED = join(ROOT, '.svelte-kit', 'shipped.json');

/** Where packages lie from which code went into a page or a worker. @type {Set<string>} */
const folders = new Set();

/**
 * Notes of every file that the browser gets which packages its code is from; code that was left out does not count.
 * @returns {import('vite').Plugin}
 */
export function noteShipped() {
	return {
		name: 'note-shipped',
		generateBundle(_, bundle) {
			if (this.environment.name === 'ssr') return;
			for (const file of Object.values(bundle))
				if (file.type === 'chunk')
					for (const [id, { renderedLength }] of Object.entries(file.modules)) {
						const folder = renderedLength > 0 ? packageOf(id) : undefined;
						if (folder) folders.add(folder);
					}
			mkdirSync(dirname(SHIPPED), { recursive: true });
			writeFileSync(SHIPPED, `${JSON.stringify([...folders].toSorted(), null, '\t')}\n`);
		}
	};
}

/** The folder of a module's package, as package-lock.json names it; undefined: the module is our own. @param {string} id */
function packageOf(id) {
	const path = id.replaceAll('\\', '/').replace(/^\0/, '').replace(/\?.*$/, '');
	const [last] = [...path.matchAll(/node_modules\/(?:@[^/]+\/)?[^/]+/g)].slice(-1);
	return last && path.slice(path.indexOf('node_modules/'), last.index + last[0].length);
}

/** @returns {readonly string[]} */
export const shippedFolders = () => (existsSync(SHIPPED) ? JSON.parse(readFileSync(SHIPPED, 'utf8')) : []);
