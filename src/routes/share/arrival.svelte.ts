import { untrack } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { type App } from '$lib/app';
import { type FileFault } from '$lib/domain/fault';
import { sharedCode, type SharedPreview } from '$lib/domain/share-link';
import { SHARE_TEXT } from '$lib/text/share';
import { type Desk } from '../desk.svelte';
import { cleanAddress } from './clean-address';
import { takeCode } from './fragment';

type Arrived =
	| { readonly kind: 'reading' }
	| { readonly kind: 'preview'; readonly preview: SharedPreview }
	| { readonly kind: 'faults'; readonly list: readonly FileFault[] };

/** A shared scenario on its way in (S8): seen in the address, taken out of it, previewed, and kept or not. */
export class Arrival {
	/** Null: nothing is on its way. */
	now = $state.raw<Arrived | null>(null);
	isBusy = $state(false);
	readonly #app: App;
	readonly #desk: Desk;
	/** The message that offers the last preview once more. */
	#offer: number | undefined;

	constructor(app: App, desk: Desk) {
		this.#app = app;
		this.#desk = desk;
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
			void this.#open(code);
		});
	}

	async #open(code: string): Promise<void> {
		if (this.#offer !== undefined) this.#desk.toasts.dismiss(this.#offer); // it would bring back the one before
		const reading: Arrived = { kind: 'reading' };
		this.now = reading;
		const result = await this.#app.readLink(code);
		if (this.now !== reading) return; // put aside meanwhile, or another link came
		const read = this.#desk.take(result);
		if (!read) this.now = null;
		else if (read.ok) this.now = { kind: 'preview', preview: read.value };
		else this.now = { kind: 'faults', list: read.error };
	}

	/** Makes a new scenario of it and opens that (S3). */
	async keep(): Promise<void> {
		if (this.isBusy || this.now?.kind !== 'preview') return;
		this.isBusy = true;
		try {
			const id = this.#desk.take(await this.#app.keepShared(this.now.preview));
			if (id === undefined) return; // why was said, and the preview is still there
			this.now = null;
			await goto(this.#desk.open(id));
		} finally {
			this.isBusy = false;
		}
	}

	/** Closes; the address has forgotten the link, so a preview can be brought back for a while. */
	putAside(): void {
		const { now } = this;
		this.now = null;
		if (now?.kind !== 'preview') return;
		const action = { label: SHARE_TEXT.again, run: () => (this.now = now) };
		this.#offer = this.#desk.toasts.show(SHARE_TEXT.dropped, { action });
	}
}
