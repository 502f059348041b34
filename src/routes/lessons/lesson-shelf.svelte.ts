import { goto } from '$app/navigation';
import { type App } from '$lib/app';
import { download } from '$lib/components/download';
import { toInstant } from '$lib/domain/instant';
import { type Lesson } from '$lib/domain/lesson';
import { type LessonResult } from '$lib/domain/lesson-result';
import { type ShelvedPack } from '$lib/domain/lesson-shelf';
import { resultText } from '$lib/files/write-result';
import { resultOf } from '$lib/lessons/outcome';
import { LESSONS_TEXT, resultFileName } from '$lib/text/lesson-page';
import { type Desk } from '../desk.svelte';
import { lastPack, type ListedLesson, listedLessons } from './standing';

/** A pack with its lessons as they stand. */
export interface ListedPack {
	readonly shelved: ShelvedPack;
	readonly lessons: readonly ListedLesson[];
}

/** The packs that lessons can be taken from, and what can be done with them. */
export class LessonShelf {
	isBusy = $state(false);
	readonly #app: App;
	readonly #desk: Desk;

	constructor(app: App, desk: Desk) {
		this.#app = app;
		this.#desk = desk;
	}

	/** Undefined until all of it is read. */
	get packs(): readonly ListedPack[] | undefined {
		const { packs, progress } = this.#app.lessons;
		const rows = this.#app.scenarios.current;
		if (!packs || !progress || !rows) return undefined;
		const isThere = (scenarioId: string) =>
			rows.some(({ id, deletedAt }) => id === scenarioId && deletedAt === null);
		return packs.map((shelved) => ({ shelved, lessons: listedLessons(shelved, progress, isThere) }));
	}

	/** Whether anything was begun; undefined until that is read. */
	get isBegun(): boolean | undefined {
		const { progress } = this.#app.lessons;
		return progress && progress.length > 0;
	}

	/** The pack that was worked in last; undefined: none, or not read yet. */
	get last(): ListedPack | undefined {
		const { packs } = this;
		const shelved = packs && lastPack(this.#app.lessons.packs ?? [], this.#app.lessons.progress ?? []);
		return packs?.find((one) => one.shelved === shelved);
	}

	/** Opens the lesson's scenario, a new one where there is none. */
	goOn = ({ shelved }: ListedPack, { lesson, scenarioId }: ListedLesson): Promise<void> =>
		scenarioId === null ? this.start(shelved, lesson) : goto(this.#desk.open(scenarioId));

	/** Opens a new scenario for a lesson (E3). */
	async start(shelved: ShelvedPack, lesson: Lesson): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		try {
			const id = this.#desk.take(await this.#app.lessons.start(shelved, lesson));
			if (id !== undefined) await goto(this.#desk.open(id));
		} finally {
			this.isBusy = false;
		}
	}

	async drop({ key }: ShelvedPack): Promise<void> {
		if (this.#desk.take(await this.#app.lessons.drop(key)) !== undefined)
			this.#desk.toasts.show(LESSONS_TEXT.removed);
	}

	/** What is handed in of a pack as it stands now (E6). */
	resultOf({ key, pack }: ShelvedPack): LessonResult {
		const { name, group } = this.#desk.learner;
		const own = (this.#app.lessons.progress ?? []).filter(({ packKey }) => packKey === key);
		return resultOf(
			pack,
			own.map(({ progress }) => progress),
			{ learner: name, group, savedAt: toInstant(Math.floor(this.#app.now() / 1000)) }
		);
	}

	/** Hands the result to the learner as a file. Answers its name. */
	saveResult(shelved: ShelvedPack): string {
		const { learner } = this.#desk;
		learner.keep();
		const name = resultFileName(shelved.pack.title, learner.name);
		const type = 'application/json';
		download({ name, blob: new Blob([resultText(this.resultOf(shelved))], { type }) });
		return name;
	}
}
