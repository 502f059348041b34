import { type App } from '$lib/app';
import { type FileFault } from '$lib/domain/fault';
import { countOf, type LessonStamps } from '$lib/store/lesson-copy';
import { type Keeping } from '$lib/store/persistence';
import { restoredSentence } from '$lib/text/backup';
import { copySentence, leftOutSentence, NO_COPY_HERE } from '$lib/text/recovery';
import { type Copied } from '$lib/worker/copied-file';
import { type BackupPreview } from '$lib/worker/protocol';
import { type Desk } from '../desk.svelte';

/** What can be done with everything that this browser keeps: back it up, restore, erase. */
export class Safe {
	/** What the browser says of the data; undefined until it has. */
	keeping = $state.raw<Keeping>();
	/** What the last file holds, until it is restored or put aside. */
	preview = $state.raw<BackupPreview>();
	/** Everything wrong with the last file. */
	faults = $state.raw<{ readonly fileName: string; readonly list: readonly FileFault[] }>();
	isBusy = $state(false);
	readonly #app: App;
	readonly #desk: Desk;

	constructor(app: App, desk: Desk) {
		this.#app = app;
		this.#desk = desk;
	}

	/** Asks the browser anew what it says. Call it in an effect. */
	async look(): Promise<void> {
		this.keeping = await this.#app.keeping();
		if (this.#app.copy.list === undefined) await this.#app.copy.look();
	}

	async ask(): Promise<void> {
		await this.#app.askToKeep();
		await this.look();
		const isKept = this.keeping?.persisted === true;
		this.#desk.toasts.show(isKept ? 'The browser keeps the data' : 'The browser did not promise it', {
			tone: isKept ? 'good' : 'warn'
		});
	}

	/** Hands over a backup. Answers whether there is one. */
	export = (): Promise<boolean> => this.#once(() => this.#desk.exportAll());

	async read(file: File): Promise<void> {
		this.putAside();
		const read = this.#desk.take(await this.#app.opened.backup(file));
		if (read?.ok) this.preview = read.value;
		else if (read) this.faults = { fileName: file.name, list: read.error };
	}

	putAside = (): void => {
		this.preview = undefined;
		this.faults = undefined;
	};

	/** `withLessons`: what the backup holds of lessons comes too. */
	restore = (indexes: readonly number[], withLessons: boolean): Promise<boolean> =>
		this.#once(async () => {
			const drafts = (withLessons && this.preview?.lessons?.drafts) || 0;
			const done = await this.#app.opened.restoreBackup(indexes, withLessons ? drafts : null);
			if (this.#desk.take(done) === undefined) return false;
			this.preview = undefined;
			this.#desk.toasts.show(restoredSentence(indexes.length, withLessons));
			return true;
		});

	/** Whether what is here outlives the page. */
	get isKept(): boolean {
		return this.#app.isKept;
	}

	/** How the second copy stands (S5). */
	copySentences(now: number): readonly string[] {
		if (!this.isKept) return [];
		const { isPossible, list, fault } = this.#app.copy;
		if (!isPossible) return [NO_COPY_HERE];
		if (list === undefined) return [];
		const leftOut = list && list.leftOut.length > 0 ? [leftOutSentence(list.leftOut)] : [];
		return [copySentence(list, fault, now), ...leftOut];
	}

	/** What only the second copy holds; null: nothing. */
	get onlyInCopy(): Copied | null {
		const { missing } = this.#app;
		return missing.entries.length + countOf(missing.lessons) > 0 ? missing : null;
	}

	recover = (): Promise<boolean> => this.#once(() => this.#desk.recover(this.#app.missing));

	/** Lets go of what only the copy holds. */
	forgetCopied = (): Promise<boolean> =>
		this.#once(async () => {
			const { entries, lessons } = this.#app.missing;
			const keys = Object.values(lessons).flatMap((stamps: LessonStamps['packs']) =>
				stamps.map(([key]) => key)
			);
			await this.#app.copy.forget([...entries.map(({ id }) => id), ...keys]);
			return this.onlyInCopy === null;
		});

	erase = (): Promise<boolean> =>
		this.#once(async () => {
			this.#app.recovery.settle();
			if (this.#desk.take(await this.#app.eraseEverything()) === undefined) return false;
			this.#desk.learner.forget();
			return true;
		});

	async #once(work: () => Promise<boolean>): Promise<boolean> {
		if (this.isBusy) return false;
		this.isBusy = true;
		try {
			return await work();
		} finally {
			this.isBusy = false;
		}
	}
}
