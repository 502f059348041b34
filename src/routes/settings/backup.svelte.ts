import { type App } from '$lib/app';
import { type FileFault } from '$lib/domain/fault';
import { type Keeping } from '$lib/store/persistence';
import { countText } from '$lib/text/format';
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
		const read = this.#desk.take(await this.#app.readBackup(file));
		if (read?.ok) this.preview = read.value;
		else if (read) this.faults = { fileName: file.name, list: read.error };
	}

	putAside = (): void => {
		this.preview = undefined;
		this.faults = undefined;
	};

	restore = (indexes: readonly number[]): Promise<boolean> =>
		this.#once(async () => {
			if (this.#desk.take(await this.#app.restoreBackup(indexes)) === undefined) return false;
			this.preview = undefined;
			this.#desk.toasts.show(`${countText(indexes.length, 'scenario')} restored`);
			return true;
		});

	erase = (): Promise<boolean> =>
		this.#once(async () => {
			this.#desk.isLost = false;
			return this.#desk.take(await this.#app.eraseEverything()) !== undefined;
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
