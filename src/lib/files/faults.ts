import { type FileFault, type FileFaultCode } from '$lib/domain/fault';
import { LIMITS } from './limits';

export type Path = readonly (string | number)[];
export type Detail = FileFault['detail'];

/** Past this many, a file is not searched on: a hostile one must not cost minutes. */
const ENOUGH = 100_000;

/**
 * Gathers faults: the first `limit` in full, the rest as a count in one MORE_FAULTS at the end,
 * whose detail is `shown`, `more` and `complete` ("no": the search stopped, there may be more).
 */
export class Faults {
	readonly #limit: number;
	readonly #at: Path;
	readonly #told: FileFault[] = [];
	#found = 0;

	/** `at`: where in the file the paths of its faults begin. */
	constructor(limit = LIMITS.faults, at: Path = []) {
		this.#limit = limit;
		this.#at = at;
	}

	add(code: FileFaultCode, path: Path, detail: Detail = {}): void {
		this.#found++;
		if (this.#told.length < this.#limit)
			this.#told.push({ code, path: pathText([...this.#at, ...path]), detail });
	}

	get none(): boolean {
		return this.#found === 0;
	}

	get enough(): boolean {
		return this.#found >= ENOUGH;
	}

	list(): FileFault[] {
		const more = this.#found - this.#told.length;
		if (more === 0) return [...this.#told];
		const detail = { shown: this.#told.length, more, complete: this.enough ? 'no' : 'yes' };
		return [...this.#told, { code: 'MORE_FAULTS', path: '', detail }];
	}
}

/** `people[3].roleId`; a key that would not read so stands in quotes: `people[3]["role id"]`. */
export function pathText(path: Path): string {
	let text = '';
	for (const part of path) {
		if (typeof part === 'number') text += `[${part}]`;
		else if (/^[A-Za-z_$][\w$-]{0,79}$/.test(part)) text += text === '' ? part : `.${part}`;
		else text += `[${JSON.stringify(shownText(part))}]`;
	}
	return text;
}

/** The JSON kind of a value: null, array, object, string, number or boolean. */
export const kindOf = (value: unknown): string =>
	value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** A value, short enough to stand in a sentence; empty for lists and objects. */
export function shown(value: unknown): string {
	if (typeof value === 'string') return shownText(value);
	if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
	return typeof value === 'object' && value !== null ? '' : String(value);
}

/** At most 60 characters, without those that would upset the line they stand in. */
export function shownText(text: string): string {
	const start = text.slice(0, 121);
	const safe = start.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
	const letters = [...safe];
	return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : safe;
}
