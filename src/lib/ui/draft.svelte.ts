interface DraftParts {
	/** The text that is stored now. */
	readonly stored: () => string;
	/** Stores a text; answers why it was not stored, or null. */
	readonly save: (text: string) => Promise<string | null>;
	/** A text as it would be stored: trimmed, in capitals. */
	readonly normal?: ((text: string) => string) | undefined;
}

/** What is typed into a field that stores itself: it lives until it is stored, or given up for what is stored. */
export class Draft {
	isFocused = false;
	/** Why the text was not stored. */
	problem = $state<string>();
	/** Null: the field shows what is stored. */
	#typed = $state<string | null>(null);
	#sending: string | null = null;
	#isSaved = false;
	readonly #parts: DraftParts;

	constructor(parts: DraftParts) {
		this.#parts = parts;
	}

	get text(): string {
		return this.#typed ?? this.#parts.stored();
	}

	write(text: string): void {
		this.#typed = text;
		this.#isSaved = false;
	}

	/** Gives the draft up. */
	drop(): void {
		this.#typed = null;
		this.#isSaved = false;
		this.problem = undefined;
	}

	/** Tells that the stored text itself changed: it is shown, unless somebody is typing here. */
	follow(): void {
		if (this.#isSaved || !this.isFocused) this.drop();
	}

	/** Stores what is typed. A text that was refused stays, with the reason, to be corrected. */
	async commit(): Promise<void> {
		const typed = this.#typed;
		if (typed === null || this.#isSaved || typed === this.#sending) return;
		const text = this.#parts.normal?.(typed) ?? typed;
		if (text === this.#parts.stored()) return this.drop();
		this.#sending = typed;
		const problem = await this.#parts.save(text).finally(() => (this.#sending = null));
		if (this.#typed !== null && this.#typed !== typed) return; // typed on meanwhile
		this.problem = problem ?? undefined;
		if (problem !== null || this.#typed === null) return;
		if (text === this.#parts.stored()) return this.drop();
		this.#typed = text; // until the stored text arrives
		this.#isSaved = true;
	}
}
