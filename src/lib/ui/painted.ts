/** A tab that is not seen draws no frame. */
export const isSeen = (): boolean => typeof document !== 'undefined' && !document.hidden;

/** Waits until what changed just now is painted; not at all where nothing is. */
export const painted = (): Promise<void> =>
	isSeen() ? new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))) : Promise.resolve();
