import { type Way } from '$lib/domain/goal';
import { type LessonEvent } from '$lib/domain/lesson-progress';
import { type Lessons } from '$lib/worker/lessons.svelte';
import { NO_TRAIL, type Trail, trailAfter } from './ways';

/** Milliseconds after which a page that nobody touches is not in use any more. */
const IDLE = 60_000;
/** Milliseconds between two looks at the time; what is longer was a sleeping computer. */
export const TICK = 15_000;

/** What the witness sees of the pages. */
export interface Seen {
	/** The open scenario; undefined: none. */
	readonly scenarioId: string | undefined;
	/** Whether whoever acts is let into Live Reports; undefined while that is read. */
	readonly mayView: boolean | undefined;
}

/**
 * Sees what happens in a lesson, or in the recording of one, and no scenario holds: ways in, looks, downloads, and
 * time (E1, E5). All of it in one place.
 */
export class Witness {
	readonly #lessons: Lessons;
	readonly #now: () => number;
	readonly #seen: () => Seen;
	#trail = $state.raw<Trail>(NO_TRAIL);
	/** What was pressed last, until the page that it leads to. */
	#by: Way | null = null;
	#used = 0;
	#looked: number;

	constructor(lessons: Lessons, now: () => number, seen: () => Seen) {
		this.#lessons = lessons;
		this.#now = now;
		this.#seen = seen;
		this.#looked = now();
	}

	/** One of the source's ways into the portal was pressed. */
	setOut = (way: Way): void => {
		this.#by = way;
	};

	/** A page was reached. */
	arrive(route: string | null): void {
		this.#trail = trailAfter(this.#trail, route, this.#by);
		this.#by = null;
	}

	/** Records the way that led to Live Reports, once they are shown. Call it in an effect. */
	watch(): void {
		const { way, arrived } = this.#trail;
		const isRead = this.#running !== undefined && this.#recording !== undefined;
		if (arrived === null || this.#seen().mayView !== true || !isRead) return;
		this.#trail = { way, arrived: null }; // once: a reset on the spot must not find it again
		this.see({ kind: 'way', way: arrived });
	}

	/** Something happened; nothing is kept of it where no lesson runs or is recorded. */
	see(event: LessonEvent): void {
		const running = this.#running;
		const recording = this.#recording;
		if (running) void this.#lessons.record(running, event);
		else if (recording) void this.#lessons.note(recording, event);
	}

	/** The page was touched. */
	use = (): void => {
		this.#used = this.#now();
	};

	/** Counts the time since the last look, if the page was seen and used (E6). Call it every TICK. */
	tick(isSeen: boolean): void {
		const now = this.#now();
		const passed = Math.min(now - this.#looked, 2 * TICK);
		this.#looked = now;
		const running = this.#running;
		if (running && isSeen && now - this.#used < IDLE) void this.#lessons.spend(running, passed / 1000);
	}

	get #recording() {
		const { scenarioId } = this.#seen();
		return scenarioId === undefined ? null : this.#lessons.recordingIn(scenarioId);
	}

	get #running() {
		const { scenarioId } = this.#seen();
		return scenarioId === undefined ? null : this.#lessons.runningIn(scenarioId);
	}
}
