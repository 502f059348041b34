/** The newest answer to a question that is asked again at every change; the old one stays until then. */
export class Latest<T> {
	value = $state.raw<T>();
	#turn = 0;

	/** Call it in an effect: the question then follows what it reads. An answer of undefined changes nothing. */
	follow(answer: Promise<T | undefined> | undefined): void {
		const turn = ++this.#turn;
		void answer?.then((value) => {
			if (turn === this.#turn && value !== undefined) this.value = value;
		});
	}
}
