import { type App } from '$lib/app';
import { download } from '$lib/components/download';
import { type FileFault } from '$lib/domain/fault';
import { resultsCsv } from '$lib/files/results-csv';
import { groupOf, groupsOf, withResult } from '$lib/lessons/handed-in';
import { resultsSummary } from '$lib/lessons/results-summary';
import { type HandedIn, resultsTable } from '$lib/lessons/results-table';
import { RESULTS_FILE, takenSentence } from '$lib/text/results';
import { type Desk } from '../../desk.svelte';

/** A file that is no result, and why. */
export interface BrokenFile {
	readonly name: string;
	readonly faults: readonly FileFault[];
}

/** A class's results while the page is open (E6): read, told apart, never kept. */
export class Results {
	broken = $state.raw<readonly BrokenFile[]>([]);
	/** Of the files that are being read: how many are done. */
	reading = $state.raw<{ readonly done: number; readonly of: number } | null>(null);
	/** Only this group; null: all. */
	group = $state<string | null>(null);
	#handedIn = $state.raw<readonly HandedIn[]>([]);
	readonly #app: App;
	readonly #desk: Desk;
	readonly #packs = $derived.by(() => [
		...(this.#app.lessons.packs ?? []).map(({ pack }) => pack),
		...(this.#app.lessons.drafts ?? []).map(({ pack }) => pack)
	]);
	readonly #shown = $derived.by(() =>
		this.#handedIn.filter((one) => this.group === null || groupOf(one) === this.group)
	);
	readonly table = $derived.by(() => resultsTable(this.#shown, this.#packs));
	readonly summary = $derived.by(() => resultsSummary(this.#shown, this.table, this.#packs));
	/** The groups that the results name, '' for none. */
	readonly groups = $derived.by(() => groupsOf(this.#handedIn));

	constructor(app: App, desk: Desk) {
		this.#app = app;
		this.#desk = desk;
	}

	get isEmpty(): boolean {
		return this.#handedIn.length === 0;
	}

	/** Reads files one after the other, each by the worker that can be killed; what is here already is not added. */
	async add(files: readonly File[]): Promise<void> {
		if (this.reading) return;
		let [added, known] = [0, 0];
		const broken: BrokenFile[] = [];
		for (const [done, file] of files.entries()) {
			this.reading = { done, of: files.length };
			const read = this.#desk.take(await this.#app.opened.result(file));
			if (!read) continue;
			if (!read.ok) broken.push({ name: file.name, faults: read.error });
			else {
				const next = withResult(this.#handedIn, file.name, read.value);
				if (next === this.#handedIn) known++;
				else added++;
				this.#handedIn = next;
			}
		}
		this.reading = null;
		this.broken = [...this.broken, ...broken];
		const tone = broken.length > 0 ? 'warn' : 'good';
		this.#desk.toasts.show(takenSentence({ added, known, broken: broken.length }), { tone });
	}

	clear(): void {
		this.#handedIn = [];
		this.broken = [];
		this.group = null;
	}

	save(): void {
		download({ name: RESULTS_FILE, blob: new Blob([resultsCsv(this.table)], { type: 'text/csv' }) });
	}
}
