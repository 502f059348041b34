import type { FitAnswer } from './fit';

/** How far long work has come: `done` of `total` units, or null where the end is not known. */
export interface Progress {
	readonly stage:
		'opening' | 'counting' | 'sorting' | 'writing' | 'reading' | 'checking' | 'saving' | 'searching';
	readonly done: number | null;
	/** The best answer of a search so far (I5). */
	readonly found?: FitAnswer | null;
}
