import { type StoreFault } from '$lib/domain/fault';
import { type Progress } from '$lib/domain/progress';
import { type Calls, type FromWorker, type ToWorker } from './messages';

/** What a handler gets besides its input. */
export interface Context {
	readonly retried: boolean;
	readonly progress: (progress: Progress) => void;
	/** Lets other messages in. @throws Cancelled when the asker no longer wants the answer */
	readonly pause: () => Promise<void>;
	/** Buffers of the output that are handed over instead of copied. */
	readonly transfer: (buffers: readonly Transferable[]) => void;
}

export type Handlers<C extends Calls> = {
	readonly [K in keyof C & string]: (
		input: C[K]['input'],
		context: Context
	) => C[K]['output'] | Promise<C[K]['output']>;
};

export class Cancelled extends Error {
	override readonly name = 'Cancelled';
}

/** The end of a worker's message port that we need; in tests, one end of a channel. */
export interface Port {
	postMessage(message: FromWorker, transfer: Transferable[]): void;
	addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** Answers calls on `port` with `handlers`. A handler's error becomes a fault by `toFault`. */
export function serve<C extends Calls>(
	port: Port,
	handlers: Handlers<C>,
	toFault: (error: unknown) => StoreFault
): void {
	const cancelled = new Set<number>();
	const running = new Set<number>();
	const say = (message: FromWorker, transfer: Transferable[] = []) => port.postMessage(message, transfer);

	async function answer(message: ToWorker<C> & { type: 'call' }): Promise<void> {
		const { id, name, input, retried } = message;
		const buffers: Transferable[] = [];
		running.add(id);
		const pause = async () => {
			await turn();
			if (cancelled.has(id)) throw new Cancelled();
		};
		try {
			await pause(); // a newer call may already have cancelled this one
			const output = await handlers[name](input, {
				retried,
				pause,
				progress: (progress) => say({ type: 'progress', id, progress }),
				transfer: (more) => buffers.push(...more)
			});
			say({ type: 'done', id, output }, buffers);
		} catch (error) {
			const fault: StoreFault =
				error instanceof Cancelled ? { code: 'CANCELLED', detail: name } : toFault(error);
			say({ type: 'failed', id, fault });
		} finally {
			running.delete(id);
			cancelled.delete(id);
		}
	}

	port.addEventListener('message', ({ data }: MessageEvent<ToWorker<C>>) => {
		switch (data.type) {
			case 'call':
				void answer(data);
				break;
			case 'cancel':
				if (running.has(data.id)) cancelled.add(data.id);
				break;
			case 'ping':
				say({ type: 'pong' });
				break;
		}
	});
	say({ type: 'ready' });
}

/** One turn of the event loop, through a message channel: timers would wait at least 4 ms. */
function turn(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}
