/** A double click's second half comes within this many milliseconds. */
const DOUBLE_CLICK_MS = 350;

/** Remembers when something opened, so that the second half of a double click does not close it again. */
export class JustOpened {
	#at = -Infinity;

	/** Told at each opening and closing. Once closed, the next press is no double click: it opens again at once. */
	changed = (open: boolean): void => {
		this.#at = open ? performance.now() : -Infinity;
	};

	/** For presses outside: one that comes right after the opening does nothing. */
	guard = (event: Event): void => {
		if (this.#isFresh) event.preventDefault();
	};

	/** For presses of the trigger, on their way down: one right after the opening never arrives. */
	swallow = (event: Event): void => {
		if (this.#isFresh) event.stopImmediatePropagation();
	};

	get #isFresh(): boolean {
		return performance.now() - this.#at < DOUBLE_CLICK_MS;
	}
}
