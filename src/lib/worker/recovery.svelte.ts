import { type FileFault, type StoreFault } from '$lib/domain/fault';
import { ok, type Result } from '$lib/domain/result';
import { type Copy } from '../store/copies';
import { type CopyEntry } from '../store/copy';
import { type ScenarioRow } from '../store/db';
import { type Loss, lossOf } from '../store/loss';
import { type Marker } from '../store/marker';
import { copiedFile } from './copied-file';
import { type BackupPreview } from './protocol';
import { type SecondCopy } from './second-copy.svelte';

export interface RecoveryParts {
	readonly copy: Pick<SecondCopy, 'look' | 'list' | 'missing' | 'read' | 'forget'>;
	readonly marker: Marker | undefined;
	readonly read: (file: File) => Promise<Result<Result<BackupPreview, readonly FileFault[]>, StoreFault>>;
	readonly restore: (indexes: readonly number[]) => Promise<Result<null, StoreFault>>;
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
	async look(rows: readonly ScenarioRow[]): Promise<void> {
		const { marker, copy } = this.#parts;
		const loss = lossOf(marker, rows);
		if (!loss && (marker || rows.length > 0)) {
			this.#loss = null;
			return copy.look();
		}
		await copy.look();
		const missing = copy.missing(rows);
		const names = missing.slice(0, 20).map(({ name }) => name);
		this.#loss =
			loss ?? (missing.length > 0 ? { isTotal: true, count: missing.length, names, at: null } : null);
	}

	/** What is here is right: nothing is missed any more. What the copy holds stays there. */
	settle(): void {
		this.#loss = null;
	}

	/** Restores what the copy has and the browser has not, each as a new scenario, all or none. Answers how many. */
	async restore(
		missing: readonly CopyEntry[]
	): Promise<Result<Result<number, readonly FileFault[]>, StoreFault>> {
		const { copy, read, restore } = this.#parts;
		const found = await copy.read();
		const entries = found ? those(found, missing) : [];
		if (!found || entries.length === 0) return ok(ok(0));
		const preview = await read(copiedFile(found, entries));
		if (!preview.ok) return preview;
		if (!preview.value.ok) return ok(preview.value);
		const done = await restore(entries.map((_, index) => index));
		if (!done.ok) return done;
		this.#loss = null;
		await copy.forget(entries.map(({ id }) => id)); // they are here under new ids, and copied so
		return ok(ok(entries.length));
	}
}

const those = ({ entries, files }: Copy, wanted: readonly CopyEntry[]): readonly CopyEntry[] => {
	const ids = new Set(wanted.map(({ id }) => id));
	return entries.filter(({ id }) => ids.has(id) && files.has(id));
};
