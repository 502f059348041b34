import { createContext } from 'svelte';
import { resolve } from '$app/paths';
import { SAMPLES } from '$lib/content/samples';
import { type FileFault, type StoreFault } from '$lib/domain/fault';
import { type MadeLink, type SharedPreview } from '$lib/domain/share-link';
import { failed, ok, type Result } from '$lib/domain/result';
import { type SandboxDatabase, type ScenarioRow } from '$lib/store/db';
import { Backups } from '$lib/store/backups.svelte';
import { type Copies } from '$lib/store/copies';
import { Closing } from '$lib/store/closing.svelte';
import { toStoreFault } from '$lib/store/fault';
import {
	binScenario,
	eraseAll,
	markExported,
	overdue,
	purgeScenarios,
	restoreScenario
} from '$lib/store/library';
import { type Live } from '$lib/store/live.svelte';
import { readMarker } from '$lib/store/marker';
import { Marking } from '$lib/store/marking';
import { askToKeep, type Keeping, keepingOf, type Manager } from '$lib/store/persistence';
import { countOf, type LessonStamps, NO_LESSONS, readLessons, stampsOf } from '$lib/store/lesson-copy';
import { allScenarios, lessonStamps, scenarioById } from '$lib/store/queries';
import { Authoring } from '$lib/worker/authoring';
import { type WorkerClient } from '$lib/worker/client';
import { type Copied, keptCopy } from '$lib/worker/copied-file';
import { fetchPack } from '$lib/worker/fetch-pack';
import { Lessons } from '$lib/worker/lessons.svelte';
import { type NumberFault } from '$lib/domain/own-numbers';
import { type ScenarioFile } from '$lib/domain/scenario';
import { type WhatIf } from '$lib/domain/what-if';
import {
	type EngineCalls,
	type FileCalls,
	type MadeBackup,
	type MadeFile,
	type Numbers,
	type NumbersAnswer
} from '$lib/worker/protocol';
import { OpenedFiles } from '$lib/worker/opened-files';
import { Recovery } from '$lib/worker/recovery.svelte';
import { SecondCopy } from '$lib/worker/second-copy.svelte';
import { type NotDone, Session } from '$lib/worker/session.svelte';
import { Work } from '$lib/worker/work.svelte';

/** What a recipe can begin with, and a lesson. */
const SAMPLE_FILES = SAMPLES.map(({ id, file }) => ({ id, file }));

/** What the app takes from the browser: clock, chance, storage and workers come in here (start.ts). */
export interface AppParts {
	readonly engine: WorkerClient<EngineCalls>;
	readonly files: WorkerClient<FileCalls>;
	readonly db: SandboxDatabase;
	readonly storage: Storage;
	/** False: database and storage are in memory and end with the page. */
	readonly isKept: boolean;
	readonly copies: Copies;
	readonly manager: Manager;
	readonly newId: () => string;
	readonly now: () => number;
}

/** Everything that pages can do, wired once. */
export class App {
	readonly samples = SAMPLES;
	readonly work = new Work();
	/** Files and links from outside. */
	readonly opened: OpenedFiles;
	/** Every scenario, the bin's too, newest change first. */
	readonly scenarios: Live<readonly ScenarioRow[]>;
	/** Which states of packs, drafts and progress. */
	readonly lessonStates: Live<LessonStamps>;
	/** Whether what is done here outlives the page. */
	readonly isKept: boolean;
	/** The copy of everything outside the database, and what of it the database lost (S5). */
	readonly copy: SecondCopy;
	readonly recovery: Recovery;
	/** Whether the database was taken from this tab (S4, S5). */
	readonly closing: Closing;
	/** When backups were made or put off. */
	readonly backups: Backups;
	/** Lesson packs and the way through them. */
	readonly lessons: Lessons;
	/** Writing lessons by using the app. */
	readonly authoring: Authoring;
	readonly #parts: AppParts;
	readonly #sessions = new Map<string, Session>();
	readonly #marking: Marking;
	#hasAsked = false;

	constructor(parts: AppParts) {
		this.#parts = parts;
		this.isKept = parts.isKept;
		this.opened = new OpenedFiles({ ...parts, work: this.work, samples: SAMPLE_FILES });
		this.scenarios = allScenarios(parts.db);
		this.lessonStates = lessonStamps(parts.db);
		this.#marking = new Marking(parts.storage, parts.now);
		this.closing = new Closing(parts.db);
		this.backups = new Backups(parts.storage);
		this.lessons = new Lessons({
			db: parts.db,
			now: parts.now,
			course: async () => (await import('$lib/content/course')).COURSE,
			sample: (id) => SAMPLES.find((one) => one.id === id)?.file,
			create: (file) => this.#create(file),
			bin: (id) => this.bin(id),
			restore: (id) => this.restore(id),
			dropped: (key) => void this.#letGo(key)
		});
		this.copy = new SecondCopy(parts);
		this.recovery = new Recovery({
			copy: this.copy,
			marker: readMarker(parts.storage),
			read: (file) => this.opened.backup(file),
			restore: (indexes, drafts) => this.opened.restoreBackup(indexes, drafts)
		});
		const { engine, newId, now } = parts;
		this.authoring = new Authoring({ engine, work: this.work, samples: SAMPLE_FILES, newId, now });
	}

	/** The scenario with this id, as pages work with it: the same object each time. */
	session(id: string): Session {
		const known = this.#sessions.get(id);
		if (known) return known;
		const { engine, db, newId, now } = this.#parts;
		const onsaved = () => this.#askOnce();
		const row = scenarioById(db, id);
		const session = new Session(id, { engine, work: this.work, newId, now, row, onsaved });
		this.#sessions.set(id, session);
		return session;
	}

	/** Renames a scenario that need not be open. */
	async rename(row: ScenarioRow, name: string): Promise<Result<null, NotDone>> {
		const { newId, now, engine } = this.#parts;
		const request = { id: newId(), name: 'renameScenario', input: { name }, actor: null, at: now() };
		const done = await this.work.run('opening', (options) =>
			engine.call('dispatch', { scenarioId: row.id, base: row.revision, request }, options)
		);
		if (!done.ok) return done;
		return done.value.ok ? ok(null) : done.value;
	}

	/** Opens a new scenario from a sample; never replaces one (S3). Answers its id. */
	async createFromSample(sampleId: string): Promise<Result<string, StoreFault>> {
		const sample = SAMPLES.find((one) => one.id === sampleId);
		if (!sample) return failed({ code: 'SCENARIO_GONE', detail: sampleId });
		return this.#create(sample.file);
	}

	/** Keeps a what-if as a scenario of its own, with its changes made (I1). Answers its id. */
	async saveWhatIf(
		{ id: scenarioId, revision }: Pick<ScenarioRow, 'id' | 'revision'>,
		{ name, changes }: Pick<WhatIf, 'name' | 'changes'>
	): Promise<Result<string, NotDone>> {
		const { newId, now, engine } = this.#parts;
		const id = newId();
		const input = { scenarioId, revision, changes, id, name, at: now() };
		const made = await this.work.run('saving', (options) => engine.call('saveWhatIf', input, options));
		if (!made.ok) return made;
		return made.value.ok ? ok(id) : made.value;
	}

	/** What numbers alone come to (I4); nothing is created. */
	numbers(input: Numbers): Promise<Result<Result<NumbersAnswer, readonly NumberFault[]>, StoreFault>> {
		return this.#parts.engine.call('numbers', input, { key: 'numbers' });
	}

	/** Opens a scenario of placeholders from numbers. Answers its id, or what is wrong with the numbers. */
	async createFromNumbers(
		input: Numbers
	): Promise<Result<Result<string, readonly NumberFault[]>, StoreFault>> {
		const { newId, now, engine } = this.#parts;
		const id = newId();
		const made = await this.work.run('saving', (options) =>
			engine.call('createFromNumbers', { ...input, id, at: now() }, options)
		);
		if (!made.ok) return made;
		return ok(made.value.ok ? ok(id) : made.value);
	}

	/** A copy beside the original. Answers its id. */
	async duplicate(row: ScenarioRow): Promise<Result<string, StoreFault>> {
		const { newId, now, engine } = this.#parts;
		const copyId = newId();
		const made = await this.work.run('saving', (options) =>
			engine.call('duplicate', { id: row.id, copyId, name: `${row.head.name} (copy)`, at: now() }, options)
		);
		return made.ok ? ok(copyId) : made;
	}

	/** The scenario as a file; the row then remembers which revision was exported. */
	async exportFile({
		id,
		revision
	}: Pick<ScenarioRow, 'id' | 'revision'>): Promise<Result<MadeFile, StoreFault>> {
		const made = await this.work.run('writing', (options) =>
			this.#parts.engine.call('exportFile', { scenarioId: id, revision }, options)
		);
		if (made.ok) await this.#stored(() => markExported(this.#parts.db, id, made.value.revision));
		return made;
	}

	/** What is left of a scenario that can't be read, as it lies in the database (S5). */
	exportRaw(scenarioId: string): Promise<Result<MadeFile, StoreFault>> {
		return this.work.run('writing', (options) =>
			this.#parts.engine.call('exportRaw', { scenarioId }, options)
		);
	}

	/** Every scenario in one file, the bin's too (S6); the rows then remember what was exported. */
	async exportBackup(): Promise<Result<MadeBackup, StoreFault>> {
		const { db, engine, now } = this.#parts;
		const at = now();
		const made = await this.work.run('writing', (options) => engine.call('exportBackup', { at }, options));
		if (!made.ok) return made;
		this.backups.made(at);
		await this.#stored(() =>
			Promise.all(made.value.exported.map(([id, revision]) => markExported(db, id, revision)))
		);
		return made;
	}

	/** Deletes everything that this browser keeps of the sandbox, the bin and all copies and notes beside the database too. */
	async eraseEverything(): Promise<Result<null, StoreFault>> {
		const erased = await this.#stored(() => eraseAll(this.#parts.db));
		if (!erased.ok) return erased;
		this.#marking.scenarios([], true);
		this.#marking.lessons(0, true);
		this.backups.forget();
		return this.#stored(() => this.copy.erase());
	}

	/** Changes are old and in no file (S7). */
	get isBackupDue(): boolean {
		return this.backups.isDue(this.scenarios.current ?? [], this.now());
	}

	/** What the browser says of the data here. */
	keeping = (): Promise<Keeping> => keepingOf(this.#parts.manager);
	/** The second copy as a backup file. */
	copyFile = keptCopy;
	/** Asks the browser not to clear the data by itself. */
	askToKeep = (): Promise<void> => askToKeep(this.#parts.manager);

	/** The scenario as the code of a share link (S8), or how much too long that would be. */
	shareLink({ id, revision }: Pick<ScenarioRow, 'id' | 'revision'>): Promise<Result<MadeLink, StoreFault>> {
		const input = { scenarioId: id, revision, samples: SAMPLE_FILES };
		return this.work.run('writing', (options) => this.#parts.engine.call('shareLink', input, options));
	}

	/** Keeps what a link brought as a new scenario; never replaces one (S3). Answers its id. */
	keepShared({ file }: SharedPreview): Promise<Result<string, StoreFault>> {
		return this.#create(file);
	}

	/** The file of a pack that lies in the app's own folder (E6); nothing else is ever asked for. */
	fetchPack = (name: string): Promise<Result<Blob, FileFault>> =>
		fetchPack(name, new URL(resolve('/'), location.href).href);
	/** A new id, for what a page adds. */
	newId = (): string => this.#parts.newId();
	/** The computer's time, milliseconds: for how long ago something was. */
	now = (): number => this.#parts.now();

	bin = (id: string): Promise<Result<null, StoreFault>> =>
		this.#stored(() => binScenario(this.#parts.db, id, this.#parts.now()));
	restore = (id: string): Promise<Result<null, StoreFault>> =>
		this.#stored(() => restoreScenario(this.#parts.db, id));

	/** Deletes for good. */
	async purge(ids: readonly string[]): Promise<Result<null, StoreFault>> {
		const { db } = this.#parts;
		return this.#stored(async () => {
			await purgeScenarios(db, ids);
			void this.copy.forget(ids); // it waits for whoever writes the copy, and this need not
			if ((await db.scenarios.count()) === 0) this.#marking.scenarios([], true); // emptied on purpose, not lost
		});
	}

	/** Empties the bin of what is older than it keeps. */
	async tidy(): Promise<void> {
		const rows = this.scenarios.current ?? [];
		const ids = overdue(rows, this.#parts.now());
		if (ids.length > 0) await this.purge(ids);
	}

	/** Remembers outside the database what it holds. Call it in an effect: it follows the scenarios. */
	remember(): void {
		const rows = this.scenarios.current;
		const lessons = this.lessonStates.current;
		if (!rows || !lessons) return;
		if (this.recovery.loss === null) this.#marking.follow(rows, lessons); // else what is missed would be forgotten
		if (this.recovery.loss !== undefined) this.copy.changed(rows, lessons);
	}

	/** What the second copy holds and this browser does not (S5). */
	get missing(): Copied {
		return this.copy.missing(this.scenarios.current ?? [], this.lessonStates.current ?? NO_LESSONS);
	}

	/** The user says that what is here is right: nothing else is expected any more. */
	settle(): void {
		this.#marking.scenarios(this.scenarios.current ?? [], true);
		this.#marking.lessons(countOf(this.lessonStates.current ?? NO_LESSONS), true);
		this.recovery.settle();
	}

	/** On the first save by the user (S7), not before: some browsers put the question to the user. */
	#askOnce(): void {
		if (this.#hasAsked) return;
		this.#hasAsked = true;
		void this.keeping().then(({ persisted }) => (persisted === false ? this.askToKeep() : undefined));
	}

	async #create(file: ScenarioFile): Promise<Result<string, StoreFault>> {
		const { newId, now, engine } = this.#parts;
		const id = newId();
		const made = await this.work.run('saving', (options) =>
			engine.call('createFromFile', { id, file, at: now() }, options)
		);
		return made.ok ? ok(id) : made;
	}

	/** A pack or a draft was taken away by the user: the copy lets go of it, and it is not missed. */
	async #letGo(key: string): Promise<void> {
		const { db } = this.#parts;
		void this.copy.forget([key]);
		if (countOf(stampsOf(await readLessons(db))) === 0) this.#marking.lessons(0, true);
	}

	async #stored(write: () => Promise<unknown>): Promise<Result<null, StoreFault>> {
		try {
			await write();
			return ok(null);
		} catch (error) {
			return failed(toStoreFault(error));
		}
	}
}

/** Only pages and layouts call getApp; components get data and callbacks. */
export const [getApp, setApp] = createContext<App>();
