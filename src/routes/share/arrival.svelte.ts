import { untrack } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { type App } from '$lib/app';
import { sharedCode, type SharedPreview } from '$lib/domain/share-link';
import { SHARE_TEXT } from '$lib/text/share';
import { type Desk } from '../desk.svelte';
import { Arriving } from './arriving.svelte';
import { cleanAddress } from './clean-address';
import { takeCode } from './fragment';

/** A shared scenario on its way in (S8): seen in the address, taken out of it, previewed, and kept or not. */
export class Arrival extends Arriving<SharedPreview> {
	readonly #app: App;

	constructor(app: App, desk: Desk) {
		super(desk, SHARE_TEXT);
		this.#app = app;
	}

	/** Looks for a code in the address. Call it in an effect: it follows the page's address, also when one is pasted. */
	watch(): void {
		void page.url;
		// The address bar itself, for the page may still remember a fragment that is gone from it.
		const taken = takeCode(sharedCode);
		if (taken === null) return;
		const { code, isInAddress } = taken;
		untrack(() => {
			if (isInAddress) cleanAddress(); // names are in the code: it goes before it is even read
			void this.take(() => this.#app.opened.link(code));
		});
	}

	/** Makes a new scenario of it and opens that (S3). */
	keep = (): Promise<void> =>
		this.keepBy(
			(preview) => this.#app.keepShared(preview),
			(id) => goto(this.desk.open(id))
		);
}
