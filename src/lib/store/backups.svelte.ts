import { type ScenarioRow } from './db';
import { type BackupTimes, isBackupDue, NEVER, readBackupTimes, writeBackupTimes } from './reminder';

/** When backups were made or put off, as a rune; kept outside the database. */
export class Backups {
	#times = $state.raw<BackupTimes>(NEVER);
	readonly #storage: Pick<Storage, 'getItem' | 'setItem'>;

	constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
		this.#storage = storage;
		this.#times = readBackupTimes(storage);
	}

	/** When the last one was made, milliseconds, or null. */
	get madeAt(): number | null {
		return this.#times.madeAt;
	}

	/** Whether to ask for one (S7). */
	isDue(rows: readonly ScenarioRow[], now: number): boolean {
		return isBackupDue(rows, this.#times, now);
	}

	/** One was made. */
	made = (at: number): void => this.#set({ madeAt: at, putOffAt: null });
	/** The user says "Not now". */
	putOff = (at: number): void => this.#set({ madeAt: this.#times.madeAt, putOffAt: at });
	/** Everything was erased. */
	forget = (): void => this.#set(NEVER);

	#set(times: BackupTimes): void {
		this.#times = times;
		writeBackupTimes(this.#storage, times);
	}
}
