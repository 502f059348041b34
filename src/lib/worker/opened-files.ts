import { type FileFault, type StoreFault } from '$lib/domain/fault';
import { type LessonNotes, type LessonPack } from '$lib/domain/lesson';
import { type LessonResult } from '$lib/domain/lesson-result';
import { failed, ok, type Result } from '$lib/domain/result';
import { type SampleFile, type SharedPreview } from '$lib/domain/share-link';
import { type WorkerClient } from './client';
import {
	type BackupPreview,
	type Drafted,
	type EngineCalls,
	type FileCalls,
	type ImportInput,
	type Preview
} from './protocol';
import { type Work } from './work.svelte';

/** What was read is what there is, or everything that is wrong with it. */
type Read<T> = Promise<Result<Result<T, readonly FileFault[]>, StoreFault>>;

export interface OpenedFilesParts {
	readonly files: WorkerClient<FileCalls>;
	readonly engine: WorkerClient<EngineCalls>;
	readonly work: Work;
	/** What a recipe can begin with, and a lesson. */
	readonly samples: readonly SampleFile[];
	readonly newId: () => string;
	readonly now: () => number;
}

/** What comes from outside, in files and links: read and told, and only then kept, beside what there is (S3, S9). */
export class OpenedFiles {
	readonly #parts: OpenedFilesParts;

	constructor(parts: OpenedFilesParts) {
		this.#parts = parts;
	}

	/** What a file is: for `scenario`, for `pack`, or one of the user's own lists or reports. */
	kindOf(file: File): Promise<Result<'scenario' | 'pack' | 'own', StoreFault>> {
		return this.#reading('openedAs', { file }, 'read');
	}

	scenario(file: File): Read<Preview> {
		return this.#reading('read', { file }, 'read');
	}

	/** Creates a scenario from the file read last. Answers its id. */
	async createScenario(): Promise<Result<string, StoreFault>> {
		const { newId, now } = this.#parts;
		const id = newId();
		const made = await this.#saving('create', { id, at: now() });
		if (!made.ok) return made;
		return made.value ? ok(id) : failed(gone('file'));
	}

	/** What some files of the user's own come to. */
	draft(input: ImportInput): Promise<Result<Drafted, StoreFault>> {
		return this.#parts.work.run('reading', (options) =>
			this.#parts.files.call('draft', input, { ...options, key: 'draft', once: true })
		);
	}

	/** Creates a scenario from a draft. Answers its id; null: the draft still has faults or questions. */
	async createFromDraft(input: ImportInput): Promise<Result<string | null, StoreFault>> {
		const { newId, now } = this.#parts;
		const id = newId();
		const made = await this.#saving('createDraft', { ...input, id, at: now() });
		return made.ok ? ok(made.value ? id : null) : made;
	}

	/** Forgets the files of a draft. */
	async putDraftAside(): Promise<void> {
		await this.#parts.files.call('putAside', null);
	}

	backup(file: File): Read<BackupPreview> {
		return this.#reading('readBackup', { file }, 'read');
	}

	/** Restores scenarios of the backup read last as new ones, with `drafts` of lesson packs and all else of lessons: all or none (S3). */
	async restoreBackup(
		indexes: readonly number[],
		drafts: number | null = null
	): Promise<Result<null, StoreFault>> {
		const { newId, now } = this.#parts;
		const picked = indexes.map((index) => ({ index, id: newId() }));
		const draftIds = drafts === null ? null : Array.from({ length: drafts }, () => newId());
		const done = await this.#saving('restore', { picked, draftIds, at: now() });
		if (!done.ok) return done;
		return done.value ? ok(null) : failed(gone('backup'));
	}

	/** What a share link's code brings (S8). */
	link(code: string): Read<SharedPreview> {
		const { files, engine, samples, work } = this.#parts;
		const key = 'link';
		return work.run('reading', async (options) => {
			const read = await files.call('readLink', { code }, { ...options, key });
			if (!read.ok) return read;
			if (!read.value.ok) return ok(read.value);
			return engine.call('previewShared', { shared: read.value.value, samples }, { ...options, key });
		});
	}

	pack(file: Blob): Read<LessonPack> {
		return this.#reading('readPack', { file, samples: this.#sampleIds });
	}
	packLink(code: string): Read<LessonPack> {
		return this.#reading('readPackLink', { code, samples: this.#sampleIds });
	}
	notes(file: Blob): Read<LessonNotes> {
		return this.#reading('readNotes', { file });
	}
	result(file: Blob): Read<LessonResult> {
		return this.#reading('readResult', { file });
	}

	get #sampleIds(): readonly string[] {
		return this.#parts.samples.map(({ id }) => id);
	}

	/** `key`: a newer question takes the place of this one. */
	#reading<K extends keyof FileCalls>(
		call: K,
		input: FileCalls[K]['input'],
		key?: string
	): Promise<Result<FileCalls[K]['output'], StoreFault>> {
		const { files, work } = this.#parts;
		return work.run('reading', (options) => files.call(call, input, { ...options, ...(key && { key }) }));
	}

	#saving<K extends keyof FileCalls>(
		call: K,
		input: FileCalls[K]['input']
	): Promise<Result<FileCalls[K]['output'], StoreFault>> {
		const { files, work } = this.#parts;
		return work.run('saving', (options) => files.call(call, input, options));
	}
}

const gone = (what: string): StoreFault => ({
	code: 'WORKER_DIED',
	detail: `the ${what} was read by a worker that is gone`
});
