const KEY = 'live-reports-sandbox.lesson-panel';

/** Whether the panel is open, remembered for the tab; at first it is where there is room beside the page. */
export class PanelSize {
	#isOpen = $state(false);
	readonly #storage: () => Storage;

	/** `storage`: may throw, where the browser denies it. */
	constructor(storage: () => Storage, hasRoom: boolean) {
		this.#storage = storage;
		this.#isOpen = hasRoom;
		try {
			const kept = storage().getItem(KEY);
			if (kept !== null) this.#isOpen = kept === 'open';
		} catch {
			// storage is denied: the choice lasts as long as the page
		}
	}

	get isOpen(): boolean {
		return this.#isOpen;
	}

	set isOpen(isOpen: boolean) {
		this.#isOpen = isOpen;
		try {
			this.#storage().setItem(KEY, isOpen ? 'open' : 'small');
		} catch {
			// storage is denied: the choice lasts as long as the page
		}
	}
}
