import { type Instant } from '$lib/domain/instant';

/** Milliseconds within which looking again, at an unmoved sandbox clock, is the same look. */
const SAME = 60_000;

/** When each person last opened each dashboard in this tab. It outlives the pages that are opened. */
const opened = new Map<string, { readonly asOf: Instant; readonly at: number }>();

/**
 * Tells an opening from a page that is drawn again: what changes while it stays open, an undone viewing
 * too, opens nothing anew.
 */
export class Openings {
	#here: string | null = null;

	/** True once for each opening; null: nothing that counts is open. `now` in milliseconds. */
	isNew(
		who: readonly [scenario: string, person: string, dashboard: string | null] | null,
		asOf: Instant,
		now: number
	): boolean {
		const key = who && JSON.stringify(who);
		if (key === this.#here) return false;
		this.#here = key;
		if (key === null) return false;
		const last = opened.get(key);
		if (last?.asOf === asOf && now - last.at < SAME) return false;
		opened.set(key, { asOf, at: now });
		return true;
	}
}
