import { type Lesson, type LessonQuestion, type LessonStep } from '$lib/domain/lesson';
import { PRESENT_TEXT } from '$lib/text/lesson-panel';
import { type Session } from '$lib/worker/session.svelte';
import { wordsOf } from './words-of';

/** One page for the wall. */
export interface Slide {
	readonly title: string;
	readonly text: string;
	/** Null: the lesson's beginning or end. */
	readonly step: LessonStep | null;
}

/** What is shown of an answer. */
export interface ShownAnswer {
	readonly words: string;
	/** Markdown. */
	readonly text: string;
}

/** A lesson for the wall, page by page: hints and answers stay hidden until they are asked for, and nothing is recorded. */
export class Presenter {
	readonly slides: readonly Slide[];
	hints = $state(0);
	answer = $state.raw<ShownAnswer | null>(null);
	#at = $state(0);
	readonly #session: Session | null;

	constructor({ intro, steps, debrief }: Lesson, session: Session | null) {
		this.#session = session;
		this.slides = [
			{ title: PRESENT_TEXT.start, text: intro, step: null },
			...steps.map((step) => ({ title: step.title, text: step.text, step })),
			{ title: PRESENT_TEXT.end, text: debrief.text, step: null }
		];
	}

	get at(): number {
		return this.#at;
	}

	get slide(): Slide {
		return this.slides[this.#at]!;
	}

	/** Turns pages; what was shown of a page is hidden again. */
	turn(by: number): void {
		const at = Math.min(this.slides.length - 1, Math.max(0, this.#at + by));
		if (at === this.#at) return;
		this.#at = at;
		this.hints = 0;
		this.answer = null;
	}

	get hasHint(): boolean {
		return this.hints < (this.slide.step?.hints.length ?? 0);
	}

	/** The question of this page whose answer is still hidden. */
	get asked(): LessonQuestion | null {
		const { step } = this.slide;
		return step === null || step.kind === 'task' || this.answer ? null : step;
	}

	/** Shows the right answer, counted in the open scenario. */
	async reveal(): Promise<void> {
		const { asked } = this;
		if (!asked) return;
		const given = asked.kind === 'choice' ? asked.right : 0;
		const answered = await this.#session?.ask('answerQuestion', { question: asked, given });
		if (!answered?.ok || this.asked !== asked) return;
		const { expected } = answered.value.prediction;
		const text = asked.kind === 'number' ? asked.explanation : (answered.value.texts[0] ?? '');
		this.answer = { words: wordsOf(asked, expected), text };
	}
}

/** What an arrow key turns; keys within a field or a scrolling list are left alone. */
export const turnOf = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): number =>
	ctrlKey || metaKey || altKey
		? 0
		: key === 'ArrowRight' || key === 'PageDown'
			? 1
			: key === 'ArrowLeft' || key === 'PageUp'
				? -1
				: 0;
