import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';
import { type StoreFault } from '$lib/domain/fault';
import { toStoreFault } from './fault';

/** How long `until` waits to be told, milliseconds: word from another thread can be late. Then it asks. */
const PATIENCE = 1_000;

/**
 * A Dexie query as a rune: subscribed only while something reads it, in every tab. The query must be a
 * function of plain values (see queries.ts): Dexie runs it outside Svelte's tracking.
 */
export class Live<T> {
	#current = $state.raw<T>();
	#fault = $state.raw<StoreFault>();
	readonly #query: () => Promise<T>;
	readonly #subscribe: () => void;
	#isRead = false;
	/** Called with each answer; those that it satisfies leave the list. */
	#waiting: readonly (() => void)[] = [];

	constructor(query: () => Promise<T>) {
		this.#query = query;
		this.#subscribe = createSubscriber(() => {
			this.#isRead = true;
			const subscription = liveQuery(query).subscribe({
				next: (value) => this.#take(value),
				error: (error: unknown) => this.#fail(error)
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

	/** Waits until the answer passes; after a second it is asked for once, and then that is it. Not at all while nobody reads it. */
	async until(passes: (answer: T | undefined) => boolean): Promise<void> {
		if (!this.#isRead || passes(this.#current)) return;
		await new Promise<void>((resolve) => {
			const end = () => {
				clearTimeout(timer);
				this.#waiting = this.#waiting.filter((one) => one !== look);
				resolve();
			};
			const look = () => passes(this.#current) && end();
			const ask = () =>
				this.#query()
					.then((value) => this.#take(value))
					.catch((error: unknown) => this.#fail(error))
					.finally(end);
			const timer = setTimeout(() => void ask(), PATIENCE);
			this.#waiting = [...this.#waiting, look];
		});
	}

	#take(value: T): void {
		this.#current = value;
		this.#fault = undefined;
		for (const look of this.#waiting) look();
	}

	#fail(error: unknown): void {
		this.#fault = toStoreFault(error);
	}
}
