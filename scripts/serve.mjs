// @ts-check
/** Tiny static file server for build/, mounted under a sub-folder, with a 404 page, and optional CSP header. Loopback only. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import process from 'node:process';

const TYPES = /** @type {Record<string, string>} */ ({
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webmanifest': 'application/manifest+json',
	'.woff2': 'font/woff2',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm'
});

/**
 * @typedef {{ status?: number, headers?: Record<string, string>, body?: string }} Answer
 * `instead`: what a path inside the mount is answered with, if not its file.
 * @param {{ root?: string, mount?: string, port?: number, instead?: (path: string) => Answer | undefined }} [o]
 */
export function serve({ root = 'build', mount = '/', port = 0, instead } = {}) {
	const dir = resolve(root);
	/** The file that a path means, or undefined where it is malformed or leads out of the folder. @param {string} path */
	function fileOf(path) {
		try {
			const file = normalize(join(dir, decodeURIComponent(path)));
			return file === dir || file.startsWith(dir + sep) ? file : undefined;
		} catch {
			return undefined; // decodeURIComponent's way to say that an escape is malformed
		}
	}
	const prefix = mount.endsWith('/') ? mount : mount + '/';
	const server = createServer((req, res) => {
		const url = new URL(`http://x${req.url ?? '/'}`);
		const notFound = () => {
			const page = join(dir, '404.html');
			res.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
			if (existsSync(page)) createReadStream(page).pipe(res);
			else res.end('not found');
		};
		if (!url.pathname.startsWith(prefix)) return notFound();
		const other = instead?.(url.pathname.slice(prefix.length));
		if (other) {
			res.writeHead(other.status ?? 200, other.headers);
			return res.end(other.body);
		}
		let file = fileOf(url.pathname.slice(prefix.length));
		if (!file) return notFound();
		if (existsSync(file) && statSync(file).isDirectory()) {
			if (!url.pathname.endsWith('/')) {
				res.writeHead(301, { location: url.pathname + '/' + url.search });
				return res.end();
			}
			file = join(file, 'index.html');
		}
		if (!existsSync(file)) return notFound();
		res.writeHead(200, {
			'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
			'cache-control': file.includes('/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache',
			'x-content-type-options': 'nosniff'
		});
		createReadStream(file).pipe(res);
	});
	return new Promise((/** @type {(v: { url: string, close: () => Promise<void> }) => void} */ ok, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const a = server.address();
			if (a === null || typeof a === 'string') throw new Error('no address');
			ok({
				url: `http://127.0.0.1:${a.port}${prefix}`,
				close: () =>
					new Promise((done) => {
						server.closeAllConnections();
						server.close(() => done());
					})
			});
		});
	});
}

if (import.meta.url === `file://${process.argv[1]}`) {
	const { url } = await serve({
		mount: process.env['MOUNT'] ?? '/',
		port: Number(process.env['PORT'] ?? 4173)
	});
	console.log(`serving build/ at ${url}`);
}
