import { type StoreFault } from '$lib/domain/fault';
import { type Id } from '$lib/domain/id';
import { type Lesson, type LessonPack, type LessonQuestion } from '$lib/domain/lesson';
import { type LessonEvent } from '$lib/domain/lesson-progress';
import {
	type PackDraft,
	progressKey,
	type ShelvedPack,
	type ShelvedProgress
} from '$lib/domain/lesson-shelf';
import { failed, ok, type Result } from '$lib/domain/result';
import { type ScenarioFile } from '$lib/domain/scenario';
import { type Answered, type Grading, metEvents } from '../lessons/grade';
import { packKey } from '../lessons/pack-hash';
import { newProgress, noted, recorded, restarted, returned, spent } from '../lessons/progress';
import { type SandboxDatabase } from '../store/db';
import { toStoreFault } from '../store/fault';
import {
	allProgress,
	changeDraft,
	changeProgress,
	type DraftConflict,
	dropDraft,
	dropPack,
	keepDraft,
	keepPack,
	keptPacks,
	packDrafts
} from '../store/lesson-shelf';
import { type Live } from '../store/live.svelte';
import { type Session } from './session.svelte';

/** What lessons need from outside. */
export interface LessonsParts {
	readonly db: SandboxDatabase;
	readonly now: () => number;
	/** The shipped course; read when somebody looks for lessons, not before. */
	readonly course: () => Promise<LessonPack>;
	readonly sample: (id: Id) => ScenarioFile | undefined;
	/** Opens a new scenario (S3). Answers its id. */
	readonly create: (file: ScenarioFile) => Promise<Result<string, StoreFault>>;
	/** Puts a scenario into the bin, and takes it out again. */
	readonly bin: (id: string) => Promise<Result<null, StoreFault>>;
	readonly restore: (id: string) => Promise<Result<null, StoreFault>>;
	/** The user took a pack or a draft away. */
	readonly dropped: (key: string) => void;
}

/** Shows another scenario. */
type Move = (scenarioId: string) => Promise<void>;

/** A lesson that a scenario was opened for. */
export interface Running {
	readonly shelved: ShelvedPack;
	readonly lesson: Lesson;
	readonly progress: ShelvedProgress;
}

/** The key under which a draft is tried out: the same, however often it changes. */
export const draftKey = (id: string): string => `draft ${id}`;

/** Packs, and the way through their lessons: what is on the shelf, what runs, what was done (E1 to E6). */
export class Lessons {
	readonly #parts: LessonsParts;
	readonly #kept: Live<readonly ShelvedPack[]>;
	readonly #drafts: Live<readonly PackDraft[]>;
	readonly #progress: Live<readonly ShelvedProgress[]>;
	#course = $state.raw<ShelvedPack>();
	#isLoading = false;

	constructor(parts: LessonsParts) {
		this.#parts = parts;
		this.#kept = keptPacks(parts.db);
		this.#drafts = packDrafts(parts.db);
		this.#progress = allProgress(parts.db);
	}

	/** The course and the packs that were kept; undefined until both are known. */
	get packs(): readonly ShelvedPack[] | undefined {
		this.#load();
		const kept = this.#kept.current;
		return this.#course && kept && [this.#course, ...kept];
	}

	/** Packs that are being written here; undefined until they are known. */
	get drafts(): readonly PackDraft[] | undefined {
		return this.#drafts.current;
	}

	/** The draft whose recording a scenario is; null: of none. Undefined until they are known. */
	recordingIn(scenarioId: string): PackDraft | null | undefined {
		return this.drafts && (this.drafts.find(({ recording }) => recording?.scenarioId === scenarioId) ?? null);
	}

	/** Every progress; undefined until it is known. */
	get progress(): readonly ShelvedProgress[] | undefined {
		return this.#progress.current;
	}

	/** How far a lesson has come; undefined where it was not begun. */
	progressOf(key: string, lessonId: Id): ShelvedProgress | undefined {
		return this.progress?.find((one) => one.packKey === key && one.progress.lessonId === lessonId);
	}

	/** The lesson that a scenario was opened for; null: none. Undefined while that is read. */
	runningIn(scenarioId: string): Running | null | undefined {
		const { progress } = this;
		if (!progress) return undefined;
		const found = progress.find((one) => one.progress.scenarioId === scenarioId);
		if (!found) return null;
		this.#load();
		const shelved = this.#all.find(({ key }) => key === found.packKey);
		if (!shelved) return this.#course && this.#kept.current && this.drafts ? null : undefined;
		const lesson = shelved.pack.lessons.find(({ id }) => id === found.progress.lessonId);
		return lesson ? { shelved, lesson, progress: found } : null;
	}

	/** Opens a new scenario for a lesson; what was done in it before goes on counting (E3). Answers the scenario's id. */
	async start({ key, pack }: ShelvedPack, lesson: Lesson): Promise<Result<string, StoreFault>> {
		const file = this.#startOf(lesson);
		if (!file) return failed({ code: 'SCENARIO_GONE', detail: 'the lesson’s sample' });
		const made = await this.#parts.create({ ...file, name: lesson.title });
		if (!made.ok) return made;
		const stored = await this.#change(key, pack.id, lesson.id, (now) =>
			now ? restarted(now, made.value) : newProgress(pack.id, lesson.id, made.value)
		);
		return stored.ok ? made : stored;
	}

	/**
	 * Begins the exercise again: a new scenario, the one before into the bin, all else untouched (E3). `move`: opens a
	 * scenario, so that none goes while it is looked at.
	 */
	async reset({ shelved, lesson, progress }: Running, move: Move): Promise<Result<string, StoreFault>> {
		const started = await this.start(shelved, lesson);
		if (!started.ok) return started;
		await move(started.value);
		const binned = await this.#parts.bin(progress.progress.scenarioId);
		return binned.ok ? started : binned;
	}

	/** Begins it again to be shown how it is done, which the try that begins says from now on (E6). */
	async beginShown(running: Running, move: Move): Promise<Result<string, StoreFault>> {
		const begun = await this.reset(running, move);
		if (!begun.ok) return begun;
		const said = await this.#changed(running.progress, (now) =>
			now.scenarioId === begun.value ? recorded(now, { kind: 'shown' }) : now
		);
		return said.ok ? begun : said;
	}

	/** Takes a reset back: the scenario before it out of the bin, the one after it in. What was recorded since stays. */
	async takeBack({ progress: before }: Running, move: Move): Promise<Result<null, StoreFault>> {
		const made = this.progress?.find(({ key }) => key === before.key)?.progress.scenarioId;
		const { scenarioId } = before.progress;
		const restored = await this.#parts.restore(scenarioId);
		if (!restored.ok) return restored;
		const stored = await this.#changed(before, (now) => returned(now, scenarioId));
		if (!stored.ok) return stored;
		await move(scenarioId);
		return made === undefined || made === scenarioId ? stored : this.#parts.bin(made);
	}

	/** Keeps what happened in a lesson beside its scenario; what comes late, after a reset, is of another try. */
	record({ progress }: Running, ...events: readonly LessonEvent[]): Promise<Result<null, StoreFault>> {
		return this.#changed(progress, (now) => (isSameTry(now, progress) ? recorded(now, ...events) : now));
	}

	/** Adds time in which the lesson was seen and used, in seconds. */
	spend({ progress }: Running, seconds: number): Promise<Result<null, StoreFault>> {
		return this.#changed(progress, (now) => (isSameTry(now, progress) ? spent(now, seconds) : now));
	}

	/** How the lesson stands (E1, E2); steps that are met for the first time are kept. */
	async grade(session: Session, running: Running): Promise<Result<Grading, StoreFault>> {
		const { steps, mistakes } = running.lesson;
		const { events } = running.progress.progress;
		const graded = await session.ask('gradeLesson', { lesson: { steps, mistakes }, events }, 'gradeLesson');
		if (!graded.ok) return graded;
		const met = metEvents(graded.value, events);
		if (met.length === 0) return graded;
		const kept = await this.record(running, ...met);
		return kept.ok ? graded : kept;
	}

	/** Checks an answer to a question; the first one is the prediction (E1). */
	async answer(
		session: Session,
		running: Running,
		question: LessonQuestion,
		given: number | string
	): Promise<Result<Answered, StoreFault>> {
		const answered = await session.ask('answerQuestion', { question, given });
		if (!answered.ok) return answered;
		const { prediction } = answered.value;
		const kept = await this.record(running, { kind: 'predicted', prediction });
		return kept.ok ? answered : kept;
	}

	/** Puts a pack on the shelf. Answers its key. */
	async keep(pack: LessonPack): Promise<Result<string, StoreFault>> {
		const row = { key: packKey(pack), pack, addedAt: this.#parts.now() };
		const kept = await this.#stored(() => keepPack(this.#parts.db, row));
		return kept.ok ? ok(row.key) : kept;
	}

	drop = (key: string): Promise<Result<null, StoreFault>> => this.#dropped(key, dropPack);

	/** Keeps a draft that is based on the stored one's revision `base`; null: a new one. Another tab's is not replaced (S4). */
	async keepDraft(
		draft: Omit<PackDraft, 'changedAt'>,
		base: number | null
	): Promise<Result<PackDraft, StoreFault | DraftConflict>> {
		const { db, now } = this.#parts;
		try {
			return await keepDraft(db, { ...draft, changedAt: now() }, base);
		} catch (error) {
			return failed(toStoreFault(error));
		}
	}

	/** Keeps what happened in a recording and no scenario holds (E5). */
	note = ({ id }: PackDraft, event: LessonEvent): Promise<Result<null, StoreFault>> =>
		this.#changeDraft(id, (now) => noted(now, event));

	/** Ends the recording that `draft` was seen with, in the draft as it is by now (S4). */
	stopRecording = ({ id, recording }: PackDraft): Promise<Result<null, StoreFault>> =>
		this.#changeDraft(id, (now) =>
			now.recording?.scenarioId === recording?.scenarioId ? { ...now, recording: undefined } : now
		);

	dropDraft = (id: string): Promise<Result<null, StoreFault>> => this.#dropped(id, dropDraft);

	get #all(): readonly ShelvedPack[] {
		const drafts = (this.#drafts.current ?? []).map(({ id, pack }) => ({
			key: draftKey(id),
			pack,
			addedAt: null
		}));
		return [...(this.#course ? [this.#course] : []), ...(this.#kept.current ?? []), ...drafts];
	}

	#load(): void {
		if (this.#isLoading) return;
		this.#isLoading = true;
		this.#parts.course().then(
			(pack) => (this.#course = { key: packKey(pack), pack, addedAt: null }),
			(error: unknown) => {
				this.#isLoading = false; // whoever asks next tries again
				reportError(error);
			}
		);
	}

	#startOf({ start }: Lesson): ScenarioFile | undefined {
		return start.kind === 'scenario' ? start.scenario : this.#parts.sample(start.sample);
	}

	#changed(
		{ packKey: key, progress: { packId, lessonId } }: ShelvedProgress,
		change: (now: ShelvedProgress['progress']) => ShelvedProgress['progress']
	): Promise<Result<null, StoreFault>> {
		return this.#change(key, packId, lessonId, (now) => now && change(now));
	}

	#change(
		packKey: string,
		packId: Id,
		lessonId: Id,
		change: (now: ShelvedProgress['progress'] | undefined) => ShelvedProgress['progress'] | undefined
	): Promise<Result<null, StoreFault>> {
		const key = progressKey(packKey, lessonId);
		const { db, now } = this.#parts;
		return this.#stored(() =>
			changeProgress(db, key, (row) => {
				const next = change(row?.progress);
				if (next === undefined || next === row?.progress) return row;
				return { key, packKey, progress: next, changedAt: now() };
			})
		);
	}

	#changeDraft(id: string, change: (now: PackDraft) => PackDraft): Promise<Result<null, StoreFault>> {
		return this.#stored(() =>
			changeDraft(this.#parts.db, id, (now) => {
				const next = change(now);
				return next === now ? now : { ...next, changedAt: this.#parts.now() };
			})
		);
	}

	async #dropped(key: string, drop: typeof dropPack): Promise<Result<null, StoreFault>> {
		const done = await this.#stored(() => drop(this.#parts.db, key));
		if (done.ok) this.#parts.dropped(key);
		return done;
	}

	async #stored(write: () => Promise<unknown>): Promise<Result<null, StoreFault>> {
		try {
			await write();
			return ok(null);
		} catch (error) {
			return failed(toStoreFault(error));
		}
	}
}

const isSameTry = (now: ShelvedProgress['progress'], { progress }: ShelvedProgress): boolean =>
	now.scenarioId === progress.scenarioId;
