import {
	type Fix,
	type ImportNote,
	type ImportPlace,
	type ImportProblem,
	type NoteCode,
	type ProblemCode,
	type ProblemGroup
} from '$lib/domain/import';

/** Told one by one; the rest are counted, and treated as their first fix says. */
const LISTED = 1_000;

/** Gathers what is in doubt, and answers what is to be done about it: the user's choice, or the first fix. */
export class Problems {
	readonly #choices: ReadonlyMap<string, Fix>;
	readonly #listed: ImportProblem[] = [];
	readonly #notes = new Map<string, ImportNote>();
	readonly #groups = new Map<ProblemCode, { count: number; fixes: Set<Fix>; chosen: Map<Fix, number> }>();
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
		const wishes = [wish, this.#choices.get(code), fixes[0]];
		const chosen = wishes.find((fix) => fix !== undefined && fixes.includes(fix)) ?? null;
		this.#count++;
		const group = this.#groups.get(code) ?? { count: 0, fixes: new Set(), chosen: new Map<Fix, number>() };
		this.#groups.set(code, group);
		group.count++;
		for (const fix of fixes) group.fixes.add(fix);
		if (chosen !== null) group.chosen.set(chosen, (group.chosen.get(chosen) ?? 0) + 1);
		// Something that was decided stays visible, however many there are.
		if (this.#listed.length < LISTED || wish !== undefined)
			this.#listed.push({ id, code, place, detail, fixes, chosen });
		return chosen;
	}

	/** Says something of the whole draft; counts of the same note add up. */
	note(code: NoteCode, detail: ImportNote['detail'] = {}): void {
		const key = `${code}\n${detail['tab'] ?? detail['file'] ?? ''}`;
		const count = Number(this.#notes.get(key)?.detail['count'] ?? 0) + Number(detail['count'] ?? 0);
		if (!this.#notes.has(key) || count > 0)
			this.#notes.set(key, { code, detail: count > 0 ? { ...detail, count } : detail });
	}

	get count(): number {
		return this.#count;
	}

	list(): ImportProblem[] {
		return [...this.#listed];
	}

	groups(): ProblemGroup[] {
		return [...this.#groups].map(([code, { count, fixes, chosen }]) => ({
			code,
			count,
			fixes: [...fixes],
			chosen: Object.fromEntries(chosen)
		}));
	}

	notes(): ImportNote[] {
		return [...this.#notes.values()];
	}
}
