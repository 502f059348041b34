import { createContext } from 'svelte';
import { SAMPLES } from '$lib/content/samples';
import { type FileFault, type StoreFault } from '$lib/domain/fault';
import { type MadeLink, type SharedPreview } from '$lib/domain/share-link';
import { failed, ok, type Result } from '$lib/domain/result';
import { type SandboxDatabase, type ScenarioRow } from '$lib/store/db';
import { toStoreFault } from '$lib/store/fault';
import { binScenario, markExported, overdue, purgeScenarios, restoreScenario } from '$lib/store/library';
import { type Live } from '$lib/store/live.svelte';
import { readMarker, writeMarker, type Marker } from '$lib/store/marker';
import { openDatabase } from '$lib/store/open';
import { allScenarios, scenarioById } from '$lib/store/queries';
import { WorkerClient } from '$lib/worker/client';
import { type NumberFault } from '$lib/domain/own-numbers';
import { type ScenarioFile } from '$lib/domain/scenario';
import { type WhatIf } from '$lib/domain/what-if';
import {
	type EngineCalls,
	type FileCalls,
	type MadeFile,
	type Numbers,
	type NumbersAnswer,
	type Preview
} from '$lib/worker/protocol';
import { type NotDone, Session } from '$lib/worker/session.svelte';
import { Work } from '$lib/worker/work.svelte';

/** What a recipe can begin with. */
const SAMPLE_FILES = SAMPLES.map(({ id, file }) => ({ id, file }));

/** What the app takes from the browser: the only place where clock, chance and storage are read. */
export interface AppParts {
	readonly engine: WorkerClient<EngineCalls>;
	readonly files: WorkerClient<FileCalls>;
	readonly db: SandboxDatabase;
	readonly storage: Storage;
	readonly newId: () => string;
	readonly now: () => number;
}

/** Everything that pages can do, wired once. */
export class App {
	readonly samples = SAMPLES;
	readonly work = new Work();
	/** Every scenario, the bin's too, newest change first. */
	readonly scenarios: Live<readonly ScenarioRow[]>;
	/** What this browser held when it was last seen; compare with what it holds now (S5). */
	readonly marker: Marker | undefined;
	readonly #parts: AppParts;
	readonly #sessions = new Map<string, Session>();

	constructor(parts: AppParts) {
		this.#parts = parts;
		this.scenarios = allScenarios(parts.db);
		this.marker = readMarker(parts.storage);
	}

	/** The scenario with this id, as pages work with it: the same object each time. */
	session(id: string): Session {
		const known = this.#sessions.get(id);
		if (known) return known;
		const { engine, db, newId, now } = this.#parts;
		const session = new Session(id, { engine, work: this.work, newId, now, row: scenarioById(db, id) });
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
		if (rows) this.#mark(rows, false);
	}

	/** The user says that an empty browser is right: forget what was here. */
	forgetMarker(): void {
		this.#mark([], true);
	}

	async #create(file: ScenarioFile): Promise<Result<string, StoreFault>> {
		const { newId, now, engine } = this.#parts;
		const id = newId();
		const made = await this.work.run('saving', (options) =>
			engine.call('createFromFile', { id, file, at: now() }, options)
		);
		return made.ok ? ok(id) : made;
	}

	#mark(rows: readonly ScenarioRow[], emptied: boolean): void {
		const names = rows.slice(0, 20).map((row) => row.head.name.slice(0, 100));
		writeMarker(this.#parts.storage, { scenarios: rows.length, names, at: this.#parts.now() }, emptied);
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

/** The app of this page, over the browser's own workers, database, clock and chance. */
export async function createApp(): Promise<Result<App, StoreFault>> {
	try {
		const db = await openDatabase();
		const engine = new WorkerClient<EngineCalls>(
			() =>
				new Worker(new URL('./worker/engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' })
		);
		const files = new WorkerClient<FileCalls>(
			() =>
				new Worker(new URL('./worker/files.worker.ts', import.meta.url), { type: 'module', name: 'files' })
		);
		return ok(
			new App({
				db,
				engine,
				files,
				storage: localStorage,
				newId,
				now: () => Date.now()
			})
		);
	} catch (error) {
		return failed(toStoreFault(error));
	}
}

/** Only pages and layouts call getApp; components get data and callbacks. */
export const [getApp, setApp] = createContext<App>();
