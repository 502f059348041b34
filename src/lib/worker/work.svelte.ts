import { type StoreFault } from '$lib/domain/fault';
import { type Progress } from '$lib/domain/progress';
import { type Result } from '$lib/domain/result';
import { type CallOptions } from './client';

/** Something that takes long enough to be shown. */
export interface Task {
	readonly id: number;
	readonly progress: Progress;
	readonly cancel: () => void;
}

/** Work is shown when it takes longer than this. */
const PATIENCE_MS = 500;

/** What the workers are busy with, for the layout's progress bar. */
export class Work {
	#tasks = $state.raw<readonly Task[]>([]);
	#nextId = 1;

	/** Tasks that have run for over half a second, oldest first. */
	get tasks(): readonly Task[] {
		return this.#tasks;
	}

	/** Runs a call; `start` gets the options that make it cancellable and report its progress. */
	async run<T>(
		first: Progress['stage'],
		start: (options: CallOptions) => Promise<Result<T, StoreFault>>
	): Promise<Result<T, StoreFault>> {
		const id = this.#nextId++;
		const controller = new AbortController();
		let task: Task = { id, progress: { stage: first, done: null }, cancel: () => controller.abort() };
		let isShown = false;
		const timer = setTimeout(() => {
			isShown = true;
			this.#tasks = [...this.#tasks, task];
		}, PATIENCE_MS);
		const onProgress = (progress: Progress) => {
			task = { ...task, progress };
			if (isShown) this.#tasks = this.#tasks.map((one) => (one.id === id ? task : one));
		};
		try {
			return await start({ signal: controller.signal, onProgress });
		} finally {
			clearTimeout(timer);
			this.#tasks = this.#tasks.filter((one) => one.id !== id);
		}
	}
}
