import { type Id } from './id';
import { type LessonCommand, type LessonNotes, type LessonPack } from './lesson';
import { type LessonEvent, type LessonProgress } from './lesson-progress';

/** A pack that lessons can be taken from. `key` tells editions apart; two files of one edition have the same. */
export interface ShelvedPack {
	readonly key: string;
	readonly pack: LessonPack;
	/** The computer's time at which it came, milliseconds; null: shipped with the app. */
	readonly addedAt: number | null;
}

/** An edition that left this browser. */
export interface HandedOut {
	readonly revision: number;
	/** The edition's packHash. */
	readonly hash: string;
}

/** What a recording is for: a scenario in which somebody does what a step asks for, or supposes (E5). */
export interface Recording {
	readonly scenarioId: string;
	readonly lessonId: Id;
	readonly stepId: Id;
	/** What the scenario began with on top of the lesson's start: what “show me” does for the steps before. */
	readonly after: readonly LessonCommand[];
	/** What no scenario holds of it: ways in, looks at the report, a download, each once. Absent: nothing yet. */
	readonly events?: readonly LessonEvent[] | undefined;
}

/** A pack that is being written here, with what only the instructor reads (E5). Its pack may still have gaps. */
export interface PackDraft {
	readonly id: string;
	/** One more with every write, so that two tabs see each other's (S4). Absent: kept before it was counted, 0. */
	readonly revision?: number | undefined;
	readonly pack: LessonPack;
	readonly notes: LessonNotes;
	/** Absent: never handed out. */
	readonly handedOut?: HandedOut | undefined;
	/** Absent: nothing is being recorded. */
	readonly recording?: Recording | undefined;
	/** The computer's time, milliseconds. */
	readonly changedAt: number;
}

/** How far somebody came in a lesson of an edition. One for each lesson: a new start goes on counting. */
export interface ShelvedProgress {
	/** progressKey of the two below. */
	readonly key: string;
	readonly packKey: string;
	readonly progress: LessonProgress;
	/** The computer's time of the last change, milliseconds. */
	readonly changedAt: number;
}

/** What a progress is kept under. */
export const progressKey = (packKey: string, lessonId: string): string => JSON.stringify([packKey, lessonId]);
