export interface Toast {
	readonly id: number;
	readonly text: string;
	readonly tone: 'good' | 'warn' | 'bad';
	readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** Milliseconds a toast stays, at least: longer when there is something to press, for good when it is bad. */
const STAY = { plain: 6_000, action: 10_000 };

/** Short messages about what just happened. Their time stands still while one is hovered or focused. */
export class Toasts {
	list = $state.raw<readonly Toast[]>([]);
	#held = false;
	#last = 0;
	#timers: Record<number, ReturnType<typeof setTimeout>> = {};

	/** Shows a message; returns its id. A complaint said again replaces the one before: it would only pile up. */
	show(text: string, options: { tone?: Toast['tone']; action?: Toast['action'] } = {}): number {
		const toast: Toast = {
			id: ++this.#last,
			text,
			tone: options.tone ?? 'good',
			action: options.action ?? null
		};
		const said = this.list.find((old) => old.tone === 'bad' && toast.tone === 'bad' && old.text === text);
		if (said) this.dismiss(said.id);
		for (const old of this.list.slice(0, -2)) this.dismiss(old.id); // three at a time
		this.list = [...this.list, toast];
		if (!this.#held) this.#start(toast);
		return toast.id;
	}

	dismiss(id: number): void {
		clearTimeout(this.#timers[id]);
		delete this.#timers[id];
		this.list = this.list.filter((toast) => toast.id !== id);
	}

	/** Stops the clock of every toast. */
	hold(): void {
		this.#held = true;
		for (const timer of Object.values(this.#timers)) clearTimeout(timer);
		this.#timers = {};
	}

	/** Lets the clocks run again, from the start. */
	release(): void {
		this.#held = false;
		for (const toast of this.list) if (!(toast.id in this.#timers)) this.#start(toast);
	}

	#start(toast: Toast) {
		if (toast.tone === 'bad') return;
		const stay = toast.action ? STAY.action : STAY.plain;
		this.#timers[toast.id] = setTimeout(() => this.dismiss(toast.id), stay);
	}
}
