import { untrack } from 'svelte';
import { goto } from '$app/navigation';
import { type App } from '$lib/app';
import { type Id } from '$lib/domain/id';
import { type Lesson, type LessonPack, type LessonStep } from '$lib/domain/lesson';
import { type PackDraft, type Recording } from '$lib/domain/lesson-shelf';
import { handedOut, nextEdition } from '$lib/lessons/hand-out';
import { copyOf, withLesson, withNotes, withStep } from '$lib/lessons/pack-edits';
import { type DraftConflict, revisionOf } from '$lib/store/lesson-shelf';
import { CONFLICT_TEXT } from '$lib/text/authoring';
import { type Desk } from '../../desk.svelte';

/** What to say of a change, and the way back, from whatever stands there by then. */
export interface Undo<T> {
	readonly said: string;
	readonly back: (now: T) => T;
}

/** A pack that is being written. Every edit is kept at once; what is typed while one is written goes with the next. */
export class Draft {
	readonly id: string;
	readonly #app: App;
	readonly #desk: Desk;
	/** What this page made of it, until the stored draft says so. */
	#mine = $state.raw<PackDraft>();
	#writing = $state(0);
	/** The newest edit could not be written. It is still here. */
	hasFailed = $state(false);
	/** Another tab wrote first. What was made here is still here, and is not written until it is said what becomes of it. */
	conflict = $state.raw<DraftConflict>();
	/** The revision that the next write is based on, while this page made something of it. */
	#base = 0;
	#turn = 0;
	#last: Promise<void> = Promise.resolve();

	constructor(app: App, desk: Desk, id: string) {
		this.#app = app;
		this.#desk = desk;
		this.id = id;
	}

	/** The draft; undefined while it is read, null when there is none. */
	get row(): PackDraft | null | undefined {
		return this.#mine ?? this.#stored;
	}

	get isSaving(): boolean {
		return this.#writing > 0;
	}

	get #stored(): PackDraft | null | undefined {
		const { drafts } = this.#app.lessons;
		return drafts && (drafts.find(({ id }) => id === this.id) ?? null);
	}

	/** Goes on from what is stored where another tab wrote it since. Call it in an effect: it follows the store. */
	follow(): void {
		const stored = this.#stored;
		untrack(() => {
			if (this.isSaving || this.hasFailed || this.conflict || stored === undefined) return;
			if (stored === null || revisionOf(stored) >= this.#base) this.#mine = undefined;
		});
	}

	/** The pack as it would be handed out now: another edition if it changed since the last time. */
	get edition(): LessonPack | undefined {
		const { row } = this;
		return row ? nextEdition(row.pack, row.handedOut) : undefined;
	}

	/** Changes the pack; with a way back, says so in passing. */
	edit(change: (pack: LessonPack) => LessonPack, undo?: Undo<LessonPack>): void {
		void this.#put((row) => ({ ...row, pack: change(row.pack) }));
		if (undo)
			this.#desk.toasts.show(undo.said, { action: { label: 'Undo', run: () => this.edit(undo.back) } });
	}

	editLesson(id: Id, change: (lesson: Lesson) => Lesson, undo?: Undo<Lesson>): void {
		this.edit(
			(pack) => withLesson(pack, id, change),
			undo && { said: undo.said, back: (pack) => withLesson(pack, id, undo.back) }
		);
	}

	editStep(lessonId: Id, id: Id, change: (step: LessonStep) => LessonStep): void {
		this.editLesson(lessonId, (lesson) => withStep(lesson, id, change));
	}

	setNotes(lessonId: Id, text: string): void {
		void this.#put((row) => ({ ...row, notes: withNotes(row.notes, lessonId, text) }));
	}

	/** Takes in an instructor's notes; answers whether they belong to this pack. */
	takeNotes(notes: PackDraft['notes']): boolean {
		const { row } = this;
		if (!row || notes.packId !== row.pack.id) return false;
		void this.#put((now) => ({
			...now,
			notes: notes.lessons.reduce((all, one) => withNotes(all, one.lessonId, one.notes), now.notes)
		}));
		return true;
	}

	/** Remembers that this edition left. */
	leave(edition: LessonPack): void {
		const { revision } = edition;
		void this.#put((row) => ({ ...row, pack: { ...row.pack, revision }, handedOut: handedOut(edition) }));
	}

	/** Begins or ends a recording. */
	record(recording: Recording | undefined): Promise<void> {
		return this.#put((row) => ({ ...row, recording }));
	}

	/** The other tab's state takes the place of what was made here; that can still be kept as a copy. */
	takeTheirs(): void {
		const mine = this.#mine;
		const theirs = this.conflict?.theirs ?? undefined;
		this.conflict = undefined;
		this.#mine = theirs; // until the stored draft says so
		this.#base = theirs ? revisionOf(theirs) : 0;
		const action = { label: CONFLICT_TEXT.copy, run: () => void (mine && this.#keepAsCopy(mine)) };
		this.#desk.toasts.show(CONFLICT_TEXT.took, { action });
	}

	/** What was made here goes on as a pack of its own; the other tab's stays as it is. */
	async keepMine(): Promise<void> {
		if (!this.#mine || !(await this.#keepAsCopy(this.#mine))) return;
		this.conflict = undefined;
		this.#mine = undefined;
	}

	async #keepAsCopy(mine: PackDraft): Promise<boolean> {
		const id = this.#app.newId();
		const kept = await this.#app.lessons.keepDraft({ id, ...copyOf(mine, this.#app.newId()) }, null);
		if (this.#desk.take(kept) === undefined) return false;
		await goto(this.#desk.to('/lessons/write/pack/', '', { draft: id }));
		return true;
	}

	#put(change: (row: PackDraft) => PackDraft): Promise<void> {
		const { row } = this;
		return row ? this.#set(change(row)) : Promise.resolve();
	}

	/** One write at a time, and of those that wait only the newest. */
	async #set(row: PackDraft): Promise<void> {
		if (!this.#mine) this.#base = revisionOf(row);
		this.#mine = row;
		const turn = ++this.#turn;
		const before = this.#last;
		const write = async () => {
			await before;
			if (turn !== this.#turn || this.conflict) return;
			const kept = await this.#app.lessons.keepDraft(row, this.#base);
			if (kept.ok) this.#base = revisionOf(kept.value);
			else if (kept.error.code === 'CONFLICT') this.conflict = kept.error;
			this.hasFailed = !kept.ok && !this.conflict;
			if (this.hasFailed) this.#desk.take(kept);
		};
		this.#writing++;
		this.#last = write().finally(() => {
			this.#writing--;
		});
		await this.#last;
	}
}
