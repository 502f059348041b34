/** How far long work has come: `done` of `total` units, or null where the end is not known. */
export interface Progress {
	readonly stage: 'opening' | 'counting' | 'sorting' | 'writing' | 'reading' | 'checking' | 'saving';
	readonly done: number | null;
}
