import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Progress } from '$lib/domain/progress';
import { WorkerClient, type WorkerLike } from './client';
import { type FromWorker, type ToWorker } from './messages';

type Trial = { twice: { input: number; output: number }; take: { input: ArrayBuffer; output: null } };

/** A worker whose every word is the test's. */
class Puppet implements WorkerLike {
	readonly heard: ToWorker<Trial>[] = [];
	isTerminated = false;
	onmessage: ((event: MessageEvent) => void) | null = null;
	onerror: ((event: ErrorEvent) => void) | null = null;
	onmessageerror: ((event: MessageEvent) => void) | null = null;

	postMessage(message: unknown, transfer: Transferable[]): void {
		this.heard.push(structuredClone(message, { transfer }) as ToWorker<Trial>);
	}
	terminate(): void {
		this.isTerminated = true;
	}
	say(message: FromWorker): void {
		this.onmessage?.({ data: message } as MessageEvent);
	}
	crash(message = 'crashed'): void {
		this.onerror?.({ message } as ErrorEvent);
	}
	get calls() {
		return this.heard.filter((message) => message.type === 'call');
	}
}

const PATIENCE = { pingMs: 10, pings: 4 };

let puppets: Puppet[];
let client: WorkerClient<Trial>;

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
	puppets = [];
	client = new WorkerClient<Trial>(() => {
		puppets.push(new Puppet());
		return puppets.at(-1)!;
	}, PATIENCE);
});
afterEach(() => {
	client.dispose();
	vi.useRealTimers();
});

const worker = () => puppets.at(-1)!;
const ready = () => worker().say({ type: 'ready' });
const answerAll = () =>
	worker().calls.forEach(({ id, input }) =>
		worker().say({ type: 'done', id, output: (input as number) * 2 })
	);

test('a call waits until the worker is ready, and gets its answer', async () => {
	const answer = client.call('twice', 21);
	expect(worker().heard).toEqual([]);
	ready();
	expect(worker().calls).toEqual([{ type: 'call', id: 1, name: 'twice', input: 21, retried: false }]);
	answerAll();
	expect(await answer).toEqual({ ok: true, value: 42 });
	expect(puppets.length).toBe(1);
});

test('the newest request with a key wins; others go on', async () => {
	const other = client.call('twice', 1, { key: 'other' });
	const unkeyed = client.call('twice', 2);
	const older = client.call('twice', 3, { key: 'same' });
	ready();
	const newer = client.call('twice', 4, { key: 'same' });
	expect(worker().heard).toContainEqual({ type: 'cancel', id: 3 });
	answerAll();
	expect(await older).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
	expect(await Promise.all([other, unkeyed, newer])).toEqual([2, 4, 8].map((value) => ({ ok: true, value })));
});

test('an answered call is not cancelled by the next with its key', async () => {
	ready0();
	const first = client.call('twice', 1, { key: 'same' });
	answerAll();
	expect(await first).toEqual({ ok: true, value: 2 });
	void client.call('twice', 2, { key: 'same' });
	expect(worker().heard.filter((message) => message.type === 'cancel')).toEqual([]);
});

/** A worker that is ready before the first call of interest. */
function ready0(): void {
	void client.call('twice', 0);
	ready();
	answerAll();
}

test('an aborted call is cancelled at once, before or after it was sent', async () => {
	expect(await client.call('twice', 1, { signal: AbortSignal.abort() })).toMatchObject({
		error: { code: 'CANCELLED' }
	});
	expect(puppets).toEqual([]);
	const controller = new AbortController();
	const answer = client.call('twice', 1, { signal: controller.signal });
	ready();
	controller.abort();
	expect(await answer).toEqual({ ok: false, error: { code: 'CANCELLED', detail: 'twice' } });
	expect(worker().heard.at(-1)).toEqual({ type: 'cancel', id: 1 });
	answerAll(); // too late: nobody listens
});

test('a call cancelled before the worker was ready is never sent', () => {
	const controller = new AbortController();
	void client.call('twice', 1, { signal: controller.signal });
	controller.abort();
	ready();
	expect(worker().calls).toEqual([]);
});

test('progress reaches the call that it belongs to', () => {
	const seen: [string, Progress][] = [];
	void client.call('twice', 1, { onProgress: (progress) => seen.push(['first', progress]) });
	void client.call('twice', 2, { onProgress: (progress) => seen.push(['second', progress]) });
	ready();
	worker().say({ type: 'progress', id: 2, progress: { stage: 'counting', done: 0.5 } });
	expect(seen).toEqual([['second', { stage: 'counting', done: 0.5 }]]);
});

test('a fault that the worker reports is the answer', async () => {
	const answer = client.call('twice', 1);
	ready();
	const fault = { code: 'STORAGE_FULL', detail: 'no room' } as const;
	worker().say({ type: 'failed', id: 1, fault });
	expect(await answer).toEqual({ ok: false, error: fault });
});

test('a dead worker is replaced, and what it was asked is asked once more', async () => {
	const answers = [client.call('twice', 1), client.call('twice', 2)];
	ready();
	worker().crash();
	expect(puppets.map((puppet) => puppet.isTerminated)).toEqual([true, false]);
	ready();
	expect(worker().calls.map(({ input, retried }) => [input, retried])).toEqual([
		[1, true],
		[2, true]
	]);
	answerAll();
	expect(await Promise.all(answers)).toEqual([2, 4].map((value) => ({ ok: true, value })));
});

test('a call whose worker dies twice is WORKER_DIED; a later one gets a new worker', async () => {
	const answer = client.call('twice', 1);
	ready();
	worker().crash('first');
	worker().onmessageerror?.({} as MessageEvent); // before it was ready
	expect(await answer).toEqual({
		ok: false,
		error: { code: 'WORKER_DIED', detail: 'an unreadable message' }
	});
	expect(puppets.length).toBe(2);
	const later = client.call('twice', 2);
	ready();
	expect(worker().calls).toMatchObject([{ input: 2, retried: false }]);
	answerAll();
	expect(await later).toEqual({ ok: true, value: 4 });
});

test('a call that handed its buffer over can’t be asked again', async () => {
	const buffer = new ArrayBuffer(8);
	const answer = client.call('take', buffer, { transfer: [buffer] });
	ready();
	expect(buffer.byteLength).toBe(0);
	worker().crash('gone');
	expect(await answer).toEqual({ ok: false, error: { code: 'WORKER_DIED', detail: 'gone' } });
	expect(puppets.length).toBe(1);
});

test('[S9] what may be asked only once is not asked of a new worker: a file that killed one would kill the next', async () => {
	const answer = client.call('twice', 1, { once: true });
	ready();
	worker().crash('too much');
	expect(await answer).toEqual({ ok: false, error: { code: 'WORKER_DIED', detail: 'too much' } });
	expect(puppets.length).toBe(1);
});

test('what a replaced worker still says is not heard', async () => {
	const answer = client.call('twice', 1);
	ready();
	const [old] = puppets;
	old!.crash();
	old!.say({ type: 'done', id: 1, output: -1 });
	old!.crash();
	ready();
	answerAll();
	expect(await answer).toEqual({ ok: true, value: 2 });
	expect(puppets.length).toBe(2);
});

/** Lets so many pings go out, each answered or not. */
function pings(count: number, isAnswered: boolean): void {
	for (let i = 0; i < count; i++) {
		vi.advanceTimersByTime(PATIENCE.pingMs);
		expect(worker().heard.at(-1)).toEqual({ type: 'ping' });
		if (isAnswered) worker().say({ type: 'pong' });
	}
}

test('a worker that answers pings may take its time', () => {
	void client.call('twice', 1);
	ready();
	pings(5 * PATIENCE.pings, true);
	pings(PATIENCE.pings, false);
	worker().say({ type: 'pong' });
	pings(PATIENCE.pings, false);
	expect(puppets.length).toBe(1);
});

test('N8 a worker that leaves one ping too many unanswered is replaced, ready or not', async () => {
	const answer = client.call('twice', 1);
	ready();
	pings(PATIENCE.pings, false);
	vi.advanceTimersByTime(PATIENCE.pingMs);
	expect(puppets.map((puppet) => puppet.isTerminated)).toEqual([true, false]);
	pings(PATIENCE.pings, false);
	vi.advanceTimersByTime(PATIENCE.pingMs);
	expect(await answer).toEqual({ ok: false, error: { code: 'WORKER_DIED', detail: 'no sign of life' } });
});

test('a worker that is asked nothing is left alone, and starts with all its patience', () => {
	ready0();
	const before = worker().heard.length;
	vi.advanceTimersByTime(10 * PATIENCE.pings * PATIENCE.pingMs);
	expect(worker().heard.length).toBe(before);
	void client.call('twice', 1);
	pings(PATIENCE.pings, false);
	expect(puppets.length).toBe(1);
});

test('input that can’t be cloned is a fault of its call alone', async () => {
	const other = client.call('twice', 1);
	const spoiled = client.call('twice', (() => 1) as unknown as number);
	ready();
	expect(await spoiled).toMatchObject({ ok: false, error: { code: 'WORKER_DIED' } });
	answerAll();
	expect(await other).toEqual({ ok: true, value: 2 });
	expect(puppets.length).toBe(1);
});

test('disposing answers what is still asked, and ends the worker', async () => {
	const answer = client.call('twice', 1);
	client.dispose();
	expect(await answer).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
	expect(worker().isTerminated).toBe(true);
});
