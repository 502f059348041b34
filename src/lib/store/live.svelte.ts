import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';
import { type StoreFault } from '$lib/domain/fault';
import { toStoreFault } from './fault';

/**
 * A Dexie query as a rune: subscribed only while something reads it, in every tab. The query must be a
 * function of plain values (see queries.ts): Dexie runs it outside Svelte's tracking.
 */
export class Live<T> {
	#current = $state.raw<T>();
	#fault = $state.raw<StoreFault>();
	readonly #subscribe: () => void;

	constructor(query: () => Promise<T>) {
		this.#subscribe = createSubscriber(() => {
			const subscription = liveQuery(query).subscribe({
				next: (value) => {
					this.#current = value;
					this.#fault = undefined;
				},
				error: (error: unknown) => {
					this.#fault = toStoreFault(error);
				}
			});
			return () => subscription.unsubscribe();
		});
	}

	/** The newest answer; undefined until the first. */
	get current(): T | undefined {
		this.#subscribe();
		return this.#current;
	}

	get fault(): StoreFault | undefined {
		this.#subscribe();
		return this.#fault;
	}
}
