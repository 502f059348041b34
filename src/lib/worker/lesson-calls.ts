import { type Scenario } from '$lib/domain/scenario';
import { type LessonCommand } from '$lib/domain/lesson';
import { type Summary } from '$lib/domain/snapshot';
import { apply } from '../commands';
import { buildIndex } from '../engine/columnar';
import { evaluate } from '../engine/evaluate';
import { checkAnswer, gradeLesson } from '../lessons/grade';
import { type SandboxDatabase } from '../store/db';
import { historyExtent, readEntries } from '../store/history';
import { type Held } from './held';
import { type At, type EngineCalls } from './protocol';
import { type Context, type Handlers } from './serve';

type LessonCalls = Pick<EngineCalls, 'gradeLesson' | 'answerQuestion'>;

/** What a lesson asks of its scenario (E1, E2). */
export function lessonCalls(
	open: () => Promise<SandboxDatabase>,
	at: (input: At, context: Context) => Promise<Held>
): Handlers<LessonCalls> {
	return {
		gradeLesson: async (input, context) => {
			const { document, snapshot } = await at(input, context);
			const db = await open();
			const { applied } = await historyExtent(db, document.id);
			const entries = await readEntries(db, document.id, 1, applied);
			const { summary } = snapshot;
			return gradeLesson(input.lesson, {
				scenario: document.scenario,
				summary,
				entries,
				events: input.events
			});
		},
		answerQuestion: async (input, context) => {
			const { document, index, snapshot } = await at(input, context);
			const { question, given } = input;
			const after = question.kind === 'number' ? (question.after ?? []) : [];
			const supposed = supposing(document.scenario, after);
			if (supposed === document.scenario) return checkAnswer(question, given, snapshot.summary);
			const summary: Summary = evaluate(buildIndex(supposed, index), supposed).summary;
			return checkAnswer(question, given, summary);
		}
	};
}

/** The scenario with commands done on a copy; what is refused, since it may be done already, is passed over. */
const supposing = (scenario: Scenario, commands: readonly LessonCommand[]): Scenario =>
	commands.reduce((now, { name, input, actor = null }) => {
		const done = apply(now, { name, input, actor });
		return done.ok ? done.value : now;
	}, scenario);
