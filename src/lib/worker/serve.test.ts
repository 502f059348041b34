import { afterEach, expect, test } from 'vitest';
import { type StoreFault } from '$lib/domain/fault';
import { type Progress } from '$lib/domain/progress';
import { WorkerClient, type WorkerLike } from './client';
import { serve, type Handlers } from './serve';

type Trial = {
	twice: { input: number; output: number };
	slow: { input: null; output: number };
	buffer: { input: null; output: Uint8Array };
	spoiled: { input: null; output: unknown };
};

const toFault = (error: unknown): StoreFault => ({ code: 'STORAGE_BROKEN', detail: String(error) });

/** Resolved by the test; what the slow handler waits for. */
let release: (() => void) | undefined;
let turns = 0;
let handedOver: Uint8Array | undefined;

const handlers: Handlers<Trial> = {
	twice: (input) => {
		if (input < 0) throw new RangeError('negative');
		return input * 2;
	},
	slow: async (_, context) => {
		context.progress({ stage: 'counting', done: null });
		await new Promise<void>((resolve) => (release = resolve));
		turns++;
		await context.pause();
		turns++;
		return 1;
	},
	buffer: (_, context) => {
		handedOver = Uint8Array.of(1, 2, 3);
		context.transfer([handedOver.buffer]);
		return handedOver;
	},
	spoiled: () => () => 1
};

/** A worker's two ends without a thread: a channel, served at the far end. */
function channelWorker(): WorkerLike {
	const { port1, port2 } = new MessageChannel();
	port2.start();
	const near: WorkerLike = {
		postMessage: (message, transfer) => port1.postMessage(message, transfer),
		terminate: () => port1.close(),
		onmessage: null,
		onerror: null,
		onmessageerror: null
	};
	port1.onmessage = (event) => near.onmessage?.(event);
	serve<Trial>(port2, handlers, toFault);
	return near;
}

let client = new WorkerClient<Trial>(channelWorker);
afterEach(() => {
	client.dispose();
	client = new WorkerClient<Trial>(channelWorker);
	release = undefined;
	turns = 0;
});

/** Starts a slow call and waits until its handler runs. */
async function slow(options: { key?: string; signal?: AbortSignal } = {}) {
	const seen: Progress[] = [];
	let begun = () => {};
	const running = new Promise<void>((resolve) => (begun = resolve));
	const answer = client.call('slow', null, {
		...options,
		onProgress: (progress) => {
			seen.push(progress);
			begun();
		}
	});
	await running;
	return { answer, seen };
}

test('calls are answered, each with its own answer', async () => {
	const answers = await Promise.all([1, 2, 3].map((n) => client.call('twice', n)));
	expect(answers).toEqual([2, 4, 6].map((value) => ({ ok: true, value })));
});

test('a handler’s error is the fault that it is named as', async () => {
	expect(await client.call('twice', -1)).toEqual({
		ok: false,
		error: { code: 'STORAGE_BROKEN', detail: 'RangeError: negative' }
	});
	expect(await client.call('twice', 1)).toEqual({ ok: true, value: 2 });
});

test('progress comes before the answer', async () => {
	const { answer, seen } = await slow();
	expect(seen).toEqual([{ stage: 'counting', done: null }]);
	release!();
	expect(await answer).toEqual({ ok: true, value: 1 });
	expect(turns).toBe(2);
});

test('a cancelled handler stops at its next pause', async () => {
	const controller = new AbortController();
	const { answer } = await slow({ signal: controller.signal });
	controller.abort();
	expect(await answer).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
	release!();
	expect(await client.call('twice', 1)).toEqual({ ok: true, value: 2 });
	expect(turns).toBe(1);
});

test('a call that is cancelled in the same breath never begins', async () => {
	await client.call('twice', 0); // the worker is ready: the next call is sent at once
	const controller = new AbortController();
	const answer = client.call('slow', null, { signal: controller.signal });
	controller.abort();
	expect(await answer).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
	await client.call('twice', 0);
	expect(release).toBeUndefined();
});

test('a call that a newer one replaces is cancelled in the worker too', async () => {
	const { answer } = await slow({ key: 'same' });
	const newer = client.call('twice', 5, { key: 'same' });
	expect(await answer).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
	release!();
	expect(await newer).toEqual({ ok: true, value: 10 });
	expect(turns).toBe(1);
});

test('buffers of an answer are handed over, not copied', async () => {
	const answer = await client.call('buffer', null);
	expect(answer.ok && [...answer.value]).toEqual([1, 2, 3]);
	expect(handedOver!.byteLength).toBe(0);
});

test('an answer that can’t be cloned is a fault', async () => {
	expect(await client.call('spoiled', null)).toMatchObject({ ok: false, error: { code: 'STORAGE_BROKEN' } });
});

test('a name that no handler has is a fault', async () => {
	const stray = client as unknown as WorkerClient<{ nothing: { input: null; output: null } }>;
	expect(await stray.call('nothing', null)).toMatchObject({ ok: false, error: { code: 'STORAGE_BROKEN' } });
});
