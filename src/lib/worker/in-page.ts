import { type WorkerLike } from './client';
import { layPort } from './own-port';

/** One script is loaded after the other: each takes the port that was laid out for it. */
let loading: Promise<unknown> = Promise.resolve();
let count = 0;

/**
 * A worker's script that runs in the page itself. Workers share no memory with the page, so that where the
 * database is in memory (store/memory.ts), who works on it must be where it is. Slower, and told so to nobody:
 * it is for browsers that deny their storage (S5).
 */
export function startInPage(url: string): WorkerLike {
	const { port1, port2 } = new MessageChannel();
	const worker: WorkerLike = {
		postMessage: (message, transfer) => port1.postMessage(message, transfer),
		terminate: () => port1.close(),
		onmessage: null,
		onerror: null,
		onmessageerror: null
	};
	port1.onmessage = (event) => worker.onmessage?.(event);
	port1.onmessageerror = (event) => worker.onmessageerror?.(event);
	loading = loading.then(async () => {
		layPort(port2);
		try {
			await import(/* @vite-ignore */ `${url}?${++count}`); // a script that is loaded again begins anew
			port2.start();
		} catch (error) {
			worker.onerror?.(new ErrorEvent('error', { message: String(error) }));
		} finally {
			layPort(undefined);
		}
	});
	return worker;
}
