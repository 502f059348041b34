/** Plays lessons as the app does: commands through the registry, figures from the engine. */
import { apply } from '$lib/commands';
import { SAMPLES } from '$lib/content/samples';
import { leavesOf, type Goal } from '$lib/domain/goal';
import { type Lesson, type LessonCommand, type LessonQuestion } from '$lib/domain/lesson';
import { type LessonEntry, type LessonEvent } from '$lib/domain/lesson-progress';
import { type Scenario } from '$lib/domain/scenario';
import { type Summary } from '$lib/domain/snapshot';
import { buildIndex } from '$lib/engine/columnar';
import { evaluate } from '$lib/engine/evaluate';
import { scenarioOf } from '$lib/files/scenario-of';
import { type GoalContext } from '$lib/lessons/context';
import { checkAnswer, gradeLesson, type Grading, metEvents, rightAnswer } from '$lib/lessons/grade';

export const summaryOf = (scenario: Scenario): Summary =>
	evaluate(buildIndex(scenario, undefined), scenario).summary;

export function startOf({ start }: Lesson): Scenario {
	if (start.kind === 'scenario') return scenarioOf(start.scenario);
	return scenarioOf(SAMPLES.find(({ id }) => id === start.sample)!.file);
}

/** A command that must be carried out, and must change something. */
export function done(scenario: Scenario, asked: LessonCommand): Scenario {
	const applied = apply(scenario, { ...asked, actor: asked.actor ?? null });
	if (!applied.ok) throw new Error(`${asked.name} refused: ${JSON.stringify(applied.error)}`);
	if (applied.value === scenario) throw new Error(`${asked.name} changes nothing`);
	return applied.value;
}

/** What a question supposes: its commands, those that are refused passed over. */
export function supposed(scenario: Scenario, question: LessonQuestion): Summary {
	const after = question.kind === 'number' ? (question.after ?? []) : [];
	return summaryOf(
		after.reduce((now, asked) => {
			const applied = apply(now, { ...asked, actor: asked.actor ?? null });
			return applied.ok ? applied.value : now;
		}, scenario)
	);
}

/** A lesson on its way: each step plays one command, adds events, or answers a question. */
export class Run {
	readonly lesson: Lesson;
	scenario: Scenario;
	entries: LessonEntry[] = [];
	events: LessonEvent[] = [];

	constructor(lesson: Lesson) {
		this.lesson = lesson;
		this.scenario = startOf(lesson);
	}

	get context(): GoalContext {
		const { scenario, entries, events } = this;
		return { scenario, summary: summaryOf(scenario), entries, events };
	}

	grade(): Grading {
		const grading = gradeLesson(this.lesson, this.context);
		this.events.push(...metEvents(grading, this.events));
		return grading;
	}

	play(...commands: readonly LessonCommand[]): this {
		for (const asked of commands) {
			const { asOf } = this.scenario;
			this.scenario = done(this.scenario, asked);
			this.entries.push({ name: asked.name, input: asked.input, actor: asked.actor ?? null, asOf });
			this.grade();
		}
		return this;
	}

	happen(...events: readonly LessonEvent[]): this {
		this.events.push(...events);
		this.grade();
		return this;
	}

	/** Answers every question rightly. */
	answerAll(): this {
		for (const step of this.lesson.steps) {
			if (step.kind === 'task') continue;
			const summary = supposed(this.scenario, step);
			const { prediction } = checkAnswer(step, rightAnswer(step, summary), summary);
			this.happen({ kind: 'predicted', prediction });
		}
		return this;
	}

	get done(): boolean {
		return this.grade().done;
	}

	/** Ids of the steps that are not met. */
	get open(): readonly string[] {
		return this.grade()
			.steps.filter(({ met }) => !met)
			.map(({ id }) => id);
	}
}

/** What must happen beside the scenario for the goals of a lesson's tasks. */
export const eventsFor = ({ steps }: Lesson): LessonEvent[] =>
	steps.flatMap((step) => (step.kind === 'task' ? leafEvents(step.goal) : []));

function leafEvents(goal: Goal): LessonEvent[] {
	return leavesOf(goal).flatMap((leaf): LessonEvent[] => {
		if (leaf.kind === 'way') return [{ kind: 'way', way: leaf.way }];
		if (leaf.kind === 'tab') return [{ kind: 'tab', tab: leaf.tab }];
		return leaf.kind === 'downloaded' ? [{ kind: 'downloaded' }] : [];
	});
}
