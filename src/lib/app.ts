import { createContext } from 'svelte';
import { version } from '$app/environment';
import { resolve } from '$app/paths';
import { SAMPLES } from '$lib/content/samples';
import { type FileFault, type StoreFault } from '$lib/domain/fault';
import { type LessonNotes, type LessonPack } from '$lib/domain/lesson';
import { type LessonResult } from '$lib/domain/lesson-result';
import { type MadeLink, type SharedPreview } from '$lib/domain/share-link';
import { failed, ok, type Result } from '$lib/domain/result';
import { type SandboxDatabase, type ScenarioRow } from '$lib/store/db';
import { Backups } from '$lib/store/backups.svelte';
import { Copies, ownFiles } from '$lib/store/copies';
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
import { readMarker, writeMarker } from '$lib/store/marker';
import { keepInMemory } from '$lib/store/memory';
import { openDatabase } from '$lib/store/open';
import { memoryStorage, pageStorage } from '$lib/store/page-storage';
import { askToKeep, type Keeping, keepingOf, type Manager } from '$lib/store/persistence';
import { countOf, type LessonStamps, NO_LESSONS, readLessons, stampsOf } from '$lib/store/lesson-copy';
import { allScenarios, lessonStamps, scenarioById } from '$lib/store/queries';
import { Authoring } from '$lib/worker/authoring';
import { buildName } from '$lib/worker/build-name';
import { WorkerClient } from '$lib/worker/client';
import { type Copied, copiedFile } from '$lib/worker/copied-file';
import { fetchPack } from '$lib/worker/fetch-pack';
import { Lessons } from '$lib/worker/lessons.svelte';
import engineUrl from '$lib/worker/engine.worker?worker&url';
import filesUrl from '$lib/worker/files.worker?worker&url';
import { type NumberFault } from '$lib/domain/own-numbers';
import { type ScenarioFile } from '$lib/domain/scenario';
import { type WhatIf } from '$lib/domain/what-if';
import {
	type BackupPreview,
	type Drafted,
	type EngineCalls,
	type ImportInput,
	type FileCalls,
	type MadeBackup,
	type MadeFile,
	type Numbers,
	type NumbersAnswer,
	type Preview
} from '$lib/worker/protocol';
import { startInPage } from '$lib/worker/in-page';
import { Recovery } from '$lib/worker/recovery.svelte';
import { SecondCopy } from '$lib/worker/second-copy.svelte';
import { type NotDone, Session } from '$lib/worker/session.svelte';
import { trustedUrl } from '$lib/worker/trusted-url';
import { Updates } from '$lib/worker/updates.svelte';
import { Work } from '$lib/worker/work.svelte';

const SAMPLE_IDS = SAMPLES.map(({ id }) => id);
/** What a recipe can begin with. */
const SAMPLE_FILES = SAMPLES.map(({ id, file }) => ({ id, file }));

/** What the app takes from the browser: the only place where clock, chance and storage are read. */
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
	#hasAsked = false;
	/** The answers that the marker was last written from. */
	#marked: { readonly rows?: readonly ScenarioRow[]; readonly lessons?: LessonStamps } = {};

	constructor(parts: AppParts) {
		this.#parts = parts;
		this.isKept = parts.isKept;
		this.scenarios = allScenarios(parts.db);
		this.lessonStates = lessonStamps(parts.db);
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
			read: (file) => this.readBackup(file),
			restore: (indexes, drafts) => this.restoreBackup(indexes, drafts)
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

	/** Reads a file and says what it holds, or everything that is wrong with it. Nothing is created. */
	async readFile(file: File): Promise<Result<Result<Preview, readonly FileFault[]>, StoreFault>> {
		return this.work.run('reading', (options) =>
			this.#parts.files.call('read', { file }, { ...options, key: 'read' })
		);
	}

	/** Creates a scenario from the file read last. Answers its id. */
	async createFromFile(): Promise<Result<string, StoreFault>> {
		const { newId, now, files } = this.#parts;
		const id = newId();
		const made = await this.work.run('saving', (options) => files.call('create', { id, at: now() }, options));
		if (!made.ok) return made;
		return made.value
			? ok(id)
			: failed({ code: 'WORKER_DIED', detail: 'the file was read by a worker that is gone' });
	}

	/** What a file is: for `readFile`, for `readPack`, or one of the user's own lists or reports. */
	async openedAs(file: File): Promise<Result<'scenario' | 'pack' | 'own', StoreFault>> {
		return this.work.run('reading', (options) =>
			this.#parts.files.call('openedAs', { file }, { ...options, key: 'read' })
		);
	}

	/** What some files of the user's own come to. Nothing is created. */
	async draft(input: ImportInput): Promise<Result<Drafted, StoreFault>> {
		return this.work.run('reading', (options) =>
			this.#parts.files.call('draft', input, { ...options, key: 'draft', once: true })
		);
	}

	/** Creates a scenario from a draft. Answers its id; null: the draft still has faults or questions. */
	async createFromDraft(input: ImportInput): Promise<Result<string | null, StoreFault>> {
		const { newId, now, files } = this.#parts;
		const id = newId();
		const made = await this.work.run('saving', (options) =>
			files.call('createDraft', { ...input, id, at: now() }, options)
		);
		return made.ok ? ok(made.value ? id : null) : made;
	}

	/** Forgets the files of a draft. */
	async putDraftAside(): Promise<void> {
		await this.#parts.files.call('putAside', null);
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

	/** Reads a backup and says what it holds, or everything that is wrong with it. Nothing is created. */
	readBackup(file: File): Promise<Result<Result<BackupPreview, readonly FileFault[]>, StoreFault>> {
		return this.work.run('reading', (options) =>
			this.#parts.files.call('readBackup', { file }, { ...options, key: 'read' })
		);
	}

	/** Restores scenarios of the backup read last as new ones, with `drafts` of lesson packs and all else of lessons: all or none (S3). */
	async restoreBackup(
		indexes: readonly number[],
		drafts: number | null = null
	): Promise<Result<null, StoreFault>> {
		const { newId, now, files } = this.#parts;
		const picked = indexes.map((index) => ({ index, id: newId() }));
		const draftIds = drafts === null ? null : Array.from({ length: drafts }, () => newId());
		const done = await this.work.run('saving', (options) =>
			files.call('restore', { picked, draftIds, at: now() }, options)
		);
		if (!done.ok) return done;
		return done.value
			? ok(null)
			: failed({ code: 'WORKER_DIED', detail: 'the backup was read by a worker that is gone' });
	}

	/** Deletes everything that this browser keeps of the sandbox, the bin and all copies and notes beside the database too. */
	async eraseEverything(): Promise<Result<null, StoreFault>> {
		const erased = await this.#stored(() => eraseAll(this.#parts.db));
		if (!erased.ok) return erased;
		this.#mark([], true);
		this.#markLessons(0, true);
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

	/** What a share link's code brings, or everything that is wrong with it. Nothing is created. */
	async readLink(code: string): Promise<Result<Result<SharedPreview, readonly FileFault[]>, StoreFault>> {
		const { files, engine } = this.#parts;
		const key = 'link';
		return this.work.run('reading', async (options) => {
			const read = await files.call('readLink', { code }, { ...options, key });
			if (!read.ok) return read;
			if (!read.value.ok) return ok(read.value);
			const input = { shared: read.value.value, samples: SAMPLE_FILES };
			return engine.call('previewShared', input, { ...options, key });
		});
	}

	/** Keeps what a link brought as a new scenario; never replaces one (S3). Answers its id. */
	keepShared({ file }: SharedPreview): Promise<Result<string, StoreFault>> {
		return this.#create(file);
	}

	/** A lesson pack from a file, or everything that is wrong with it. Nothing is kept. */
	readPack(file: Blob): Promise<Result<Result<LessonPack, readonly FileFault[]>, StoreFault>> {
		return this.work.run('reading', (options) =>
			this.#parts.files.call('readPack', { file, samples: SAMPLE_IDS }, options)
		);
	}
	/** A lesson pack from a link's code. */
	readPackLink(code: string): Promise<Result<Result<LessonPack, readonly FileFault[]>, StoreFault>> {
		return this.work.run('reading', (options) =>
			this.#parts.files.call('readPackLink', { code, samples: SAMPLE_IDS }, options)
		);
	}
	/** The file of a pack that lies in the app's own folder (E6); nothing else is ever asked for. */
	fetchPack = (name: string): Promise<Result<Blob, FileFault>> =>
		fetchPack(name, new URL(resolve('/'), location.href).href);
	/** An instructor's notes from a file. */
	readNotes(file: Blob): Promise<Result<Result<LessonNotes, readonly FileFault[]>, StoreFault>> {
		return this.work.run('reading', (options) => this.#parts.files.call('readNotes', { file }, options));
	}
	/** A learner's result from a file. */
	readResult(file: Blob): Promise<Result<Result<LessonResult, readonly FileFault[]>, StoreFault>> {
		return this.work.run('reading', (options) => this.#parts.files.call('readResult', { file }, options));
	}

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
			if ((await db.scenarios.count()) === 0) this.#mark([], true); // emptied on purpose, not lost
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
		if (this.recovery.loss === null) this.#markNew(rows, lessons); // else what is missed would be forgotten
		if (this.recovery.loss !== undefined) this.copy.changed(rows, lessons);
	}

	/** What the second copy holds and this browser does not (S5). */
	get missing(): Copied {
		return this.copy.missing(this.scenarios.current ?? [], this.lessonStates.current ?? NO_LESSONS);
	}

	/** The user says that what is here is right: nothing else is expected any more. */
	settle(): void {
		this.#mark(this.scenarios.current ?? [], true);
		this.#markLessons(countOf(this.lessonStates.current ?? NO_LESSONS), true);
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
		if (countOf(stampsOf(await readLessons(db))) === 0) this.#markLessons(0, true);
	}

	/** Each part is noted from its own newest answer: with the other's comes an older one, of before things were emptied. */
	#markNew(rows: readonly ScenarioRow[], lessons: LessonStamps): void {
		if (rows !== this.#marked.rows) this.#mark(rows, false);
		if (lessons !== this.#marked.lessons) this.#markLessons(countOf(lessons), false);
		this.#marked = { rows, lessons };
	}

	#mark(rows: readonly ScenarioRow[], emptied: boolean): void {
		const { storage, now } = this.#parts;
		const names = rows.slice(0, 20).map((row) => row.head.name.slice(0, 100));
		const seen = rows.slice(0, 200).map(({ id, revision }) => [id, revision] as const);
		writeMarker(storage, { scenarios: rows.length, names, at: now(), seen }, emptied);
	}

	#markLessons(lessons: number, emptied: boolean): void {
		writeMarker(this.#parts.storage, { lessons, at: this.#parts.now() }, emptied);
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

/** A random id of 128 bits; crypto.randomUUID is missing where a site is served without TLS. */
const newId = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
		''
	);

const startWorker = (url: string, name: string): Worker =>
	new Worker(trustedUrl(url), { type: 'module', name });

/** Once an hour: a page that stays open for days hears of a new version the same day. */
const LOOK_EVERY_MS = 3_600_000;

/** The copy of the app that this browser keeps, over the browser's own service worker; none while developing. */
export function createUpdates(): Updates {
	const folder = resolve('/');
	const { locks } = navigator;
	return new Updates({
		container: import.meta.env.DEV ? undefined : navigator.serviceWorker,
		register: (container) =>
			container.register(trustedUrl(`${folder}service-worker.js`), { updateViaCache: 'none' }),
		// The lock of a closed or crashed page is free by itself.
		hold: () =>
			void locks
				.request(buildName(folder, version), { mode: 'shared' }, () => new Promise(() => undefined))
				.catch(() => undefined), // denied with all other storage: then no copy of the app is kept either
		reload: () => location.reload(),
		everyMs: LOOK_EVERY_MS
	});
}

/**
 * The app of this page, over the browser's own workers, database, clock and chance. Where the browser denies
 * its storage, or the user goes on without (`inMemory`), everything is in the page and ends with it (S5).
 */
export async function createApp(inMemory = false): Promise<Result<App, StoreFault>> {
	try {
		if (inMemory) await keepInMemory();
		const db = await openDatabase(undefined, { patienceMs: Infinity }); // the layout says that it takes long
		const start = inMemory ? startInPage : startWorker;
		return ok(
			new App({
				db,
				isKept: !inMemory,
				engine: new WorkerClient<EngineCalls>(() => start(engineUrl, 'engine')),
				files: new WorkerClient<FileCalls>(() => start(filesUrl, 'files')),
				storage: inMemory ? memoryStorage() : pageStorage(),
				copies: new Copies(inMemory ? undefined : ownFiles()),
				manager: 'storage' in navigator ? navigator.storage : undefined,
				newId,
				now: () => Date.now()
			})
		);
	} catch (error) {
		const fault = toStoreFault(error);
		return fault.code === 'STORAGE_DENIED' && !inMemory ? createApp(true) : failed(fault);
	}
}

/** The second copy as a backup file, for when nothing else opens; undefined: there is none (S5). */
export async function keptCopy(): Promise<File | undefined> {
	try {
		const copy = await new Copies(ownFiles()).read();
		const isAny = copy && (copy.entries.length > 0 || copy.lessonsFile !== undefined);
		return isAny ? await copiedFile(copy) : undefined;
	} catch {
		return undefined; // the files are denied like all else: then there is nothing to offer
	}
}

/** Only pages and layouts call getApp; components get data and callbacks. */
export const [getApp, setApp] = createContext<App>();
