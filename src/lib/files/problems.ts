import {
	type Fix,
	type ImportNote,
	type ImportPlace,
	type ImportProblem,
	type NoteCode,
	type ProblemCode
} from '$lib/domain/import';

/** Told one by one; the rest are counted, and treated as their first fix says. */
const LISTED = 1_000;

/** Gathers what is in doubt, and answers what is to be done about it: the user's choice, or the first fix. */
export class Problems {
	readonly #choices: ReadonlyMap<string, Fix>;
	readonly #listed: ImportProblem[] = [];
	readonly #notes = new Map<NoteCode, ImportNote>();
	#count = 0;

	constructor(choices: Readonly<Record<string, Fix>>) {
		this.#choices = new Map(Object.entries(choices));
	}

	/** The fix in force; null where there is nothing to choose. */
	add(
		code: ProblemCode,
		place: ImportPlace,
		fixes: readonly Fix[] = [],
		detail: ImportProblem['detail'] = {}
	): Fix | null {
		const id = [
			code,
			place.file,
			place.tab ?? '',
			place.row ?? 0,
			place.column ?? 0,
			detail['key'] ?? ''
		].join('\n');
		const wish = this.#choices.get(id);
		const chosen = wish !== undefined && fixes.includes(wish) ? wish : (fixes[0] ?? null);
		this.#count++;
		// Something that was decided stays visible, however many there are.
		if (this.#listed.length < LISTED || wish !== undefined)
			this.#listed.push({ id, code, place, detail, fixes, chosen });
		return chosen;
	}

	note(code: NoteCode, detail: ImportNote['detail'] = {}): void {
		if (!this.#notes.has(code)) this.#notes.set(code, { code, detail });
	}

	get count(): number {
		return this.#count;
	}

	list(): ImportProblem[] {
		return [...this.#listed];
	}

	notes(): ImportNote[] {
		return [...this.#notes.values()];
	}
}
