import { type ScenarioRow } from './db';
import { countOf, type LessonStamps } from './lesson-copy';
import { writeMarker } from './marker';

/** Most scenarios of which the marker has the name, and of which it has the revision. */
const MOST_NAMES = 20;
const MOST_SEEN = 200;

/** Keeps the marker outside the database up to date with what is in it (S5). */
export class Marking {
	readonly #storage: Storage;
	readonly #now: () => number;
	/** The answers that the marker was last written from. */
	#marked: { readonly rows?: readonly ScenarioRow[]; readonly lessons?: LessonStamps } = {};

	constructor(storage: Storage, now: () => number) {
		this.#storage = storage;
		this.#now = now;
	}

	/** Each part is noted from its own newest answer: with the other's comes an older one, of before things were emptied. */
	follow(rows: readonly ScenarioRow[], lessons: LessonStamps): void {
		if (rows !== this.#marked.rows) this.scenarios(rows);
		if (lessons !== this.#marked.lessons) this.lessons(countOf(lessons));
		this.#marked = { rows, lessons };
	}

	/** `emptied`: what is not among them was taken away on purpose. */
	scenarios(rows: readonly ScenarioRow[], emptied = false): void {
		const names = rows.slice(0, MOST_NAMES).map((row) => row.head.name.slice(0, 100));
		const seen = rows.slice(0, MOST_SEEN).map(({ id, revision }) => [id, revision] as const);
		writeMarker(this.#storage, { scenarios: rows.length, names, at: this.#now(), seen }, emptied);
	}

	/** How many packs, drafts and progress there are. */
	lessons(count: number, emptied = false): void {
		writeMarker(this.#storage, { lessons: count, at: this.#now() }, emptied);
	}
}
