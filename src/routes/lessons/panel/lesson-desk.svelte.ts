import { tick, untrack } from 'svelte';
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { type App } from '$lib/app';
import { type Id } from '$lib/domain/id';
import { type LessonQuestion, type LessonStep } from '$lib/domain/lesson';
import { type LessonEvent, type Prediction } from '$lib/domain/lesson-progress';
import { sinceReset } from '$lib/lessons/context';
import { type GradedStep, type Grading } from '$lib/lessons/grade';
import { doneSentence, lackSentence, metSentence, PANEL_TEXT } from '$lib/text/lesson-panel';
import { type Running } from '$lib/worker/lessons.svelte';
import { type Session } from '$lib/worker/session.svelte';
import { type Desk } from '../../desk.svelte';
import { LessonShelf } from '../lesson-shelf.svelte';
import { ShowMe } from './show-me.svelte';

/** The lesson of the open scenario: how it stands, what is open of it, and what can be done in it. */
export class LessonDesk {
	/** How the lesson stands; undefined until that is known. */
	grading = $state.raw<Grading>();
	/** The step that is open; null: none. */
	at = $state<Id | null>(null);
	/** What screen readers are told. */
	said = $state('');
	isBusy = $state(false);
	isPresenting = $state(false);
	/** The solution, while it is played. */
	#show = $state.raw<ShowMe | null>(null);
	/** Steps for which a check was asked: what they lack is shown from then on. */
	#checked = $state.raw<readonly Id[]>([]);
	#graded = '';
	#isArriving = false;
	#turn = 0;
	readonly #app: App;
	readonly #desk: Desk;
	readonly #shelf: LessonShelf;
	/** The lesson while it goes from one scenario to another, so that the panel, and the focus in it, stay. */
	#moving = $state.raw<{ readonly running: Running; readonly to: string } | null>(null);
	readonly #running = $derived.by(() => {
		const { session } = this.#desk;
		if (!session) return null;
		const moving = this.#moving;
		const isMoving = moving?.to === session.id || moving?.running.progress.progress.scenarioId === session.id;
		return this.#app.lessons.runningIn(session.id) ?? (moving && isMoving ? moving.running : null);
	});
	/** What grading depends on; the time spent is no part of it. */
	readonly #key = $derived.by(() => {
		const running = this.#running;
		const session = this.#desk.session;
		if (!running || !session || session.revision === 0) return null;
		return `${session.id} ${session.revision} ${running.progress.progress.events.length}`;
	});
	readonly #lesson = $derived.by(() => this.#running?.lesson);

	constructor(app: App, desk: Desk) {
		this.#app = app;
		this.#desk = desk;
		this.#shelf = new LessonShelf(app, desk);
	}

	/** Null: the open scenario belongs to no lesson. */
	get running(): Running | null {
		return this.#running;
	}

	/** The solution of this scenario's lesson, while it is played. */
	get show(): ShowMe | null {
		return this.#show?.scenarioId === this.#desk.session?.id ? this.#show : null;
	}

	endShow = (): void => {
		this.#show = null;
	};

	/** What happened since the exercise began. */
	get events(): readonly LessonEvent[] {
		return sinceReset(this.#running?.progress.progress.events ?? []);
	}

	gradedOf = (id: Id): GradedStep | undefined => this.grading?.steps.find((step) => step.id === id);
	get met(): number {
		return this.grading?.steps.filter(({ met }) => met).length ?? 0;
	}

	/** The step that is open, or the first that is to do. */
	get stepAtHand(): LessonStep | undefined {
		const id = this.at ?? this.grading?.steps.find(({ met }) => !met)?.id;
		return this.#lesson?.steps.find((step) => step.id === id);
	}

	isChecked = (id: Id): boolean => this.#checked.includes(id);
	hintsOf = (id: Id): number => this.events.filter((one) => one.kind === 'hint' && one.step === id).length;
	predictionOf(id: Id): Prediction | undefined {
		const found = this.events.find((one) => one.kind === 'predicted' && one.prediction.question === id);
		return found?.kind === 'predicted' ? found.prediction : undefined;
	}

	/** Looks how the lesson stands. Call it in an effect: it follows every change of the scenario and every event. */
	follow(): void {
		const { session } = this.#desk;
		if (this.#moving && session?.id === this.#moving.to && this.#app.lessons.runningIn(session.id))
			untrack(() => (this.#moving = null));
		const key = this.#key;
		void this.#lesson; // a draft may be changed while it is tried out
		if (key === null) return;
		untrack(() => void this.#grade());
	}

	/** Says what a step lacks, and counts the attempt. */
	async check(id: Id): Promise<void> {
		const grading = (await this.#grade()) ?? this.grading;
		const running = this.#running;
		const lacks = grading?.steps.find((step) => step.id === id)?.missing.length ?? 0;
		if (!running || lacks === 0 || this.gradedOf(id)?.met) return;
		if (!this.isChecked(id)) this.#checked = [...this.#checked, id];
		await this.#say(lackSentence(lacks));
		this.#desk.take(await this.#app.lessons.record(running, { kind: 'failed' }));
	}

	async hint(id: Id): Promise<void> {
		const hint = this.hintsOf(id);
		if (this.#running && hint <= 2)
			this.#desk.take(await this.#app.lessons.record(this.#running, { kind: 'hint', step: id, hint }));
	}

	async answer(question: LessonQuestion, given: number | string): Promise<void> {
		const { session } = this.#desk;
		if (!session || !this.#running) return;
		await this.#once(async () => {
			this.#desk.take(await this.#app.lessons.answer(session, this.#running!, question, given));
		});
	}

	/** True once after “Next step”: the focus then goes along. */
	takeArrival(): boolean {
		const isArriving = this.#isArriving;
		this.#isArriving = false;
		return isArriving;
	}

	/** Opens the next step that is to do, or none. */
	next(): void {
		this.#isArriving = true;
		const { steps = [] } = this.grading ?? {};
		const here = steps.findIndex(({ id }) => id === this.at);
		const open = [...steps.slice(here + 1), ...steps.slice(0, here)].find(({ met }) => !met);
		this.at = open?.id ?? null;
	}

	/** Begins the exercise again, in a new scenario at the same place (E3); the message takes it back. */
	reset = (): Promise<void> =>
		this.#once(async () => {
			const before = this.#running;
			if (!before || !(await this.#restart(before))) return;
			this.#desk.toasts.show(PANEL_TEXT.resetDone, {
				action: { label: PANEL_TEXT.undo, run: () => void this.#takeBack(before) }
			});
		});

	/** Begins the exercise again, and opens its solution to be played. */
	showMe = (): Promise<void> =>
		this.#once(async () => {
			const before = this.#running;
			if (!before) return;
			const id = await this.#restart(before, 'beginShown');
			if (id === undefined) return;
			this.#show = new ShowMe(before.lesson, this.#app, this.#app.session(id), this.#desk);
		});

	/** To the list, with no scenario open; the lesson's stays where it is. */
	leave = (): Promise<void> => goto(resolve('/lessons/'));

	/** The lesson after this one in its pack; undefined: there is none. */
	get following() {
		const running = this.#running;
		const pack = this.#shelf.packs?.find(({ shelved }) => shelved.key === running?.shelved.key);
		const here = pack?.lessons.findIndex(({ lesson }) => lesson.id === running?.lesson.id) ?? -1;
		const listed = here < 0 ? undefined : pack?.lessons[here + 1];
		return pack && listed ? { listed, go: () => this.#shelf.goOn(pack, listed) } : undefined;
	}

	async #grade(): Promise<Grading | undefined> {
		const running = this.#running;
		const { session } = this.#desk;
		if (!running || !session) return undefined;
		const turn = ++this.#turn;
		const result = await this.#app.lessons.grade(session, running);
		if (turn !== this.#turn) return undefined;
		const grading = this.#desk.take(result);
		if (grading) await this.#took(grading, session, running);
		return grading;
	}

	async #took(grading: Grading, { id }: Session, { lesson }: Running): Promise<void> {
		const before = this.#graded === id ? this.grading : undefined;
		this.grading = grading;
		if (!before) {
			this.#graded = id;
			this.#checked = [];
			this.at = grading.steps.find(({ met }) => !met)?.id ?? null;
			return;
		}
		const fresh = grading.steps.filter(({ met }, i) => met && !before.steps[i]?.met);
		const titles = fresh.map((step) => lesson.steps.find((one) => one.id === step.id)?.title ?? '');
		if (grading.done && !before.done) await this.#say(doneSentence(lesson.title));
		else if (titles.length > 0) await this.#say(metSentence(titles, this.met, grading.steps.length));
	}

	/** A new scenario of the lesson, open at the same place. Answers its id. */
	async #restart(running: Running, by: 'reset' | 'beginShown' = 'reset'): Promise<string | undefined> {
		this.#moving = { running, to: '' };
		const id = this.#desk.take(await this.#app.lessons[by](running, this.#move(running)));
		if (id === undefined) this.#moving = null;
		return id;
	}

	#move = (running: Running) => async (to: string) => {
		this.#moving = { running, to };
		await goto(this.#desk.reopen(to), { noScroll: true, keepFocus: true });
	};

	async #takeBack(before: Running): Promise<void> {
		const taken = await this.#app.lessons.takeBack(before, this.#move(before));
		if (this.#desk.take(taken) !== undefined) this.#desk.toasts.show(PANEL_TEXT.back);
	}

	/** Also when it was said before: what stays the same is not read again. */
	async #say(text: string): Promise<void> {
		this.said = '';
		await tick();
		this.said = text;
	}

	async #once(work: () => Promise<void>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		await work().finally(() => (this.isBusy = false));
	}
}
