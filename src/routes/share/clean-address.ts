import { goto } from '$app/navigation';

/** Takes what a link brought out of the address bar and the history: the fragment, and the query's `key`. */
export function cleanAddress(key?: string): void {
	const query = new URLSearchParams(location.search);
	if (key !== undefined) query.delete(key);
	const search = query.size > 0 ? `?${query.toString()}` : '';
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- this very page, wherever it lies
	void goto(location.pathname + search, { replaceState: true, keepFocus: true, noScroll: true });
}
