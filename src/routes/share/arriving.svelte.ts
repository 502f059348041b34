import { type FileFault } from '$lib/domain/fault';
import { type Result } from '$lib/domain/result';
import { type NotDone } from '$lib/worker/session.svelte';
import { type Desk } from '../desk.svelte';

type Arrived<Preview> =
	| { readonly kind: 'reading' }
	| { readonly kind: 'preview'; readonly preview: Preview }
	| { readonly kind: 'faults'; readonly list: readonly FileFault[] };

/** What comes of reading something from outside: its preview, or everything wrong with it. */
export type Read<Preview> = Result<Preview, readonly FileFault[]>;

/** Something on its way in: read, previewed, and kept or not. */
export abstract class Arriving<Preview> {
	/** Null: nothing is on its way. */
	now = $state.raw<Arrived<Preview> | null>(null);
	isBusy = $state(false);
	protected readonly desk: Desk;
	readonly #words: { readonly dropped: string; readonly again: string };
	/** The message that offers the last preview once more. */
	#offer: number | undefined;

	constructor(desk: Desk, words: { readonly dropped: string; readonly again: string }) {
		this.desk = desk;
		this.#words = words;
	}

	/** Closes; the address has forgotten it, so a preview can be brought back for a while. */
	putAside(): void {
		const { now } = this;
		this.now = null;
		if (now?.kind !== 'preview') return;
		const action = { label: this.#words.again, run: () => (this.now = now) };
		this.#offer = this.desk.toasts.show(this.#words.dropped, { action });
	}

	/** Reads it, and shows what it is. */
	protected async take(read: () => Promise<Result<Read<Preview>, NotDone>>): Promise<void> {
		if (this.#offer !== undefined) this.desk.toasts.dismiss(this.#offer); // it would bring back the one before
		const reading: Arrived<Preview> = { kind: 'reading' };
		this.now = reading;
		const result = await read();
		if (this.now !== reading) return; // put aside meanwhile, or another came
		const got = this.desk.take(result);
		if (!got) this.now = null;
		else if (got.ok) this.now = { kind: 'preview', preview: got.value };
		else this.now = { kind: 'faults', list: got.error };
	}

	/** Keeps what the preview shows, and goes on with what was made of it. */
	protected async keepBy<Kept>(
		keep: (preview: Preview) => Promise<Result<Kept, NotDone>>,
		goOn: (kept: Kept, preview: Preview) => Promise<void>
	): Promise<void> {
		if (this.isBusy || this.now?.kind !== 'preview') return;
		const { preview } = this.now;
		this.isBusy = true;
		try {
			const kept = this.desk.take(await keep(preview));
			if (kept === undefined) return; // why was said, and the preview is still there
			this.now = null;
			await goOn(kept, preview);
		} finally {
			this.isBusy = false;
		}
	}
}
