import { type App } from '$lib/app';
import { type NumberFault } from '$lib/domain/own-numbers';
import { numberFaultSentence } from '$lib/text/own-numbers';
import { type NumbersAnswer } from '$lib/worker/protocol';
import { type Desk } from '../../desk.svelte';
import { fieldOf } from './fault-field';
import { type NumbersDraft } from './numbers-draft.svelte';

/** What numbers come to, while they are typed: the last good answer stays until there is a better one. */
export class NumbersTrial {
	/** With the currency that it was asked in. */
	answer = $state.raw<NumbersAnswer & { readonly currency: string }>();
	isBusy = $state(false);
	#faults = $state.raw<readonly { readonly field: string; readonly why: string }[]>([]);
	readonly #app: Pick<App, 'numbers' | 'createFromNumbers'>;
	readonly #desk: Pick<Desk, 'take'>;
	readonly #draft: NumbersDraft;

	constructor(
		app: Pick<App, 'numbers' | 'createFromNumbers'>,
		desk: Pick<Desk, 'take'>,
		draft: NumbersDraft
	) {
		this.#app = app;
		this.#desk = desk;
		this.#draft = draft;
	}

	/** What is entered has no answer: the one that is shown is older. */
	get isStale(): boolean {
		return this.#faults.length > 0 || this.#draft.input === null;
	}

	/** What is wrong with a field; undefined: nothing. */
	errorAt = (field: string): string | undefined =>
		this.#faults
			.filter((fault) => fault.field === field)
			.map(({ why }) => why)
			.join(' ') || undefined;

	/** Asks anew. Call it in an effect: it follows what is entered; the newest question wins. */
	follow(): void {
		const { input } = this.#draft;
		if (!input) return;
		void this.#app.numbers(input).then((result) => {
			const told = this.#desk.take(result);
			if (!told) return;
			this.#tell(told.ok ? [] : told.error);
			if (told.ok) this.answer = { ...told.value, currency: input.account.currency };
		});
	}

	/** Opens the numbers as a scenario. Answers its id, or null where they make none. */
	async create(): Promise<string | null> {
		const { input } = this.#draft;
		if (!input || !this.#draft.hasSoundPrices || this.isBusy) return null;
		this.isBusy = true;
		const made = this.#desk.take(
			await this.#app.createFromNumbers(input).finally(() => (this.isBusy = false))
		);
		if (made && !made.ok) this.#tell(made.error);
		return made?.ok ? made.value : null;
	}

	#tell(faults: readonly NumberFault[]): void {
		const { numbers } = this.#draft;
		this.#faults = faults.map((fault) => ({
			field: fieldOf(fault, numbers),
			why: numberFaultSentence(fault)
		}));
	}
}
