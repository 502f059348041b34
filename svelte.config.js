import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { execFileSync } from 'node:child_process';

/** @param {string[]} args */
const git = (...args) =>
	execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/**
 * Names the build: the commit, so that the same commit always gives the same files. With changes on top
 * it is the time: browsers keep a build by its name, so two builds must not share one.
 */
function version() {
	try {
		if (git('status', '--porcelain') === '') return git('rev-parse', '--short=12', 'HEAD');
	} catch {
		// No repository: the time does.
	}
	return Date.now().toString(36);
}

/** Prerendering reads this file in a process of its own, which must come to the same name: it inherits it. */
const APP_VERSION = (process.env.APP_VERSION ??= version());

/** @type {import('@sveltejs/kit').Config} */
const config = {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
	kit: {
		// Every page is prerendered with relative links, so one build works at a root and in any sub-folder.
		adapter: adapter(),
		version: { name: APP_VERSION },
		paths: { relative: true },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				// SvelteKit's route announcer carries one fixed style attribute.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'require-trusted-types-for': ['script'],
				// Svelte's own templates, and src/lib/worker/trusted-url.ts.
				'trusted-types': ['svelte-trusted-html', 'app-worker-url']
			}
		},
		serviceWorker: {
			register: false, // src/lib/app.ts does, where the page is not framed
			// Hosts read these and don't serve them; one file that is missing would fail the whole copy.
			files: (file) => !/^(_headers|\.\w+)$/.test(file)
		},
		typescript: {
			config: (c) => ({ ...c, include: [...c.include, '../tests/**/*.ts', '../*.ts', '../scripts/**/*.mjs'] })
		}
	}
};
export default config;
