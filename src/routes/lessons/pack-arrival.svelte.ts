import { untrack } from 'svelte';
import { type Attachment } from 'svelte/attachments';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { type App } from '$lib/app';
import { type LessonPack } from '$lib/domain/lesson';
import { failed, ok, type Result } from '$lib/domain/result';
import { packCodeIn } from '$lib/domain/share-link';
import { keptSentence, PACK_TEXT } from '$lib/text/lesson-page';
import { type NotDone } from '$lib/worker/session.svelte';
import { type Desk } from '../desk.svelte';
import { Arriving, type Read } from '../share/arriving.svelte';
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

/** What the query calls a pack that lies beside the app. */
const BESIDE = 'pack';

/** A lesson pack on its way in (E6): from a file, from beside the app, or in a link. Previewed, and kept or not. */
export class PackArrival extends Arriving<PackPreview> {
	/** The pack that was kept last, until its list has taken the focus. */
	#kept = $state.raw<string | null>(null);
	readonly #app: App;

	constructor(app: App, desk: Desk) {
		super(desk, PACK_TEXT);
		this.#app = app;
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
			void this.take(() => (carried === null ? this.#beside(name ?? '') : this.#carried(carried.code)));
		});
	}

	open = (file: File): Promise<void> => this.take(() => this.#read(file, file.name));

	/** Puts it on the shelf and shows that. */
	keep = (): Promise<void> =>
		this.keepBy(
			({ pack }) => this.#app.lessons.keep(pack),
			async (key, { pack }) => {
				this.#kept = key;
				this.desk.toasts.show(keptSentence(pack.title));
				await goto(this.desk.to('/lessons/'), { keepFocus: true, noScroll: true });
			}
		);

	/** Puts the focus into the list of a pack that was just kept: it may lie far below the course. */
	arrive =
		(key: string): Attachment<HTMLElement> =>
		(list) => {
			if (this.#kept !== key) return;
			this.#kept = null;
			list.querySelector('button')?.focus({ preventScroll: true });
			list.closest('section')?.scrollIntoView();
		};

	async #beside(name: string): Promise<Result<Read<PackPreview>, NotDone>> {
		const fetched = await this.#app.fetchPack(name);
		return fetched.ok ? this.#read(fetched.value, name) : ok(failed([fetched.error]));
	}

	async #read(file: Blob, fileName: string): Promise<Result<Read<PackPreview>, NotDone>> {
		const read = await this.#app.opened.pack(file);
		if (!read.ok || !read.value.ok) return read as Result<Read<PackPreview>, NotDone>;
		return ok(ok({ pack: read.value.value, fileName, bytes: file.size }));
	}

	async #carried(code: string): Promise<Result<Read<PackPreview>, NotDone>> {
		const read = await this.#app.opened.packLink(code);
		if (!read.ok || !read.value.ok) return read as Result<Read<PackPreview>, NotDone>;
		const pack = read.value.value;
		return ok(ok({ pack, fileName: null, bytes: new Blob([JSON.stringify(pack)]).size }));
	}
}
