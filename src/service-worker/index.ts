/**
 * Keeps one whole build in this browser, so that the app opens without a network and an open page
 * finds all its parts after the host has got a newer version (S10). A build is kept whole or not at
 * all; a newer one waits until every page of the old one is closed or the user asks for it.
 */
import { base, build, files, prerendered, version } from '$service-worker';
import { buildName, buildsOf, staleBuilds, TAKE_OVER } from '../lib/worker/build-name';
import { isImmutable, partsOf, startersOf, wrongWith } from './checks';

const sw = globalThis.self as unknown as ServiceWorkerGlobalScope;

const FOLDER = `${base}/`;
const OWN = buildName(FOLDER, version);
const PAGES = new Set(prerendered);
const FILES = new Set([...build, ...files]);
const WORKERS = `${FOLDER}_app/immutable/workers/`;
const STARTERS = startersOf(build);

sw.addEventListener('install', (event) => event.waitUntil(keepBuild()));
sw.addEventListener('activate', (event) => event.waitUntil(begin()));
sw.addEventListener('message', ({ data }) => {
	if (data === TAKE_OVER) void sw.skipWaiting();
});
sw.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== sw.location.origin) return;
	const path = url.pathname;
	if (PAGES.has(path) || FILES.has(path)) event.respondWith(own(path, request));
	else if (isImmutable(path, FOLDER)) event.respondWith(ofAnyBuild(path, request));
	// Links in a page are relative to its folder: without the slash they would lead astray.
	else if (request.mode === 'navigate' && PAGES.has(`${path}/`))
		event.respondWith(Response.redirect(`${path}/${url.search}`));
});

/** Fetches all that belongs to this build. @throws when a part is missing or wrong: the version before stays */
async function keepBuild(): Promise<void> {
	const isNew = !(await caches.has(OWN));
	const cache = await caches.open(OWN);
	try {
		await allOf([...PAGES, ...FILES].map((path) => keep(cache, path)));
	} catch (error) {
		if (isNew) await caches.delete(OWN);
		throw error;
	}
}

/** Waits for all of them, also after one failed: what is still under way would fill a copy that is being dropped. */
async function allOf(parts: readonly Promise<void>[]): Promise<void> {
	const failed = (await Promise.allSettled(parts)).find((part) => part.status === 'rejected');
	if (failed) throw failed.reason;
}

async function keep(cache: Cache, path: string): Promise<void> {
	const known = isImmutable(path, FOLDER) ? await found(path) : undefined;
	// Asking the host whether a copy is still right costs little and never trusts what lies in between.
	const answer = known ?? (await fetch(path, { cache: 'no-cache' }));
	const wrong = wrongWith(path, answer);
	if (wrong !== null) throw new Error(`${path}: ${wrong}`);
	if (PAGES.has(path)) {
		const page = await answer.clone().text();
		if (!STARTERS.every((name) => page.includes(name))) throw new Error(`${path}: a page of another build`);
	}
	if (path.startsWith(WORKERS)) {
		const parts = partsOf(path, await answer.clone().text());
		await allOf(parts.map((part) => keep(cache, part)));
	}
	await cache.put(path, answer);
}

/** Drops the builds that no open page runs, and takes over the pages. */
async function begin(): Promise<void> {
	const { held = [] } = await sw.navigator.locks.query();
	const running = held.map(({ name }) => name);
	const stale = staleBuilds(await caches.keys(), FOLDER, version, running);
	await Promise.all(stale.map((name) => caches.delete(name)));
	await sw.clients.claim();
}

/** A part of this build; from the host where the browser has lost it. */
async function own(path: string, request: Request): Promise<Response> {
	const cache = await caches.open(OWN);
	return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
}

/** A part of an older build, for a page that still runs it. */
const ofAnyBuild = async (path: string, request: Request): Promise<Response> =>
	(await found(path)) ?? fetch(request);

async function found(path: string): Promise<Response | undefined> {
	for (const name of buildsOf(await caches.keys(), FOLDER)) {
		const hit = await caches.match(path, { cacheName: name, ignoreVary: true }); // open would make it anew
		if (hit) return hit;
	}
	return undefined;
}
