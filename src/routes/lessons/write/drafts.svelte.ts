import { goto } from '$app/navigation';
import { type App } from '$lib/app';
import { type FileFault } from '$lib/domain/fault';
import { type LessonPack } from '$lib/domain/lesson';
import { type PackDraft } from '$lib/domain/lesson-shelf';
import { handedOut } from '$lib/lessons/hand-out';
import { copyOf, newNotes, newPack } from '$lib/lessons/pack-edits';
import { removedText, WRITE_TEXT } from '$lib/text/authoring';
import { agoText, isolated, nameText } from '$lib/text/format';
import { type Desk } from '../../desk.svelte';

/** The list of packs that are being written here, and what can be done with them. */
export class Drafts {
	/** Everything wrong with the last file. */
	faults = $state.raw<{ readonly fileName: string; readonly list: readonly FileFault[] }>();
	readonly #app: App;
	readonly #desk: Desk;

	constructor(app: App, desk: Desk) {
		this.#app = app;
		this.#desk = desk;
	}

	/** The last changed first; undefined until they are known. */
	get rows(): readonly PackDraft[] | undefined {
		return this.#app.lessons.drafts;
	}

	/** The shipped course; undefined while it is read. */
	get course(): LessonPack | undefined {
		return this.#app.lessons.packs?.find(({ addedAt }) => addedAt === null)?.pack;
	}

	ago = (row: PackDraft): string => agoText(row.changedAt, this.#app.now());
	address = (row: Pick<PackDraft, 'id'>) => this.#desk.to('/lessons/write/pack/', '', { draft: row.id });

	create = (): Promise<void> => this.#keep(newPack(this.#app.newId(), WRITE_TEXT.newTitle));

	/** A pack of one's own that begins as the shipped course, its notes too. */
	async copyCourse(): Promise<void> {
		const { course } = this;
		if (!course) return;
		const { COURSE_NOTES } = await import('$lib/content/course-notes');
		const id = this.#app.newId();
		const pack = { ...course, id, revision: 1 };
		await this.#keep(pack, { notes: { ...COURSE_NOTES, packId: id, revision: 1 } });
	}

	duplicate(row: PackDraft): Promise<void> {
		const { pack, notes } = copyOf(row, this.#app.newId());
		return this.#keep(pack, { notes });
	}

	/** A pack's file as a draft: what leaves next, if it changes, is its next edition. */
	async open(file: File): Promise<void> {
		this.faults = undefined;
		const read = this.#desk.take(await this.#app.opened.pack(file));
		if (read?.ok) await this.#keep(read.value, { handedOut: handedOut(read.value) });
		else if (read) this.faults = { fileName: file.name, list: read.error };
	}

	async remove(row: PackDraft): Promise<void> {
		if (this.#desk.take(await this.#app.lessons.dropDraft(row.id)) === undefined) return;
		const run = () => void this.#app.lessons.keepDraft(row, null).then((kept) => this.#desk.take(kept));
		const title = isolated(nameText(row.pack.title).slice(0, 60));
		this.#desk.toasts.show(removedText(`“${title}”`), { action: { label: 'Undo', run } });
	}

	async #keep(
		pack: LessonPack,
		{ notes = newNotes(pack), ...rest }: Partial<Pick<PackDraft, 'notes' | 'handedOut'>> = {}
	): Promise<void> {
		const id = this.#app.newId();
		const kept = await this.#app.lessons.keepDraft({ id, pack, notes, ...rest }, null);
		if (this.#desk.take(kept) !== undefined) await goto(this.address({ id }));
	}
}
