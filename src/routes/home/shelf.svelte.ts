import { type ResolvedPathname } from '$app/types';
import { type App } from '$lib/app';
import { download } from '$lib/components/download';
import { type FileFault, type StoreFault } from '$lib/domain/fault';
import { type Result } from '$lib/domain/result';
import { type ScenarioRow } from '$lib/store/db';
import { NO_LESSONS } from '$lib/store/lesson-copy';
import { agoText, isolated, nameText } from '$lib/text/format';
import { notDoneSentence } from '$lib/text/refusals';
import { type Preview } from '$lib/worker/protocol';
import { type Desk } from '../desk.svelte';

/** A name short enough for a message. */
const brief = (row: ScenarioRow): string => isolated(nameText(row.head.name).slice(0, 60));

/** Home's side of the scenarios: what is listed, what is in the bin, and what can be done with them. */
export class Shelf {
	/** What the last file holds, until it becomes a scenario or is put aside. */
	preview = $state.raw<Preview>();
	/** Everything wrong with the last file. */
	faults = $state.raw<{ readonly fileName: string; readonly list: readonly FileFault[] }>();
	isBusy = $state(false);
	readonly #app: App;
	readonly #desk: Desk;
	/** Opens a scenario, or with null none. */
	readonly #go: (id: string | null) => Promise<void>;

	constructor(app: App, desk: Desk, go: (id: string | null) => Promise<void>) {
		this.#app = app;
		this.#desk = desk;
		this.#go = go;
	}

	/** Whether they outlive the page. */
	get isKept(): boolean {
		return this.#app.isKept;
	}

	/** Every scenario, the bin's too; undefined until it is known. */
	get rows(): readonly ScenarioRow[] | undefined {
		return this.#app.scenarios.current;
	}

	get listed(): readonly ScenarioRow[] {
		return (this.rows ?? []).filter((row) => row.deletedAt === null);
	}

	get binned(): readonly ScenarioRow[] {
		return (this.rows ?? []).filter((row) => row.deletedAt !== null);
	}

	/** Whether a lesson opened it, and goes on in it. */
	isOfLesson = ({ id }: ScenarioRow): boolean =>
		this.#app.lessons.progress?.some(({ progress }) => progress.scenarioId === id) ?? false;

	/** How long ago a scenario was changed. */
	ago = (row: ScenarioRow): string => agoText(row.changedAt, this.#app.now());

	/** Where the list's links lead. */
	address(row: ScenarioRow): ResolvedPathname {
		return this.#desk.open(row.id);
	}

	create = (sampleId: string): Promise<void> => this.#made(() => this.#app.createFromSample(sampleId));

	async read(file: File): Promise<void> {
		this.preview = undefined;
		this.faults = undefined;
		const read = this.#desk.take(await this.#app.opened.scenario(file));
		if (read?.ok) this.preview = read.value;
		else if (read) this.faults = { fileName: file.name, list: read.error };
	}

	/** Opens files: a scenario or lesson pack goes to its preview, anything else to the user's own files, several at once. */
	async open(files: readonly File[]): Promise<void> {
		const [first, ...others] = files;
		if (!first) return;
		this.putAside();
		if (others.length > 0) return this.#desk.intake.add(files);
		const kind = this.#desk.take(await this.#app.opened.kindOf(first));
		if (kind === 'scenario') await this.read(first);
		else if (kind === 'pack') await this.#desk.packs.open(first);
		else if (kind === 'own') await this.#desk.intake.add([first]);
	}

	/** Makes a scenario of the user's own files. */
	createFromDraft = (): Promise<void> =>
		this.#made(async () => {
			const made = await this.#desk.intake.create();
			if (made.ok) this.#desk.intake.clear();
			return made;
		});

	putAside(): void {
		this.preview = undefined;
		this.faults = undefined;
	}

	createFromFile(): Promise<void> {
		return this.#made(async () => {
			const made = await this.#app.opened.createScenario();
			if (made.ok) this.preview = undefined;
			return made;
		});
	}

	/** Renames, as the scenario is by now; answers why not, as a sentence. */
	async rename({ id }: ScenarioRow, name: string): Promise<string | null> {
		const row = this.rows?.find((one) => one.id === id);
		if (!row) return notDoneSentence({ code: 'SCENARIO_GONE', detail: id });
		const done = await this.#app.rename(row, name);
		return done.ok ? null : notDoneSentence(done.error);
	}

	async duplicate(row: ScenarioRow): Promise<void> {
		const id = this.#desk.take(await this.#app.duplicate(row));
		if (id !== undefined) this.#desk.toasts.show(`“${brief(row)}” duplicated`);
	}

	export = (row: ScenarioRow): Promise<void> => this.#desk.export(row);

	/** Shows the scenario's share link. */
	share(row: ScenarioRow): void {
		this.#desk.shared = row;
	}

	async bin(row: ScenarioRow): Promise<void> {
		const done = this.#desk.take(await this.#app.bin(row.id));
		if (done === undefined) return;
		if (this.#desk.session?.id === row.id) await this.#go(null);
		const run = () => void this.restore(row);
		this.#desk.toasts.show(`“${brief(row)}” deleted`, { action: { label: 'Undo', run } });
	}

	async restore(row: ScenarioRow): Promise<void> {
		if (this.#desk.take(await this.#app.restore(row.id)) !== undefined)
			this.#desk.toasts.show(`“${brief(row)}” restored`);
	}

	async purge(row: ScenarioRow): Promise<void> {
		this.#desk.take(await this.#app.purge([row.id]));
	}

	/** Brings back what the second copy has, scenarios and drafts as new ones (S5). */
	async recover(withLessons: boolean): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		const { missing } = this.#app;
		await this.#desk.recover(withLessons ? missing : { ...missing, lessons: NO_LESSONS });
		this.isBusy = false;
	}

	/** Hands over the second copy as it lies there. */
	async downloadCopy(): Promise<void> {
		const file = await this.#app.copyFile();
		if (file) download({ name: file.name, blob: file });
	}

	/** What is here is right; what was here besides is not expected any more. */
	settle = (): void => this.#app.settle();

	async #made(make: () => Promise<Result<string, StoreFault>>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		try {
			const id = this.#desk.take(await make());
			if (id !== undefined) await this.#go(id);
		} finally {
			this.isBusy = false;
		}
	}
}
