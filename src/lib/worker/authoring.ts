import { type StoreFault } from '$lib/domain/fault';
import { type Lesson, type LessonCommand, type LessonPack } from '$lib/domain/lesson';
import { type Recording } from '$lib/domain/lesson-shelf';
import { type LessonProblem } from '$lib/domain/lesson-problem';
import { type Recorded } from '$lib/domain/lesson-outcomes';
import { failed, ok, type Result } from '$lib/domain/result';
import { type ScenarioFile } from '$lib/domain/scenario';
import { type SampleFile } from '$lib/domain/share-link';
import { type ScenarioRow } from '../store/db';
import { type WorkerClient } from './client';
import { type EngineCalls, type StartFile } from './protocol';
import { type NotDone, type Session } from './session.svelte';
import { type Work } from './work.svelte';

/** What writing lessons needs from outside. */
interface AuthoringParts {
	readonly engine: WorkerClient<EngineCalls>;
	readonly work: Work;
	readonly samples: readonly SampleFile[];
	readonly newId: () => string;
	readonly now: () => number;
}

/** Writing lessons by using the app (E5): recordings, what they came to, and whether a pack can be handed out. */
export class Authoring {
	readonly #parts: AuthoringParts;

	constructor(parts: AuthoringParts) {
		this.#parts = parts;
	}

	/** What a lesson starts from; undefined: a sample that is not there. */
	startOf({ start }: Pick<Lesson, 'start'>): ScenarioFile | undefined {
		if (start.kind === 'scenario') return start.scenario;
		return this.#parts.samples.find(({ id }) => id === start.sample)?.file;
	}

	/** Opens a new scenario for a recording: the lesson's start, with some commands done. Answers its id. */
	async open(
		file: ScenarioFile,
		commands: readonly LessonCommand[],
		name: string
	): Promise<Result<string, NotDone>> {
		const { engine, work, newId, now } = this.#parts;
		const id = newId();
		const input = { id, file: { ...file, name }, commands, at: now() };
		const made = await work.run('saving', (options) => engine.call('createPlayed', input, options));
		if (!made.ok) return made;
		return made.value.ok ? ok(id) : failed(made.value.error);
	}

	/** What a recording came to so far. */
	recorded(
		session: Session,
		start: ScenarioFile,
		{ after, events = [] }: Recording
	): Promise<Result<Recorded, StoreFault>> {
		return session.ask('recorded', { start, after, events });
	}

	/** What keeps a pack from being handed out; nothing: it can be. */
	check(pack: LessonPack): Promise<Result<readonly LessonProblem[], StoreFault>> {
		return this.#call('checkPack', pack);
	}

	/** The answer to each question, lesson by lesson. */
	answers(pack: LessonPack): Promise<Result<readonly (readonly string[])[], StoreFault>> {
		return this.#call('packAnswers', pack);
	}

	/** One of the user's scenarios as it is now, to start a lesson from; too large a one is only measured. */
	take({ id, revision }: Pick<ScenarioRow, 'id' | 'revision'>): Promise<Result<StartFile, StoreFault>> {
		const { engine, work } = this.#parts;
		return work.run('reading', (options) => engine.call('startFile', { scenarioId: id, revision }, options));
	}

	#call<K extends 'checkPack' | 'packAnswers'>(
		name: K,
		pack: LessonPack
	): Promise<Result<EngineCalls[K]['output'], StoreFault>> {
		const { engine, work, samples } = this.#parts;
		return work.run('checking', (options) => engine.call(name, { pack, samples }, { ...options, key: name }));
	}
}
