const SPACING = /[\s,\u00a0\u202f]/g;

export interface Range {
	readonly min: number;
	readonly max: number;
}

/** What a typed text means as a whole number in the range; `problem` is null for an empty text. */
export type Typed = { readonly value: number } | { readonly value: null; readonly problem: string | null };

const say = (value: number) => value.toLocaleString('en-US');

/** Reads a whole number as people type one: blanks and thousands commas are ignored. */
export function readWholeNumber(text: string, { min, max }: Range): Typed {
	const bare = text.replace(SPACING, '');
	if (bare === '') return { value: null, problem: null };
	if (!/^[-−]?\d+$/.test(bare)) return { value: null, problem: 'Enter a whole number.' };
	const value = Number(bare.replace('−', '-'));
	if (value < min) return { value: null, problem: `Enter ${say(min)} or more.` };
	if (value > max) return { value: null, problem: `Enter ${say(max)} or less.` };
	return { value };
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** Where a key leads from `value`, or null when the key is none of the spin keys. */
export function spin(key: string, value: number | null, { min, max }: Range): number | null {
	if (key === 'Home' && Number.isFinite(min)) return min;
	if (key === 'End' && max < Number.MAX_SAFE_INTEGER) return max;
	const step = STEPS[key];
	if (step === undefined) return null;
	return Math.min(max, Math.max(min, (value ?? (step > 0 ? min - 1 : min + 1)) + step));
}
