import { type CopyEntry, copyFileOf, type CopyList, parseCopyList } from './copy';

const FOLDER = 'live-reports-sandbox-copy';
/** Two generations, written in turn: while one is being written, the other is whole. */
const LISTS = ['even.json', 'odd.json'] as const;
const LOCK = 'live-reports-sandbox copy';

/** This site's own files. */
export type Root = () => Promise<FileSystemDirectoryHandle>;

/** Where they are; undefined in browsers that keep none, as over plain HTTP, or can't replace a file as a whole. */
export const ownFiles = (): Root | undefined =>
	typeof FileSystemFileHandle === 'function' && 'createWritable' in FileSystemFileHandle.prototype
		? () => navigator.storage.getDirectory()
		: undefined;

/** A generation with its files. */
export interface Copy extends CopyList {
	/** The file of one scenario, as its own export would be. */
	readonly files: ReadonlyMap<string, File>;
}

/** A second copy of the scenarios outside the database, in files that only this site sees (S5). */
export class Copies {
	readonly #root: Root | undefined;

	constructor(root: Root | undefined) {
		this.#root = root;
	}

	/** Whether this browser has a place for a copy. */
	get isPossible(): boolean {
		return this.#root !== undefined;
	}

	/** The newest list that can be read, without its files; undefined: there is no copy, or the browser keeps none. */
	async list(): Promise<CopyList | undefined> {
		return (await this.#lists())[0];
	}

	/**
	 * The newest generation whose files are all there and as long as they were written; where neither is whole,
	 * the newest with what is left of it. Undefined: there is no copy.
	 */
	async read(): Promise<Copy | undefined> {
		const found: Copy[] = [];
		for (const list of await this.#lists()) {
			const files = await this.#filesOf(list);
			const entries = list.entries.filter(({ id }) => files.has(id));
			if (entries.length === list.entries.length) return { ...list, files };
			found.push({ ...list, entries, files });
		}
		return found[0];
	}

	/** Waits until no other tab writes. */
	inTurn<T>(work: () => Promise<T>): Promise<T> {
		return navigator.locks.request(LOCK, work);
	}

	/** Writes one scenario's file; a list names it only later. */
	async put(entry: Parameters<typeof copyFileOf>[0], file: Blob): Promise<void> {
		await write(await this.#made(), copyFileOf(entry), file);
	}

	/**
	 * Ends a generation: its list, after which it counts; then the files that no generation names go. What is in
	 * `forgotten` leaves the generation before, too.
	 */
	async seal(next: Omit<CopyList, 'version' | 'generation'>, forgotten: ReadonlySet<string>): Promise<void> {
		const folder = await this.#made();
		const before = await this.list();
		const list: CopyList = { version: 1, generation: (before?.generation ?? 0) + 1, ...next };
		const last = before && { ...before, entries: before.entries.filter(({ id }) => !forgotten.has(id)) };
		await write(folder, slotOf(list), new Blob([JSON.stringify(list)]));
		if (last && last.entries.length < before.entries.length)
			await write(folder, slotOf(last), new Blob([JSON.stringify(last)]));
		await sweep(folder, [...list.entries, ...(last?.entries ?? [])]);
	}

	/** Deletes both generations. */
	async erase(): Promise<void> {
		const root = await this.#root?.();
		await root?.removeEntry(FOLDER, { recursive: true }).catch(ifMissing);
	}

	async #folder(create: boolean): Promise<FileSystemDirectoryHandle | undefined> {
		const root = await this.#root?.();
		return root?.getDirectoryHandle(FOLDER, { create }).catch(ifMissing);
	}

	async #made(): Promise<FileSystemDirectoryHandle> {
		const folder = await this.#folder(true);
		if (!folder) throw new DOMException('no files of its own', 'NotSupportedError');
		return folder;
	}

	/** Newest first. */
	async #lists(): Promise<readonly CopyList[]> {
		const folder = await this.#folder(false);
		if (!folder) return [];
		const texts = await Promise.all(LISTS.map(async (name) => (await fileIn(folder, name))?.text()));
		return texts
			.flatMap((text) => parseCopyList(text ?? '') ?? [])
			.toSorted((a, b) => b.generation - a.generation);
	}

	async #filesOf({ entries }: CopyList): Promise<ReadonlyMap<string, File>> {
		const folder = await this.#folder(false);
		const files = new Map<string, File>();
		for (const entry of entries) {
			const file = folder && (await fileIn(folder, copyFileOf(entry)));
			if (file?.size === entry.bytes) files.set(entry.id, file);
		}
		return files;
	}
}

const slotOf = ({ generation }: CopyList) => LISTS[generation % 2]!;

/** Replaces the whole file or leaves it as it was: the browser swaps it in when it is closed. */
async function write(folder: FileSystemDirectoryHandle, name: string, content: Blob): Promise<void> {
	const file = await folder.getFileHandle(name, { create: true });
	const stream = await file.createWritable();
	try {
		await stream.write(content);
		await stream.close();
	} catch (error) {
		await stream.abort().catch(() => undefined); // it is closed by its own fault, which is the one to tell
		throw error;
	}
}

async function fileIn(folder: FileSystemDirectoryHandle, name: string): Promise<File | undefined> {
	const handle = await folder.getFileHandle(name).catch(ifMissing);
	return handle?.getFile().catch(ifMissing);
}

async function sweep(folder: FileSystemDirectoryHandle, named: readonly CopyEntry[]): Promise<void> {
	const wanted = new Set<string>([...LISTS, ...named.map(copyFileOf)]);
	for await (const name of folder.keys())
		if (!wanted.has(name)) await folder.removeEntry(name).catch(ifMissing);
}

function ifMissing(error: unknown): undefined {
	if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
	throw error;
}
