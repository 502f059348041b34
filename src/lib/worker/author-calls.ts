import { type Lesson, type LessonPack, MOST_START_BYTES } from '$lib/domain/lesson';
import { type LessonProblem } from '$lib/domain/lesson-problem';
import { failed, ok } from '$lib/domain/result';
import { type Scenario, toScenarioFile } from '$lib/domain/scenario';
import { type SampleFile } from '$lib/domain/share-link';
import { packViewings } from '$lib/domain/viewing';
import { answersText } from '$lib/text/answers';
import { apply } from '../commands';
import { buildIndex } from '../engine/columnar';
import { evaluate } from '../engine/evaluate';
import { packText, readPack } from '../files/read-pack';
import { scenarioOf } from '../files/scenario-of';
import { type GoalContext } from '../lessons/context';
import { rightAnswer } from '../lessons/grade';
import { outcomesOf } from '../lessons/outcomes-of';
import { finished } from '../lessons/pack-edits';
import { commandsOf, play, type Player } from '../lessons/play';
import { problemsOf } from '../lessons/problems-of';
import { scenarioText } from '../files/write-scenario';
import { type SandboxDatabase } from '../store/db';
import { historyExtent, readEntries } from '../store/history';
import { createScenario, pack as packed } from '../store/library';
import { type Held } from './held';
import { type At, type EngineCalls } from './protocol';
import { type Context, type Handlers } from './serve';

type AuthorCalls = Pick<EngineCalls, 'recorded' | 'createPlayed' | 'checkPack' | 'packAnswers' | 'startFile'>;

const PLAYER: Player = {
	apply: (scenario, { name, input, actor = null }) => apply(scenario, { name, input, actor }),
	summarize: (scenario) => evaluate(buildIndex(scenario, undefined), scenario).summary
};

/** What belongs to the sandbox and to no lesson: a solution does without. */
const BESIDE = new Set(['renameScenario', 'setWhatIfs', 'setExempt']);

/** What writing lessons asks of the engine (E5). */
export function authorCalls(
	open: () => Promise<SandboxDatabase>,
	at: (input: At, context: Context) => Promise<Held>
): Handlers<AuthorCalls> {
	return {
		recorded: async (input, context) => {
			const { document, snapshot } = await at(input, context);
			const db = await open();
			const { applied } = await historyExtent(db, document.id);
			const journal = await readEntries(db, document.id, 1, applied);
			const entries = journal.filter(({ name }) => !BESIDE.has(name));
			const { scenario } = play(scenarioOf(input.start), input.after, PLAYER);
			const before: GoalContext = {
				scenario,
				summary: PLAYER.summarize(scenario),
				entries: [],
				events: []
			};
			const after: GoalContext = {
				scenario: document.scenario,
				summary: snapshot.summary,
				entries,
				events: input.events
			};
			return { ...outcomesOf({ before, after }), commands: commandsOf(entries) };
		},
		startFile: async (input, context) => {
			const { scenario } = (await at(input, context)).document;
			let bytes = 0;
			for (const piece of scenarioText(scenario)) bytes += piece.length;
			return { bytes, file: bytes > MOST_START_BYTES ? null : toScenarioFile(scenario) };
		},
		createPlayed: async ({ id, file, commands, at: now }) => {
			const start: Scenario = { ...file, viewings: packViewings(file.viewings) };
			const { scenario, refused } = play(start, commands, PLAYER);
			const [first] = refused;
			if (first) return failed(first.refusal);
			await createScenario(await open(), id, packed(scenario), now);
			return ok(null);
		},
		checkPack: async ({ pack, samples }) => {
			const ready = finished(pack);
			const problems = problemsOf(ready, (lesson) => startOf(lesson, samples), PLAYER);
			return problems.length > 0 ? problems : unreadable(ready, samples);
		},
		packAnswers: ({ pack, samples }) =>
			pack.lessons.map((lesson) => {
				const start = startOf(lesson, samples);
				return answersText(lesson, (question) => {
					if (!start) return '';
					const after = question.kind === 'number' ? (question.after ?? []) : [];
					return rightAnswer(question, PLAYER.summarize(play(start, after, PLAYER).scenario));
				});
			})
	};
}

const startOf = ({ start }: Lesson, samples: readonly SampleFile[]): Scenario | undefined => {
	const file =
		start.kind === 'scenario' ? start.scenario : samples.find(({ id }) => id === start.sample)?.file;
	return file && scenarioOf(file);
};

/** What reading the pack's file would say: the same border that it crosses at a learner's. */
async function unreadable(
	pack: LessonPack,
	samples: readonly SampleFile[]
): Promise<readonly LessonProblem[]> {
	const bytes = new TextEncoder().encode(packText(pack));
	const read = await readPack(bytes, new Set(samples.map(({ id }) => id)));
	if (read.ok) return [];
	return read.error.map((fault) => {
		const place = /^lessons\[(\d+)\]/.exec(fault.path)?.[1];
		const lessonId = place === undefined ? null : (pack.lessons[Number(place)]?.id ?? null);
		return {
			code: 'UNREADABLE',
			fault,
			field: lessonId === null ? 'pack-lessons' : 'title',
			lessonId,
			stepId: null
		};
	});
}
