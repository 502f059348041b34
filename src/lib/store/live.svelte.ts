import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';
import { type StoreFault } from '$lib/domain/fault';
import { toStoreFault } from './fault';

/** How long `until` waits at most, milliseconds: an answer that never comes must not hold what waits for it. */
const PATIENCE = 1_000;

/**
 * A Dexie query as a rune: subscribed only while something reads it, in every tab. The query must be a
 * function of plain values (see queries.ts): Dexie runs it outside Svelte's tracking.
 */
export class Live<T> {
	#current = $state.raw<T>();
	#fault = $state.raw<StoreFault>();
	readonly #subscribe: () => void;
	#isRead = false;
	/** Called with each answer; those that it satisfies leave the list. */
	#waiting: readonly (() => void)[] = [];

	constructor(query: () => Promise<T>) {
		this.#subscribe = createSubscriber(() => {
			this.#isRead = true;
			const subscription = liveQuery(query).subscribe({
				next: (value) => {
					this.#current = value;
					this.#fault = undefined;
					for (const look of this.#waiting) look();
				},
				error: (error: unknown) => {
					this.#fault = toStoreFault(error);
				}
			});
			return () => {
				this.#isRead = false;
				subscription.unsubscribe();
			};
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

	/** Waits until the answer passes, a second at most; not at all while nobody reads it. */
	async until(passes: (answer: T | undefined) => boolean): Promise<void> {
		if (!this.#isRead || passes(this.#current)) return;
		await new Promise<void>((resolve) => {
			const end = () => {
				clearTimeout(timer);
				this.#waiting = this.#waiting.filter((one) => one !== look);
				resolve();
			};
			const look = () => passes(this.#current) && end();
			const timer = setTimeout(end, PATIENCE);
			this.#waiting = [...this.#waiting, look];
		});
	}
}
