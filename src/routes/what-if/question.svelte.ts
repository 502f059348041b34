import { type StoreFault } from '$lib/domain/fault';
import { type Result } from '$lib/domain/result';
import { whenNear } from '$lib/ui/when-near';
import { type Session } from '$lib/worker/session.svelte';

type Answer<T> = Promise<Result<T, StoreFault>>;

/** What a picture asks the worker: nothing until it is near, then again at every change; the old answer stays until then. */
export class Question<T> {
	value = $state.raw<T>();
	fault = $state.raw<StoreFault>();
	#isNear = $state(false);
	#tries = $state(0);
	#turn = 0;
	readonly #session: () => Session;

	constructor(session: () => Session) {
		this.#session = session;
	}

	/** For the element around the picture. */
	readonly near = whenNear(() => (this.#isNear = true));

	/** Call it in an effect: the question then follows what `ask` reads before it waits. */
	follow(ask: (session: Session) => Answer<T>): void {
		const session = this.#session();
		void this.#tries; // so that trying again asks again
		if (!this.#isNear || session.revision === 0) return;
		const turn = ++this.#turn;
		void ask(session).then((answer) => {
			if (turn !== this.#turn) return;
			if (answer.ok) {
				this.value = answer.value;
				this.fault = undefined;
			} else if (answer.error.code !== 'CANCELLED') this.fault = answer.error;
		});
	}

	readonly again = (): void => {
		this.fault = undefined;
		this.#tries++;
	};
}

/** Several answers as one; the first that failed, if one did. */
export async function all<T>(answers: readonly Answer<T>[]): Answer<readonly T[]> {
	const values: T[] = [];
	for (const answer of await Promise.all(answers)) {
		if (!answer.ok) return answer;
		values.push(answer.value);
	}
	return { ok: true, value: values };
}
