import { TAKE_OVER } from './build-name';

/** What is taken from the browser. */
export interface UpdateParts {
	/** Missing where a browser has none, or where the site is served without TLS. */
	readonly container: ServiceWorkerContainer | undefined;
	/** Starts keeping this build; the browser fetches the service worker and looks for a newer one. */
	readonly register: (container: ServiceWorkerContainer) => Promise<ServiceWorkerRegistration>;
	readonly reload: () => void;
	/** Says for as long as this page is open that its build is in use. */
	readonly hold: () => void;
	/** Milliseconds between two looks for a newer version. */
	readonly everyMs: number;
}

/** Keeps a copy of the app in this browser, and tells when a newer one is ready. Nothing is ever forced. */
export class Updates {
	/** A newer version is here, whole, and waits for a reload. */
	isReady = $state(false);
	readonly #parts: UpdateParts;
	#registration: ServiceWorkerRegistration | undefined;
	#timer: ReturnType<typeof setInterval> | undefined;
	#isAsked = false;

	constructor(parts: UpdateParts) {
		this.#parts = parts;
	}

	/** Begins; does nothing where the browser can't keep a copy. */
	async start(): Promise<void> {
		const { container, register, hold, everyMs } = this.#parts;
		if (!container) return;
		hold();
		let isTakenOver = container.controller !== null;
		container.addEventListener('controllerchange', () => {
			if (this.#isAsked) this.#parts.reload();
			else if (isTakenOver) this.isReady = true; // another tab asked for it; this one goes on as it is
			isTakenOver = true;
		});
		try {
			this.#registration = await register(container);
		} catch {
			return; // refused by a setting of the browser, or the host was not reached: the app works without
		}
		this.#watch(this.#registration);
		this.#timer = setInterval(() => void this.#look(), everyMs);
	}

	/** Ends the looking. */
	stop(): void {
		clearInterval(this.#timer);
	}

	/** Goes on with the newer version, because the user asked for it. */
	take(): void {
		this.#isAsked = true;
		const waiting = this.#registration?.waiting;
		if (waiting) waiting.postMessage(TAKE_OVER);
		else this.#parts.reload();
	}

	#watch(registration: ServiceWorkerRegistration): void {
		const { container } = this.#parts;
		const look = () => {
			if (registration.waiting && container?.controller) this.isReady = true;
		};
		look();
		registration.addEventListener('updatefound', () => {
			registration.installing?.addEventListener('statechange', look);
		});
		registration.installing?.addEventListener('statechange', look);
	}

	async #look(): Promise<void> {
		try {
			await this.#registration?.update();
		} catch {
			// No network, or the host is in the middle of a change: the next look will do.
		}
	}
}
