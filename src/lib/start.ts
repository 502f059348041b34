import { version } from '$app/environment';
import { resolve } from '$app/paths';
import { App } from '$lib/app';
import { type StoreFault } from '$lib/domain/fault';
import { failed, ok, type Result } from '$lib/domain/result';
import { Copies, ownFiles } from '$lib/store/copies';
import { toStoreFault } from '$lib/store/fault';
import { keepInMemory } from '$lib/store/memory';
import { openDatabase } from '$lib/store/open';
import { memoryStorage, pageStorage } from '$lib/store/page-storage';
import { buildName } from '$lib/worker/build-name';
import { WorkerClient } from '$lib/worker/client';
import engineUrl from '$lib/worker/engine.worker?worker&url';
import filesUrl from '$lib/worker/files.worker?worker&url';
import { startInPage } from '$lib/worker/in-page';
import { type EngineCalls, type FileCalls } from '$lib/worker/protocol';
import { trustedUrl } from '$lib/worker/trusted-url';
import { Updates } from '$lib/worker/updates.svelte';

/** A random id of 128 bits; crypto.randomUUID is missing where a site is served without TLS. */
const newId = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
		''
	);

const startWorker = (url: string, name: string): Worker =>
	new Worker(trustedUrl(url), { type: 'module', name });

/** Once an hour: a page that stays open for days hears of a new version the same day. */
const LOOK_EVERY_MS = 3_600_000;

/** The copy of the app that this browser keeps, over the browser's own service worker; none while developing. */
export function createUpdates(): Updates {
	const folder = resolve('/');
	const { locks } = navigator;
	return new Updates({
		container: import.meta.env.DEV ? undefined : navigator.serviceWorker,
		register: (container) =>
			container.register(trustedUrl(`${folder}service-worker.js`), { updateViaCache: 'none' }),
		// The lock of a closed or crashed page is free by itself.
		hold: () =>
			void locks
				.request(buildName(folder, version), { mode: 'shared' }, () => new Promise(() => undefined))
				.catch(() => undefined), // denied with all other storage: then no copy of the app is kept either
		reload: () => location.reload(),
		everyMs: LOOK_EVERY_MS
	});
}

/**
 * The app of this page, over the browser's own workers, database, clock and chance. Where the browser denies
 * its storage, or the user goes on without (`inMemory`), everything is in the page and ends with it (S5).
 */
export async function createApp(inMemory = false): Promise<Result<App, StoreFault>> {
	try {
		if (inMemory) await keepInMemory();
		const db = await openDatabase(undefined, { patienceMs: Infinity }); // the layout says that it takes long
		const start = inMemory ? startInPage : startWorker;
		return ok(
			new App({
				db,
				isKept: !inMemory,
				engine: new WorkerClient<EngineCalls>(() => start(engineUrl, 'engine')),
				files: new WorkerClient<FileCalls>(() => start(filesUrl, 'files')),
				storage: inMemory ? memoryStorage() : pageStorage(),
				copies: new Copies(inMemory ? undefined : ownFiles()),
				manager: 'storage' in navigator ? navigator.storage : undefined,
				newId,
				now: () => Date.now()
			})
		);
	} catch (error) {
		const fault = toStoreFault(error);
		return fault.code === 'STORAGE_DENIED' && !inMemory ? createApp(true) : failed(fault);
	}
}
