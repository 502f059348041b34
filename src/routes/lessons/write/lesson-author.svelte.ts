import { goto } from '$app/navigation';
import { type App } from '$lib/app';
import { type Id } from '$lib/domain/id';
import { type Lesson, type LessonCommand, type LessonStep, MOST_START_BYTES } from '$lib/domain/lesson';
import { type ScenarioRow } from '$lib/store/db';
import { scenarioOf } from '$lib/files/scenario-of';
import { moved, newStep } from '$lib/lessons/pack-edits';
import { removedText, tooLargeText } from '$lib/text/authoring';
import { RECORD_TEXT } from '$lib/text/recording';
import { nameText } from '$lib/text/format';
import { draftKey } from '$lib/worker/lessons.svelte';
import { type Desk } from '../../desk.svelte';
import { type Draft, type Undo } from './draft.svelte';
import { GoalDesk } from './goal/goal-desk';

/** One lesson of a draft as its page edits it. */
export class LessonAuthor {
	readonly draft: Draft;
	readonly id: Id;
	/** The task whose recording is about to begin, while it is asked where. */
	asking = $state.raw<LessonStep | null>(null);
	isBusy = $state(false);
	readonly #app: App;
	readonly #desk: Desk;
	readonly lesson = $derived.by(() => this.draft.row?.pack.lessons.find(({ id }) => id === this.id));
	readonly file = $derived.by(() => this.lesson && this.#app.authoring.startOf(this.lesson));
	readonly #start = $derived.by(() => this.file && scenarioOf(this.file));
	/** What goals are chosen from; undefined: the start is not there. */
	readonly goals = $derived.by(() => {
		const questions = this.lesson?.steps.filter(({ kind }) => kind !== 'task') ?? [];
		return this.#start && new GoalDesk(this.#start, questions);
	});

	constructor(app: App, desk: Desk, draft: Draft, id: Id) {
		this.#app = app;
		this.#desk = desk;
		this.draft = draft;
		this.id = id;
	}

	newId = (): Id => this.#app.newId();
	samples = () => this.#app.samples;
	/** The user's scenarios, without recordings. */
	get scenarios(): readonly ScenarioRow[] {
		const recorded = this.#app.lessons.drafts?.map(({ recording }) => recording?.scenarioId) ?? [];
		const rows = this.#app.scenarios.current ?? [];
		return rows.filter(({ id, deletedAt }) => deletedAt === null && !recorded.includes(id));
	}

	edit(change: Partial<Lesson>, undo?: Undo<Lesson>): void {
		this.draft.editLesson(this.id, (lesson) => ({ ...lesson, ...change }), undo);
	}

	/** Only what a step of this kind has gets here. */
	editStep({ id }: LessonStep, change: object): void {
		this.draft.editStep(this.id, id, (now) => ({ ...now, ...change }));
	}

	/** Answers the new step's id. */
	addStep(kind: LessonStep['kind']): Id {
		const step = newStep(kind, this.newId(), [this.newId(), this.newId()]);
		this.draft.editLesson(this.id, (lesson) => ({ ...lesson, steps: [...lesson.steps, step] }));
		return step.id;
	}

	moveStep(at: number, by: number): void {
		this.draft.editLesson(this.id, (lesson) => ({ ...lesson, steps: moved(lesson.steps, at, by) }));
	}

	removeStep(at: number): void {
		const steps = this.lesson?.steps ?? [];
		const step = steps[at];
		if (!step) return;
		this.edit(
			{ steps: steps.filter((one) => one !== step) },
			{
				said: removedText(`“${nameText(step.title).slice(0, 60)}”`),
				back: (lesson) => ({ ...lesson, steps: lesson.steps.toSpliced(at, 0, step) })
			}
		);
	}

	/** One of the user's scenarios becomes the start, as it is now. */
	async takeStart(row: ScenarioRow): Promise<void> {
		const taken = this.#desk.take(await this.#app.authoring.take(row));
		if (taken?.file) this.edit({ start: { kind: 'scenario', scenario: taken.file } });
		else if (taken)
			this.#desk.toasts.show(tooLargeText(row.head.name, taken.bytes, MOST_START_BYTES), { tone: 'bad' });
	}

	/** Doing the task; where “show me” does something already, it is asked first where to begin. */
	doTask(step: LessonStep): void {
		if (this.lesson && this.lesson.solution.length > 0) this.asking = step;
		else void this.record(step, []);
	}

	/** Opens a new scenario in which the step is done; `after`: what is done in it already. */
	async record(step: LessonStep, after: readonly LessonCommand[]): Promise<void> {
		if (!this.file || this.isBusy) return;
		this.isBusy = true;
		this.asking = null;
		const name = RECORD_TEXT.scenario(nameText(this.lesson?.title ?? '').slice(0, 80));
		const scenarioId = this.#desk.take(await this.#app.authoring.open(this.file, after, name));
		if (scenarioId !== undefined) {
			const before = this.draft.row?.recording?.scenarioId;
			await this.draft.record({ scenarioId, lessonId: this.id, stepId: step.id, after });
			await goto(this.#desk.open(scenarioId));
			await this.#drop(before);
		}
		this.isBusy = false;
	}

	/** Starts the lesson as a learner would, from the draft as it is. */
	async preview(): Promise<void> {
		const { row } = this.draft;
		if (!row || !this.lesson) return;
		const shelved = { key: draftKey(row.id), pack: row.pack, addedAt: null };
		const before = this.#app.lessons.progressOf(shelved.key, this.id)?.progress.scenarioId;
		const id = this.#desk.take(await this.#app.lessons.start(shelved, this.lesson));
		if (id === undefined) return;
		await goto(this.#desk.open(id));
		await this.#drop(before);
	}

	/** Puts the scenario of an earlier recording or preview into the bin, if it is still there. */
	async #drop(id: string | undefined): Promise<void> {
		const row = this.#app.scenarios.current?.find((one) => one.id === id);
		if (row?.deletedAt === null) this.#desk.take(await this.#app.bin(row.id));
	}
}
