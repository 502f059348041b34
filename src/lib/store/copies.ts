import { type CopiedLessons, copyFileOf, type CopyList, lessonsFileOf, parseCopyList } from './copy';

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
	/** What was kept of lessons, if anything was and its file is whole. */
	readonly lessonsFile: File | undefined;
}

/** What a new generation says. */
export type NextCopy = Omit<CopyList, 'version' | 'generation'>;

/** A second copy of the scenarios and of what is kept of lessons, outside the database, in files that only this site sees (S5). */
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
			const lessonsFile = await this.#lessonsOf(list);
			const entries = list.entries.filter(({ id }) => files.has(id));
			const isWhole = entries.length === list.entries.length && (!list.lessons || lessonsFile !== undefined);
			if (isWhole) return { ...list, files, lessonsFile };
			found.push({ ...list, entries, files, lessonsFile });
		}
		return found[0];
	}

	/** The newest file of lessons that is whole; undefined: there is none. */
	async lessonsFile(): Promise<File | undefined> {
		for (const list of await this.#lists()) {
			const file = await this.#lessonsOf(list);
			if (file) return file;
		}
		return undefined;
	}

	/** Waits until no other tab writes. */
	inTurn<T>(work: () => Promise<T>): Promise<T> {
		return navigator.locks.request(LOCK, work);
	}

	/** Writes one scenario's file; a list names it only later. */
	async put(entry: Parameters<typeof copyFileOf>[0], file: Blob): Promise<void> {
		await write(await this.#made(), copyFileOf(entry), file);
	}

	/** Writes what is kept of lessons; a list names it only later. */
	async putLessons(lessons: Pick<CopiedLessons, 'generation'>, file: Blob): Promise<void> {
		await write(await this.#made(), lessonsFileOf(lessons), file);
	}

	/**
	 * Ends a generation: its list, after which it counts; then the files that no generation names go. What is in
	 * `forgotten` leaves the generation before, too.
	 */
	async seal(next: NextCopy, forgotten: ReadonlySet<string>): Promise<void> {
		const folder = await this.#made();
		const before = await this.list();
		const list: CopyList = { version: 1, generation: (before?.generation ?? 0) + 1, ...next };
		const last = before && without(before, forgotten, next.lessons);
		await write(folder, slotOf(list), new Blob([JSON.stringify(list)]));
		if (last && last !== before) await write(folder, slotOf(last), new Blob([JSON.stringify(last)]));
		await sweep(folder, last ? [list, last] : [list]);
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

	async #lessonsOf({ lessons }: CopyList): Promise<File | undefined> {
		if (!lessons) return undefined;
		const folder = await this.#folder(false);
		const file = folder && (await fileIn(folder, lessonsFileOf(lessons)));
		return file?.size === lessons.bytes ? file : undefined;
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

/** A list without what was forgotten; the very same where it has nothing of it. Lessons are in one file: the next one. */
function without(list: CopyList, forgotten: ReadonlySet<string>, next: CopiedLessons | undefined): CopyList {
	const entries = list.entries.filter(({ id }) => !forgotten.has(id));
	const { lessons, ...rest } = list;
	const stamps = Object.values(lessons?.stamps ?? {}).flat();
	const hasLessons = stamps.some(([key]) => forgotten.has(key));
	if (!hasLessons && entries.length === list.entries.length) return list;
	const kept = hasLessons ? next : lessons;
	return { ...rest, entries, ...(kept && { lessons: kept }) };
}

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

async function sweep(folder: FileSystemDirectoryHandle, lists: readonly CopyList[]): Promise<void> {
	const named = lists.flatMap(({ entries, lessons }) => [
		...entries.map(copyFileOf),
		...(lessons ? [lessonsFileOf(lessons)] : [])
	]);
	const wanted = new Set<string>([...LISTS, ...named]);
	for await (const name of folder.keys())
		if (!wanted.has(name)) await folder.removeEntry(name).catch(ifMissing);
}

function ifMissing(error: unknown): undefined {
	if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
	throw error;
}
