import { type StoreFault } from '$lib/domain/fault';
import { type Progress } from '$lib/domain/progress';
import { failed, ok, type Result } from '$lib/domain/result';
import { type Calls, type FromWorker, type ToWorker } from './messages';

export interface CallOptions {
	/** A newer call with the same key replaces this one: the newest request wins. */
	readonly key?: string;
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: Progress) => void;
	/** Buffers of the input that are handed over; such a call can't be asked again. */
	readonly transfer?: Transferable[];
	/** Not asked again of a new worker: what killed one would kill the next. */
	readonly once?: boolean;
}

interface Pending {
	readonly name: string;
	readonly input: unknown;
	readonly options: CallOptions;
	readonly settle: (result: Result<unknown, StoreFault>) => void;
	tries: number;
}

/** The part of Worker that is used; in tests, a stand-in. */
export interface WorkerLike {
	postMessage(message: unknown, transfer: Transferable[]): void;
	terminate(): void;
	onmessage: ((event: MessageEvent) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
	onmessageerror: ((event: MessageEvent) => void) | null;
}

/**
 * How often a worker that is asked something is pinged, and how many pings it may leave unanswered.
 * Counted, not timed: in a computer that slept or a tab in the background, time passes without pings.
 */
export interface Patience {
	readonly pingMs: number;
	readonly pings: number;
}

const PATIENCE: Patience = { pingMs: 2_000, pings: 10 };

/**
 * Asks a worker and waits for its answer. A worker that fails or stays silent is replaced, and what it
 * was asked is asked once more of the next one; then it is a WORKER_DIED fault.
 */
export class WorkerClient<C extends Calls> {
	readonly #make: () => WorkerLike;
	readonly #patience: Patience;
	readonly #pending = new Map<number, Pending>();
	readonly #newest = new Map<string, number>();
	#worker: WorkerLike | undefined;
	#ready = false;
	#nextId = 1;
	#unanswered = 0;
	#watch: ReturnType<typeof setInterval> | undefined;

	constructor(make: () => WorkerLike, patience: Patience = PATIENCE) {
		this.#make = make;
		this.#patience = patience;
	}

	call<K extends keyof C & string>(
		name: K,
		input: C[K]['input'],
		options: CallOptions = {}
	): Promise<Result<C[K]['output'], StoreFault>> {
		return new Promise((resolve) => {
			if (options.signal?.aborted) return resolve(failed(cancelledFault(name)));
			const id = this.#nextId++;
			const abort = () => this.#cancel(id);
			options.signal?.addEventListener('abort', abort);
			const settle = (result: Result<unknown, StoreFault>) => {
				options.signal?.removeEventListener('abort', abort);
				resolve(result);
			};
			if (options.key !== undefined) {
				const older = this.#newest.get(options.key);
				if (older !== undefined) this.#cancel(older);
				this.#newest.set(options.key, id);
			}
			this.#pending.set(id, { name, input, options, settle, tries: 1 });
			this.#start();
			if (this.#ready) this.#send(id);
		});
	}

	/** Ends the worker; whatever is still asked is answered CANCELLED. */
	dispose(): void {
		for (const id of [...this.#pending.keys()]) this.#finish(id, failed(cancelledFault('dispose')));
		this.#stop();
	}

	#start(): void {
		if (this.#worker) return;
		const worker = this.#make();
		this.#worker = worker;
		this.#ready = false;
		this.#unanswered = 0;
		worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
			if (worker === this.#worker) this.#hear(data);
		};
		worker.onerror = (event) => this.#died(worker, event.message);
		worker.onmessageerror = () => this.#died(worker, 'an unreadable message');
		this.#watch ??= setInterval(() => this.#check(), this.#patience.pingMs);
	}

	#stop(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
		this.#ready = false;
		clearInterval(this.#watch);
		this.#watch = undefined;
	}

	#hear(message: FromWorker): void {
		this.#unanswered = 0;
		switch (message.type) {
			case 'ready':
				this.#ready = true;
				for (const id of this.#pending.keys()) this.#send(id);
				break;
			case 'pong':
				break;
			case 'progress':
				this.#pending.get(message.id)?.options.onProgress?.(message.progress);
				break;
			case 'done':
				this.#finish(message.id, ok(message.output));
				break;
			case 'failed':
				this.#finish(message.id, failed(message.fault));
				break;
		}
	}

	#send(id: number): void {
		const asked = this.#pending.get(id);
		if (!asked || !this.#worker) return;
		const { name, input, options, tries } = asked;
		try {
			this.#worker.postMessage({ type: 'call', id, name, input, retried: tries > 1 }, options.transfer ?? []);
		} catch (error) {
			this.#finish(id, failed({ code: 'WORKER_DIED', detail: String(error) })); // input that can't be cloned
		}
	}

	#cancel(id: number): void {
		const asked = this.#pending.get(id);
		if (!asked) return;
		this.#worker?.postMessage({ type: 'cancel', id } satisfies ToWorker<C>, []);
		this.#finish(id, failed(cancelledFault(asked.name)));
	}

	#finish(id: number, result: Result<unknown, StoreFault>): void {
		const asked = this.#pending.get(id);
		if (!asked) return;
		this.#pending.delete(id);
		if (asked.options.key !== undefined && this.#newest.get(asked.options.key) === id)
			this.#newest.delete(asked.options.key);
		asked.settle(result);
	}

	#check(): void {
		if (!this.#worker || this.#pending.size === 0) this.#unanswered = 0;
		else if (this.#unanswered === this.#patience.pings) this.#died(this.#worker, 'no sign of life');
		else {
			this.#unanswered++;
			this.#worker.postMessage({ type: 'ping' } satisfies ToWorker<C>, []);
		}
	}

	#died(worker: WorkerLike, detail: string): void {
		if (worker !== this.#worker) return;
		this.#stop();
		for (const [id, asked] of [...this.#pending]) {
			if (asked.tries > 1 || asked.options.once || asked.options.transfer?.length)
				this.#finish(id, failed({ code: 'WORKER_DIED', detail }));
			else asked.tries++;
		}
		if (this.#pending.size > 0) this.#start();
	}
}

const cancelledFault = (name: string): StoreFault => ({ code: 'CANCELLED', detail: name });
