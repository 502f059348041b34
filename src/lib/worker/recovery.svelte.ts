import { type FileFault, type StoreFault } from '$lib/domain/fault';
import { ok, type Result } from '$lib/domain/result';
import { type Copy } from '../store/copies';
import { type ScenarioRow } from '../store/db';
import { commonStamps, countOf, type LessonStamps, NO_LESSONS } from '../store/lesson-copy';
import { type Loss, lossOf } from '../store/loss';
import { type Marker } from '../store/marker';
import { type Copied, copiedFile } from './copied-file';
import { type BackupPreview } from './protocol';
import { type SecondCopy } from './second-copy.svelte';

export interface RecoveryParts {
	readonly copy: Pick<SecondCopy, 'look' | 'list' | 'missing' | 'read' | 'forget'>;
	readonly marker: Marker | undefined;
	readonly read: (file: File) => Promise<Result<Result<BackupPreview, readonly FileFault[]>, StoreFault>>;
	/** `drafts`: how many drafts come with all else of lessons; null: nothing of lessons. */
	readonly restore: (indexes: readonly number[], drafts: number | null) => Promise<Result<null, StoreFault>>;
}

/** What of this browser's scenarios is lost, and what the second copy brings back (S5). */
export class Recovery {
	/** Null: nothing is; undefined until that is known. */
	#loss = $state.raw<Loss | null>();
	readonly #parts: RecoveryParts;

	constructor(parts: RecoveryParts) {
		this.#parts = parts;
	}

	get loss(): Loss | null | undefined {
		return this.#loss;
	}

	/** Compares what is here with what was; with nothing noted and nothing here, the copy is asked. */
	async look(rows: readonly ScenarioRow[], lessons: LessonStamps): Promise<void> {
		const { marker, copy } = this.#parts;
		const here = countOf(lessons);
		const loss = lossOf(marker, rows, here);
		if (!loss && (marker || rows.length + here > 0)) {
			this.#loss = null;
			return copy.look();
		}
		await copy.look();
		const missing = copy.missing(rows, lessons);
		const names = missing.entries.slice(0, 20).map(({ name }) => name);
		const counts = { count: missing.entries.length, lessons: countOf(missing.lessons) };
		const isAny = counts.count + counts.lessons > 0;
		this.#loss = loss ?? (isAny ? { isTotal: true, ...counts, names, at: null } : null);
	}

	/** What is here is right: nothing is missed any more. What the copy holds stays there. */
	settle(): void {
		this.#loss = null;
	}

	/**
	 * Restores what the copy has and the browser has not, scenarios and drafts as new ones, all or none. Answers how
	 * many scenarios; null: there was nothing to restore.
	 */
	async restore(missing: Copied): Promise<Result<Result<number | null, readonly FileFault[]>, StoreFault>> {
		const { copy, read, restore } = this.#parts;
		const found = await copy.read();
		if (!found) return ok(ok(null));
		const wanted = those(found, missing);
		const { entries, lessons } = wanted;
		if (entries.length + countOf(lessons) === 0) return ok(ok(null));
		const preview = await read(await copiedFile(found, wanted));
		if (!preview.ok) return preview;
		if (!preview.value.ok) return ok(preview.value);
		const drafts = preview.value.value.lessons?.drafts ?? null;
		const done = await restore(
			entries.map((_, index) => index),
			drafts
		);
		if (!done.ok) return done;
		this.#loss = null;
		// They are here under new ids, and copied so.
		await copy.forget([...entries.map(({ id }) => id), ...lessons.drafts.map(([id]) => id)]);
		return ok(ok(entries.length));
	}
}

const those = ({ entries, files, lessons, lessonsFile }: Copy, wanted: Copied): Copied => {
	const ids = new Set(wanted.entries.map(({ id }) => id));
	const has = lessonsFile && lessons;
	return {
		entries: entries.filter(({ id }) => ids.has(id) && files.has(id)),
		lessons: has ? commonStamps(lessons.stamps, wanted.lessons) : NO_LESSONS
	};
};
