import { type Result } from '$lib/domain/result';

/** A table of words: the figures of a picture, for reading. */
export interface Twin {
	readonly columns: readonly { readonly heading: string; readonly align?: 'end' }[];
	/** As many cells as columns; the first names the row. */
	readonly rows: readonly (readonly string[])[];
	/** How many rows there are, where only the first ones are given. */
	readonly total?: number;
}

/** More rows than anybody reads would make the page heavy. */
export const MOST_ROWS = 500;

/** What a picture says in words. */
export interface Story {
	readonly title: string;
	/** One sentence: what it shows. */
	readonly sentence: string;
	/** What the picture cannot show exactly, or leaves out. */
	readonly note?: string | undefined;
	readonly table: Twin;
}

/** A file on its way to the user. */
export interface Saved {
	readonly name: string;
	readonly blob: Blob;
}
/** Hears the file, or that this browser could not make it. */
export type OnSave = (saved: Result<Saved, 'NOT_DRAWN'>) => void;
