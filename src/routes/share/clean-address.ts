import { goto } from '$app/navigation';

/** What the address bar's query says for a key; null: nothing. */
export const queryOf = (key: string): string | null => new URLSearchParams(location.search).get(key);

/** Takes what a link brought out of the address bar and the history: the fragment, and the query's `key`. */
export function cleanAddress(key?: string): void {
	const query = new URLSearchParams(location.search);
	if (key !== undefined) query.delete(key);
	const search = query.size > 0 ? `?${query.toString()}` : '';
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- this very page, wherever it lies
	void goto(location.pathname + search, { replaceState: true, keepFocus: true, noScroll: true });
}
