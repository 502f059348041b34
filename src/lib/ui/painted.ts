/** Waits until what changed just now is painted; not at all where nothing is: a tab that is not seen draws no frame. */
export const painted = (): Promise<void> =>
	typeof document === 'undefined' || document.hidden
		? Promise.resolve()
		: new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
