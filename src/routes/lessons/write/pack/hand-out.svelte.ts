import { resolve } from '$app/paths';
import { type App } from '$lib/app';
import { download } from '$lib/components/download';
import { type FileFault } from '$lib/domain/fault';
import { type LessonPack } from '$lib/domain/lesson';
import { type LessonProblem } from '$lib/domain/lesson-problem';
import { LINK_LENGTHS, PACK_MARK } from '$lib/domain/share-link';
import { packCode } from '$lib/files/pack-link';
import { packText } from '$lib/files/read-pack';
import { finished, finishedNotes } from '$lib/lessons/pack-edits';
import { packHash } from '$lib/lessons/pack-hash';
import { besideText, mendSentence, notesFileName, PACK_TEXT, packFileName } from '$lib/text/authoring';
import { type Desk } from '../../../desk.svelte';
import { type Draft } from '../draft.svelte';

const JSON_TYPE = 'application/json';

/** A pack on its way out (E6): checked first, then as a file, a link, or beside the app. */
export class HandOut {
	/** What the last check found, and of what. */
	#checked = $state.raw<Of<readonly LessonProblem[]>>();
	/** The link made last, and of what; null: the pack is too large for one. */
	#made = $state.raw<Of<string | null>>();
	/** What the pack holds now, whatever its edition: the same content may be another object after each write anywhere. */
	readonly #content = $derived.by(() => this.#draft.row && contentOf(this.#draft.row.pack));
	isBusy = $state(false);
	/** Everything wrong with a file of notes. */
	faults = $state.raw<{ readonly fileName: string; readonly list: readonly FileFault[] }>();
	readonly #app: App;
	readonly #desk: Desk;
	readonly #draft: Draft;

	constructor(app: App, desk: Desk, draft: Draft) {
		this.#app = app;
		this.#desk = desk;
		this.#draft = draft;
	}

	/** What the last check found wrong with the pack as it is; undefined: it was not checked since it changed. */
	get problems(): readonly LessonProblem[] | undefined {
		return this.#checked?.content === this.#content ? this.#checked?.value : undefined;
	}

	/** The link to the pack as it is; null: it is too large for one; undefined: none was made since it changed. */
	get link(): string | null | undefined {
		return this.#made?.content === this.#content ? this.#made?.value : undefined;
	}

	/** Checks the pack as it is; answers it as an edition if nothing is wrong. */
	async check(): Promise<LessonPack | undefined> {
		const { edition: pack } = this.#draft;
		if (!pack || this.isBusy) return undefined;
		this.isBusy = true;
		const problems = this.#desk.take(await this.#app.authoring.check(pack));
		this.isBusy = false;
		if (!problems) return undefined;
		this.#checked = { content: contentOf(pack), value: problems };
		return problems.length === 0 ? finished(pack) : undefined;
	}

	/** Saves the pack's file. */
	async save(): Promise<void> {
		const pack = await this.#sound();
		if (!pack) return;
		download({ name: packFileName(pack.title, pack.revision), blob: blobOf(packText(pack)) });
		this.#draft.leave(pack);
	}

	/** Saves the instructor's notes with the answers, for the edition that would leave now. */
	async saveNotes(): Promise<void> {
		const pack = await this.#sound();
		const row = this.#draft.row;
		if (!pack || !row) return;
		const answers = this.#desk.take(await this.#app.authoring.answers(pack));
		if (!answers) return;
		const notes = finishedNotes(pack, row.notes, answers);
		download({ name: notesFileName(pack.title, pack.revision), blob: blobOf(packText(notes)) });
	}

	async makeLink(): Promise<void> {
		const pack = await this.#sound();
		if (!pack) return;
		const code = packCode(pack);
		const whole = `${address()}${PACK_MARK}${code}`;
		const link = code === null || whole.length > LINK_LENGTHS.most ? null : whole;
		if (link !== null) this.#draft.leave(pack);
		this.#made = { content: contentOf(pack), value: link };
	}

	/** Takes in a file of instructor's notes. */
	async openNotes(file: File): Promise<void> {
		this.faults = undefined;
		const read = this.#desk.take(await this.#app.opened.notes(file));
		if (read && !read.ok) this.faults = { fileName: file.name, list: read.error };
		if (!read?.ok) return;
		const isOurs = this.#draft.takeNotes(read.value);
		this.#desk.toasts.show(isOurs ? PACK_TEXT.notesTaken : PACK_TEXT.otherNotes, {
			tone: isOurs ? 'good' : 'bad'
		});
	}

	/** The address under which a pack beside the app is opened. */
	get beside(): string {
		const pack = this.#draft.edition;
		return pack ? besideText(address(), packFileName(pack.title, pack.revision)) : '';
	}

	async #sound(): Promise<LessonPack | undefined> {
		const pack = await this.check();
		const { length } = this.#checked?.value ?? [];
		if (!pack && length > 0) this.#desk.toasts.show(mendSentence(length), { tone: 'bad' });
		return pack;
	}
}

interface Of<T> {
	readonly content: string;
	readonly value: T;
}

/** What stands for a pack's content as it would be handed out, whatever its edition. */
const contentOf = (pack: LessonPack): string => packHash(finished({ ...pack, revision: 0 }));

const blobOf = (text: string): Blob => new Blob([text], { type: JSON_TYPE });

/** Where the app is, as learners open it. */
const address = (): string => new URL(resolve('/'), location.href).href;
