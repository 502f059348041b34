const KEY = 'live-reports-sandbox.learner';

/** What a learner is called, and in which group: typed once, and kept by the browser for the next time. */
export class Learner {
	name = $state('');
	group = $state('');
	readonly #storage: Storage;

	constructor(storage: Storage) {
		this.#storage = storage;
		try {
			const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
			if (Array.isArray(kept)) [this.name, this.group] = [textOf(kept[0]), textOf(kept[1])];
		} catch {
			// denied storage or a foreign value: then nothing is known
		}
	}

	keep(): void {
		try {
			this.#storage.setItem(KEY, JSON.stringify([this.name, this.group]));
		} catch {
			// denied or full: it is typed again the next time
		}
	}

	forget(): void {
		[this.name, this.group] = ['', ''];
		try {
			this.#storage.removeItem(KEY);
		} catch {
			// denied: then nothing was kept either
		}
	}
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 120) : '');
