import { type App } from '$lib/app';
import { type StoreFault } from '$lib/domain/fault';
import { type Fix, type ImportChoices, type TableMapping } from '$lib/domain/import';
import { failed, ok, type Result } from '$lib/domain/result';
import { faultLine } from '$lib/text/faults';
import { type Drafted, type ImportFile, type ImportInput } from '$lib/worker/protocol';
import { firstChoices, withFiles } from './intake-files';

type Changes = Partial<Pick<ImportInput, 'files'> & ImportChoices>;

/** The user's own files and what is chosen about them. Each change is asked of the worker; the newest answer counts. */
export class Intake {
	files = $state.raw<readonly ImportFile[]>([]);
	choices = $state.raw<ImportChoices>();
	/** What the files came to; undefined until the first answer. */
	drafted = $state.raw<Drafted>();
	isBusy = $state(false);
	/** Why the last change was not made. */
	trouble = $state<string>();
	readonly #app: App;
	#asked = 0;
	/** What was asked last: changes made before its answer build on it. */
	#wanted: ImportInput | undefined;

	constructor(app: App) {
		this.#app = app;
	}

	get isOpen(): boolean {
		return this.files.length > 0;
	}

	/** What a scenario can't be made without; undefined: it can be made. */
	get missing(): string | undefined {
		if (Object.keys(this.drafted?.faults ?? {}).length > 0)
			return 'Remove the files that can’t be read first.';
		if (this.drafted?.answer?.kind === 'mapping') return 'Answer the questions about columns first.';
		return this.drafted?.answer?.kind === 'draft' ? undefined : 'There is nothing to make a scenario of yet.';
	}

	/** Adds files to the draft; what can't be added at all leaves the draft as it was. */
	add(added: readonly File[]): Promise<void> {
		return this.#change({ files: withFiles(this.#files, added, this.#app.newId) });
	}

	async remove(id: string): Promise<void> {
		const files = this.#files.filter((one) => one.id !== id);
		if (files.length === 0) this.clear();
		else await this.#change({ files });
	}

	rename = (name: string): Promise<void> => this.#change({ name });
	setZone = (timeZone: string): Promise<void> => this.#change({ timeZone });
	/** Says what a table is; null: as it is recognized. */
	setMapping(id: string, mapping: TableMapping): Promise<void> {
		return this.#change({ mappings: { ...this.#wanted?.choices.mappings, [id]: mapping } });
	}
	/** `key`: a problem's id, or the code of all that have no fix of their own. */
	setFix(key: string, fix: Fix, overrides: readonly string[] = []): Promise<void> {
		const kept = Object.entries(this.#wanted?.choices.fixes ?? {}).filter(([id]) => !overrides.includes(id));
		return this.#change({ fixes: { ...Object.fromEntries(kept), [key]: fix } });
	}

	/** Puts the files aside; nothing was created. */
	clear(): void {
		this.#asked++;
		this.#wanted = undefined;
		this.files = [];
		this.choices = undefined;
		this.drafted = undefined;
		this.trouble = undefined;
		this.isBusy = false;
		void this.#app.opened.putDraftAside();
	}

	async create(): Promise<Result<string, StoreFault>> {
		if (!this.choices) return failed({ code: 'CANCELLED', detail: 'nothing to create' });
		const made = await this.#app.opened.createFromDraft({ files: this.files, choices: this.choices });
		if (!made.ok) return made;
		return made.value === null ? failed({ code: 'WORKER_DIED', detail: 'draft' }) : ok(made.value);
	}

	get #files(): readonly ImportFile[] {
		return this.#wanted?.files ?? [];
	}

	async #change({ files = this.#files, ...choices }: Changes): Promise<void> {
		const asked = ++this.#asked;
		const input = {
			files,
			choices: { ...(this.#wanted?.choices ?? firstChoices(files, this.#app.now())), ...choices }
		};
		this.#wanted = input;
		this.isBusy = true;
		this.trouble = undefined;
		const answer = await this.#app.opened.draft(input);
		if (asked !== this.#asked) return;
		this.isBusy = false;
		if (answer.ok) {
			this.files = files;
			this.choices = input.choices;
			this.drafted = answer.value;
			return;
		}
		this.#wanted = this.choices && { files: this.files, choices: this.choices };
		if (answer.error.code === 'WORKER_DIED')
			this.trouble = `Reading stopped: it took too long or too much memory. Nothing was added. Leave out ${files.at(-1)?.name ?? 'the last file'}, or make it smaller.`;
		else if (answer.error.code !== 'CANCELLED') this.trouble = faultLine(answer.error);
	}
}
