import { type Range, readWholeNumber } from './whole-number';

/** What is typed into a number field while it isn't the value's own text: a draft, or a text that is no value. */
export class NumberDraft {
	written = $state<string | null>(null);
	readonly #range: () => Range;
	readonly #typed = $derived.by(() =>
		this.written === null ? null : readWholeNumber(this.written, this.#range())
	);

	constructor(range: () => Range) {
		this.#range = range;
	}

	/** The text to show for `value`; a value set from outside replaces what was typed. */
	text(value: number | null): string {
		return this.written !== null && this.#typed?.value === value ? this.written : (value?.toString() ?? '');
	}

	/** Why what is typed is no value. */
	problem(value: number | null): string | undefined {
		const typed = this.#typed;
		return typed && 'problem' in typed && value === null ? (typed.problem ?? undefined) : undefined;
	}
}
