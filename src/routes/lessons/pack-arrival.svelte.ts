import { untrack } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { type App } from '$lib/app';
import { type FileFault } from '$lib/domain/fault';
import { type LessonPack } from '$lib/domain/lesson';
import { failed, ok, type Result } from '$lib/domain/result';
import { packCodeIn } from '$lib/domain/share-link';
import { keptSentence, PACK_TEXT } from '$lib/text/lesson-page';
import { type NotDone } from '$lib/worker/session.svelte';
import { type Desk } from '../desk.svelte';
import { cleanAddress, queryOf } from '../share/clean-address';
import { takeCode } from '../share/fragment';

/** A pack as its preview shows it. */
export interface PackPreview {
	readonly pack: LessonPack;
	/** The file that it came from; null: a link carried all of it. */
	readonly fileName: string | null;
	/** Bytes of its text. */
	readonly bytes: number;
}

type Arrived =
	| { readonly kind: 'reading' }
	| { readonly kind: 'preview'; readonly preview: PackPreview }
	| { readonly kind: 'faults'; readonly list: readonly FileFault[] };

type Read = Result<PackPreview, readonly FileFault[]>;

/** What the query calls a pack that lies beside the app. */
const BESIDE = 'pack';

/** A lesson pack on its way in (E6): from a file, from beside the app, or in a link. Previewed, and kept or not. */
export class PackArrival {
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

	/** Looks for a pack in the address. Call it in an effect: it follows the page's address, also when one is pasted. */
	watch(): void {
		void page.url;
		// The address bar itself, for the page may still remember what is gone from it.
		const carried = takeCode(packCodeIn);
		const name = queryOf(BESIDE);
		if (carried === null && name === null) return;
		untrack(() => {
			if (name !== null || carried?.isInAddress) cleanAddress(BESIDE);
			void this.#take(() => (carried === null ? this.#beside(name ?? '') : this.#carried(carried.code)));
		});
	}

	open = (file: File): Promise<void> => this.#take(() => this.#read(file, file.name));

	/** Puts it on the shelf and shows that. */
	async keep(): Promise<void> {
		if (this.isBusy || this.now?.kind !== 'preview') return;
		this.isBusy = true;
		const { pack } = this.now.preview;
		const key = this.#desk.take(await this.#app.lessons.keep(pack));
		this.isBusy = false;
		if (key === undefined) return; // why was said, and the preview is still there
		this.now = null;
		this.#desk.toasts.show(keptSentence(pack.title));
		await goto(this.#desk.to('/lessons/'));
	}

	/** Closes; the address has forgotten it, so a preview can be brought back for a while. */
	putAside(): void {
		const { now } = this;
		this.now = null;
		if (now?.kind !== 'preview') return;
		const action = { label: PACK_TEXT.again, run: () => (this.now = now) };
		this.#offer = this.#desk.toasts.show(PACK_TEXT.dropped, { action });
	}

	async #take(read: () => Promise<Result<Read, NotDone>>): Promise<void> {
		if (this.#offer !== undefined) this.#desk.toasts.dismiss(this.#offer); // it would bring back the one before
		const reading: Arrived = { kind: 'reading' };
		this.now = reading;
		const result = await read();
		if (this.now !== reading) return; // put aside meanwhile, or another came
		const got = this.#desk.take(result);
		if (!got) this.now = null;
		else if (got.ok) this.now = { kind: 'preview', preview: got.value };
		else this.now = { kind: 'faults', list: got.error };
	}

	async #beside(name: string): Promise<Result<Read, NotDone>> {
		const fetched = await this.#app.fetchPack(name);
		return fetched.ok ? this.#read(fetched.value, name) : ok(failed([fetched.error]));
	}

	async #read(file: Blob, fileName: string): Promise<Result<Read, NotDone>> {
		const read = await this.#app.readPack(file);
		if (!read.ok || !read.value.ok) return read as Result<Read, NotDone>;
		return ok(ok({ pack: read.value.value, fileName, bytes: file.size }));
	}

	async #carried(code: string): Promise<Result<Read, NotDone>> {
		const read = await this.#app.readPackLink(code);
		if (!read.ok || !read.value.ok) return read as Result<Read, NotDone>;
		const pack = read.value.value;
		return ok(ok({ pack, fileName: null, bytes: new Blob([JSON.stringify(pack)]).size }));
	}
}
