/** One thing to choose. */
export interface Choice {
	readonly value: string;
	readonly label: string;
	/** Quiet text at the end: an extension, an address. */
	readonly detail?: string;
}

/** Shown at most; beyond it the list asks for more letters. */
const SHOWN = 50;

/** The list under a searchable field: asks for matches, keeps only the newest answer, moves the highlight. */
export class ChoiceList {
	open = $state(false);
	choices = $state.raw<readonly Choice[]>([]);
	/** Index of the option that Enter takes; -1 for none. */
	at = $state(-1);
	state = $state<'asking' | 'answered' | 'failed'>('asking');
	more = $state(false);
	#turn = 0;
	readonly #search: (text: string) => Promise<readonly Choice[]>;

	constructor(search: (text: string) => Promise<readonly Choice[]>) {
		this.#search = search;
	}

	/** What the list says below its options, or null. */
	get note(): string | null {
		if (this.state === 'failed') return 'The list could not be read. Type again to retry.';
		if (this.state === 'asking') return this.choices.length > 0 ? null : 'Searching…';
		if (this.choices.length === 0) return 'Nothing matches.';
		return this.more ? `The first ${SHOWN} are shown. Type more to narrow the list.` : null;
	}

	/** Opens the list with the matches of `text`; highlights the option `current`, else the first if `eager`. */
	async show(text: string, current: string | undefined, eager: boolean): Promise<void> {
		const turn = ++this.#turn;
		this.open = true;
		this.state = 'asking';
		try {
			const found = await this.#search(text);
			if (turn !== this.#turn) return;
			this.choices = found.slice(0, SHOWN);
			this.more = found.length > SHOWN;
			const own = this.choices.findIndex((choice) => choice.value === current);
			this.at = own >= 0 && !eager ? own : eager && found.length > 0 ? 0 : -1;
			this.state = 'answered';
		} catch (error) {
			if (turn !== this.#turn) return;
			this.choices = [];
			this.state = 'failed';
			reportError(error);
		}
	}

	hide(): void {
		this.#turn++;
		this.open = false;
		this.choices = [];
		this.at = -1;
	}

	/** Moves the highlight, around the ends. */
	move(step: number): void {
		const count = this.choices.length;
		if (count === 0) return;
		this.at = this.at < 0 ? (step > 0 ? 0 : count - 1) : (this.at + step + count) % count;
	}
}
