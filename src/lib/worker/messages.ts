import { type StoreFault } from '$lib/domain/fault';
import { type Progress } from '$lib/domain/progress';

/** What a worker can be asked: by name, an input and an output. Plain data that structured clone can copy. */
export type Calls = Readonly<Record<string, { readonly input: unknown; readonly output: unknown }>>;

export type ToWorker<C extends Calls> =
	| {
			[K in keyof C & string]: {
				readonly type: 'call';
				readonly id: number;
				readonly name: K;
				readonly input: C[K]['input'];
				/** Asked once before, of a worker that died before it answered. */
				readonly retried: boolean;
			};
	  }[keyof C & string]
	| { readonly type: 'cancel'; readonly id: number }
	| { readonly type: 'ping' };

export type FromWorker =
	| { readonly type: 'ready' }
	| { readonly type: 'pong' }
	| { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
	| { readonly type: 'done'; readonly id: number; readonly output: unknown }
	| { readonly type: 'failed'; readonly id: number; readonly fault: StoreFault };
