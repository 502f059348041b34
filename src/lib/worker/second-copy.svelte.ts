import { type StoreFault } from '$lib/domain/fault';
import { type Result } from '$lib/domain/result';
import { type Copies, type Copy } from '../store/copies';
import { type CopyEntry, type CopyList, isSameCopy, missingHere, planCopy } from '../store/copy';
import { type ScenarioRow } from '../store/db';
import { toStoreFault } from '../store/fault';
import {
	areSameStamps,
	type LessonStamps,
	mergedStamps,
	missingLessons,
	NO_LESSONS
} from '../store/lesson-copy';
import { type WorkerClient } from './client';
import { type Copied } from './copied-file';
import { type FileCalls } from './protocol';

/** How long nothing must change before a copy is written, and how long changes wait at most; milliseconds. */
const QUIET = 1_500;
const LONGEST = 30_000;
/** A copy that took long is not made again soon: copying may take a twentieth of the time. */
const REST = 20;

export interface SecondCopyParts {
	readonly files: Pick<WorkerClient<FileCalls>, 'call'>;
	readonly copies: Copies;
	readonly now: () => number;
}

/** Keeps the copy outside the database up to date while scenarios and lessons change, and says what it holds (S5). */
export class SecondCopy {
	/** The newest generation; null: there is none, or this browser keeps none; undefined until it was looked for. */
	#list = $state.raw<CopyList | null>();
	#fault = $state.raw<StoreFault>();
	readonly #parts: SecondCopyParts;
	#rows: readonly ScenarioRow[] = [];
	#lessons: LessonStamps = NO_LESSONS;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Since when a change waits; and when the last copy lets the next one be made. Not for order: for patience. */
	#waitingSince: number | undefined;
	#restUntil = 0;
	#isOff = $state(false);

	constructor(parts: SecondCopyParts) {
		this.#parts = parts;
		this.#isOff = !parts.copies.isPossible;
	}

	get list(): CopyList | null | undefined {
		return this.#list;
	}

	/** Why the last copy could not be written. */
	get fault(): StoreFault | undefined {
		return this.#fault;
	}

	/** What the copy holds of a scenario. */
	of(id: string): CopyEntry | undefined {
		return this.#list?.entries.find((entry) => entry.id === id);
	}

	/** What the copy holds and the browser does not. */
	missing(rows: readonly ScenarioRow[], lessons: LessonStamps): Copied {
		const { entries = [], lessons: copied } = this.#list ?? {};
		return { entries: missingHere({ entries }, rows), lessons: missingLessons(copied?.stamps, lessons) };
	}

	/** Whether this browser has a place for a copy. */
	get isPossible(): boolean {
		return !this.#isOff;
	}

	/** Looks what there is. A browser that denies its files has none. */
	async look(): Promise<void> {
		try {
			this.#list = (await this.#parts.copies.list()) ?? null;
		} catch (error) {
			this.#list = null;
			this.#fault = toStoreFault(error);
			this.#isOff = true;
		}
	}

	/** The scenarios or lessons changed, here or in another tab: a copy is made soon. */
	changed(rows: readonly ScenarioRow[], lessons: LessonStamps): void {
		this.#rows = rows;
		this.#lessons = lessons;
		const now = this.#parts.now();
		this.#waitingSince ??= now;
		const quiet = Math.min(now + QUIET, this.#waitingSince + LONGEST);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#catchUp(), Math.max(quiet, this.#restUntil) - now);
	}

	/** The user deleted scenarios for good, or packs or drafts: the copy lets go of them at once. */
	forget(ids: readonly string[]): Promise<void> {
		return this.#keep(ids);
	}

	/** The files as they lie there, to be restored or handed over. */
	read(): Promise<Copy | undefined> {
		return this.#parts.copies.read();
	}

	/** Everything was erased. */
	async erase(): Promise<void> {
		clearTimeout(this.#timer);
		await this.#parts.copies.inTurn(() => this.#parts.copies.erase());
		this.#list = null;
	}

	/** Asks the worker only where something differs: most visits change nothing. */
	async #catchUp(): Promise<void> {
		this.#waitingSince = undefined;
		if (this.#list === undefined) await this.look();
		if (this.#isOff) return;
		const before = this.#list ?? undefined;
		const lessons = before?.lessons?.stamps ?? NO_LESSONS;
		const isSame =
			isSameCopy(before, planCopy(before, this.#rows)) &&
			areSameStamps(mergedStamps(lessons, this.#lessons), lessons);
		if (!isSame) await this.#keep([]);
	}

	async #keep(forget: readonly string[]): Promise<void> {
		if (this.#isOff) return;
		const began = this.#parts.now();
		const done: Result<boolean, StoreFault> = await this.#parts.files.call('keepCopy', { at: began, forget });
		const ended = this.#parts.now();
		this.#restUntil = ended + REST * Math.max(0, ended - began);
		if (done.ok) this.#fault = undefined;
		else if (done.error.code !== 'CANCELLED') this.#fault = done.error;
		if (done.ok) this.#list = (await this.#parts.copies.list()) ?? null;
	}
}
