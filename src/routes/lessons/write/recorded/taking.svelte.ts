import { type ResolvedPathname } from '$app/types';
import { type App } from '$lib/app';
import { type Goal } from '$lib/domain/goal';
import { type Recorded } from '$lib/domain/lesson-outcomes';
import { type LessonStep, PACK_LIMITS } from '$lib/domain/lesson';
import { takenBack, withTaken } from '$lib/lessons/pack-edits';
import { goalOf } from '$lib/lessons/outcomes-of';
import { RECORD_TEXT } from '$lib/text/recording';
import { type Desk } from '../../../desk.svelte';
import { type Draft } from '../draft.svelte';
import { endRecording } from '../end-recording';
import { LessonAuthor } from '../lesson-author.svelte';

/** A recording that is done: what it came to, and what of it goes into the lesson. */
export class Taking {
	recorded = $state.raw<Recorded>();
	isLeaving = $state(false);
	readonly #app: App;
	readonly #desk: Desk;
	readonly #draft: Draft;
	readonly author = $derived.by(
		() => new LessonAuthor(this.#app, this.#desk, this.#draft, this.#draft.row?.recording?.lessonId ?? '')
	);
	/** What the recording was for. */
	readonly step = $derived.by(() => {
		const id = this.#draft.row?.recording?.stepId;
		return this.author.lesson?.steps.find((step) => step.id === id);
	});

	constructor(app: App, desk: Desk, draft: Draft) {
		this.#app = app;
		this.#desk = desk;
		this.#draft = draft;
	}

	/** Asks what the recording came to. Call it in an effect: it follows the recorded scenario. */
	look(): void {
		const recording = this.#draft.row?.recording;
		const { session } = this.#desk;
		const { file } = this.author;
		if (!recording || !file || session?.id !== recording.scenarioId || session.revision === 0) return;
		void this.#app.authoring.recorded(session, file, recording).then((answer) => {
			const recorded = this.#desk.take(answer);
			if (recorded) this.recorded = recorded;
		});
	}

	/** The commands that “show me” would have: what was done before, and what was recorded. */
	get commands(): Recorded['commands'] {
		return [...(this.#draft.row?.recording?.after ?? []), ...(this.recorded?.commands ?? [])];
	}

	/** Where the recording goes on. */
	get recordingAddress(): ResolvedPathname {
		return this.#desk.open(this.#draft.row?.recording?.scenarioId ?? '');
	}

	/** There are more commands than a lesson holds. */
	get tooMany(): boolean {
		return this.commands.length > PACK_LIMITS.commands;
	}

	/** Some of the outcomes become the task's goal, and what was done “show me”. */
	async use(
		step: LessonStep,
		goals: readonly Goal[],
		{ keep, solve }: { readonly keep: boolean; readonly solve: boolean }
	): Promise<void> {
		if (step.kind !== 'task') return;
		const { solution = [] } = this.author.lesson ?? {};
		const before = { goal: step.goal, solution };
		const given = {
			goal: goalOf(goals, keep ? step.goal : undefined),
			solution: solve ? [...this.commands] : solution
		};
		this.#draft.editLesson(this.author.id, (lesson) => withTaken(lesson, step.id, given), {
			said: RECORD_TEXT.goalSet,
			back: (lesson) => takenBack(lesson, step.id, given, before)
		});
		await this.leave();
	}

	/** What was done is what a question supposes. */
	async suppose(step: LessonStep): Promise<void> {
		this.author.editStep(step, { after: [...(this.recorded?.commands ?? [])] });
		this.#desk.toasts.show(RECORD_TEXT.afterSet);
		await this.leave();
	}

	/** Ends the recording: its scenario goes into the bin, and the lesson comes back. */
	async leave(): Promise<void> {
		const recording = this.#draft.row?.recording;
		if (!recording || this.isLeaving) return;
		this.isLeaving = true;
		await this.#draft.record(undefined);
		await endRecording(this.#app, this.#desk, this.#draft.id, recording);
	}
}
