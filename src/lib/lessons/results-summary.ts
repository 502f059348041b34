import { type LessonPack } from '$lib/domain/lesson';
import { type HandedIn, type ResultRow, type ResultsTable, type Share } from './results-table';

/** The question that most learners answered wrongly at first. */
export interface HardestQuestion {
	/** As a pack at hand calls it; else its id. */
	readonly question: string;
	readonly lesson: string;
	/** Learners who were wrong, of those who answered. */
	readonly wrong: Share;
}

/** What a class comes to, in a few figures. */
export interface ResultsSummary {
	/** Learners who finished every lesson of their pack, of all. */
	readonly finished: Share;
	/** Null: nobody answered anything wrongly. */
	readonly hardest: HardestQuestion | null;
	/** Results of somebody of whom another one, of the same pack, is here too. By source. */
	readonly repeated: ReadonlySet<string>;
}

/**
 * The class in a few figures (E6). A learner is a name in a group with a pack; without a name each file is somebody of
 * its own. Whoever handed in twice counts once: as finished if any of the results is, and with the answers of the one
 * saved last.
 */
export function resultsSummary(
	handedIn: readonly HandedIn[],
	{ rows }: ResultsTable,
	packs: readonly LessonPack[] = []
): ResultsSummary {
	const rowOf = new Map(rows.map((row) => [row.source, row]));
	const learners = new Map<string, HandedIn[]>();
	for (const one of handedIn) {
		const key = learnerKey(one);
		learners.set(key, [...(learners.get(key) ?? []), one]);
	}
	const all = [...learners.values()];
	const isFinished = (one: HandedIn) => isDone(rowOf.get(one.source));
	return {
		finished: { done: all.filter((files) => files.some(isFinished)).length, of: all.length },
		hardest: hardestOf(
			all.map((files) => files.reduce((a, b) => (b.result.savedAt >= a.result.savedAt ? b : a))),
			packs
		),
		repeated: new Set(all.flatMap((files) => (files.length > 1 ? files.map(({ source }) => source) : [])))
	};
}

const isDone = (row: ResultRow | undefined): boolean =>
	row !== undefined && row.lessons.of > 0 && row.lessons.done === row.lessons.of;

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

function learnerKey({ source, result: { learner = '', group = '', pack } }: HandedIn): string {
	const name = plain(learner);
	return JSON.stringify(name === '' ? ['file', source] : [name, plain(group), pack.id]);
}

function hardestOf(latest: readonly HandedIn[], packs: readonly LessonPack[]): HardestQuestion | null {
	const asked = new Map<string, HardestQuestion>();
	for (const { result } of latest)
		for (const { lessonId, title, predictions } of result.lessons)
			for (const { question, given, expected } of predictions) {
				const key = JSON.stringify([result.pack.id, lessonId, question]);
				const { wrong } = asked.get(key) ?? { wrong: { done: 0, of: 0 } };
				asked.set(key, {
					question: titleOf(packs, result.pack.id, lessonId, question) ?? question,
					lesson: title,
					wrong: { done: wrong.done + (given === expected ? 0 : 1), of: wrong.of + 1 }
				});
			}
	let hardest: HardestQuestion | null = null;
	for (const one of asked.values()) if (one.wrong.done > (hardest?.wrong.done ?? 0)) hardest = one;
	return hardest;
}

const titleOf = (
	packs: readonly LessonPack[],
	packId: string,
	lessonId: string,
	question: string
): string | undefined =>
	packs
		.find(({ id }) => id === packId)
		?.lessons.find(({ id }) => id === lessonId)
		?.steps.find(({ id }) => id === question)?.title;
