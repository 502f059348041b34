import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { MOUNT } from './fixtures';

type Answer = { status?: number; headers?: Record<string, string>; body?: string };

/** A host of its own for one test, whose content can be replaced while pages are open. */
export interface Deployment {
	readonly url: string;
	/** Puts another build in the place of what is there; pages say its name as `data-build`. */
	deploy(name: string): Promise<void>;
	/** What paths are answered with, if not their files. */
	instead: (path: string) => Answer | undefined;
	/** Ends the host; its files go too. */
	close(): Promise<void>;
	/** Ends the host only: nobody answers at its address. */
	stop(): Promise<void>;
}

export async function host(name: string): Promise<Deployment> {
	const root = await mkdtemp(join(tmpdir(), 'sandbox-site-'));
	await fill(root, name);
	const served = await serve({ root, mount: MOUNT, instead: (path) => deployment.instead(path) });
	let isUp = true;
	const deployment: Deployment = {
		url: served.url,
		instead: () => undefined,
		async deploy(next) {
			// At once: a browser that looks by itself meanwhile would find, and refuse, half a version.
			const old = `${root}-old`;
			await fill(`${root}-next`, next);
			await rename(root, old);
			await rename(`${root}-next`, root);
			await rm(old, { recursive: true });
		},
		async stop() {
			if (isUp) await served.close();
			isUp = false;
		},
		async close() {
			await this.stop();
			await rm(root, { recursive: true });
		}
	};
	return deployment;
}

/** The hash in the name of a file of the build, before its ending. */
const HASHED = /([\w-]{8})(\.(?:js|css))\b/g;

/**
 * The build as another version: every file that carries a hash has another name, and so has whatever
 * names it, as after a change that reaches all chunks. Nothing of another version is left.
 */
async function fill(root: string, name: string): Promise<void> {
	await cp('build', root, { recursive: true });
	const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
	const paths = files.map((one) => join(one.parentPath, one.name));
	const hashes = new Set(
		paths.flatMap((path) =>
			(path.includes('immutable') ? [...basename(path).matchAll(HASHED)] : []).map((hit) => hit[1])
		)
	);
	const renamed = (text: string) =>
		text.replace(HASHED, (all, hash: string, end: string) =>
			hashes.has(hash) ? `${hash}${name}${end}` : all
		);
	const { version } = JSON.parse(await readFile(join(root, '_app', 'version.json'), 'utf8')) as {
		version: string;
	};
	const named = new RegExp(`\\b${version}\\b`, 'g');
	for (const path of paths) {
		if (['.js', '.css', '.html', '.json'].includes(extname(path))) {
			let text = renamed(await readFile(path, 'utf8')).replace(named, `${version}-${name}`);
			if (path.endsWith('.html')) text = sealed(text.replace('<html', `<html data-build="${name}"`));
			await writeFile(path, text);
		}
		if (path.includes('immutable')) await rename(path, join(dirname(path), renamed(basename(path))));
	}
}

/** The page with the checksum of its own start script in its policy, as a build writes it. */
function sealed(page: string): string {
	const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
	const hash = createHash('sha256').update(script).digest('base64');
	return page.replace(/script-src 'self' 'sha256-[^']+'/, `script-src 'self' 'sha256-${hash}'`);
}
