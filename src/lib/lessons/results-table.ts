import { type Instant } from '$lib/domain/instant';
import { type LessonPack } from '$lib/domain/lesson';
import { type LessonResult } from '$lib/domain/lesson-result';
import { packHash } from './pack-hash';

/** A result file that was read. */
export interface HandedIn {
	/** The file's name. */
	readonly source: string;
	readonly result: LessonResult;
}

/** How many of something, of how many. */
export interface Share {
	readonly done: number;
	readonly of: number;
}

/** One learner's line: everything is as the file says, and the file reports itself. */
export interface ResultRow {
	readonly source: string;
	readonly learner: string;
	readonly group: string;
	readonly packTitle: string;
	readonly revision: number;
	/** Whether an edition at hand is the learner's; null where the pack is not at hand. */
	readonly samePack: boolean | null;
	readonly lessons: Share;
	readonly steps: Share;
	readonly predictions: Share;
	readonly hints: number;
	readonly attempts: number;
	readonly resets: number;
	/** Lessons in which “show me” was played. */
	readonly shown: number;
	readonly activeSeconds: number;
	readonly savedAt: Instant;
	/** Steps met in each lesson of the table, in its order; null: not begun. */
	readonly byLesson: readonly (Share | null)[];
}

export interface ResultsTable {
	readonly lessons: readonly { readonly packId: string; readonly id: string; readonly title: string }[];
	readonly rows: readonly ResultRow[];
}

const order = new Intl.Collator('en', { numeric: true });

/**
 * Many results as one table (E6), by group, learner and time. `packs`, those that the trainer has, give their lessons
 * and the lessons' order where a result names them; of a pack that is not at hand, the lessons are those of the results.
 */
export function resultsTable(handedIn: readonly HandedIn[], packs: readonly LessonPack[] = []): ResultsTable {
	const lessons = new Map<string, ResultsTable['lessons'][number]>();
	const add = (packId: string, id: string, title: string) => {
		const key = keyOf(packId, id);
		if (!lessons.has(key)) lessons.set(key, { packId, id, title });
	};
	const named = new Set(handedIn.map(({ result }) => result.pack.id));
	const hashed = packs.flatMap((pack) => (named.has(pack.id) ? [{ pack, hash: packHash(pack) }] : []));
	const editionOf = ({ pack: { id, hash } }: LessonResult) =>
		hashed.find((one) => one.pack.id === id && one.hash === hash) ?? hashed.find((one) => one.pack.id === id);
	const editions = handedIn.map((one) => ({ one, edition: editionOf(one.result) }));
	for (const { edition } of editions)
		for (const { id, title } of edition?.pack.lessons ?? []) add(edition?.pack.id ?? '', id, title);
	for (const { result } of handedIn)
		for (const { lessonId, title } of result.lessons) add(result.pack.id, lessonId, title);
	const keys = [...lessons.keys()];
	const rows = editions.map(({ one, edition }) => rowOf(one, keys, edition));
	return {
		lessons: [...lessons.values()],
		rows: rows.toSorted(
			(a, b) =>
				order.compare(a.group, b.group) ||
				order.compare(a.learner, b.learner) ||
				(a.savedAt < b.savedAt ? -1 : a.savedAt > b.savedAt ? 1 : order.compare(a.source, b.source))
		)
	};
}

const keyOf = (packId: string, lessonId: string): string => JSON.stringify([packId, lessonId]);

function rowOf(
	{ source, result }: HandedIn,
	keys: readonly string[],
	edition: { readonly pack: LessonPack; readonly hash: string } | undefined
): ResultRow {
	const { lessons } = result;
	const sum = (each: (lesson: LessonResult['lessons'][number]) => number) =>
		lessons.reduce((total, lesson) => total + each(lesson), 0);
	const metIn = (lesson: LessonResult['lessons'][number]) => lesson.steps.filter(({ met }) => met).length;
	const shares = new Map(
		lessons.map((lesson) => [
			keyOf(result.pack.id, lesson.lessonId),
			{ done: metIn(lesson), of: lesson.steps.length }
		])
	);
	return {
		source,
		learner: result.learner ?? '',
		group: result.group ?? '',
		packTitle: result.pack.title,
		revision: result.pack.revision,
		samePack: edition ? edition.hash === result.pack.hash : null,
		lessons: {
			done: lessons.filter((lesson) => metIn(lesson) === lesson.steps.length).length,
			of: edition ? edition.pack.lessons.length : lessons.length
		},
		steps: { done: sum(metIn), of: sum((lesson) => lesson.steps.length) },
		predictions: {
			done: sum(({ predictions }) => predictions.filter((one) => one.given === one.expected).length),
			of: sum(({ predictions }) => predictions.length)
		},
		hints: sum(({ hints }) => hints),
		attempts: sum(({ attempts }) => attempts),
		resets: sum(({ resets }) => resets),
		shown: lessons.filter(({ shown }) => shown).length,
		activeSeconds: sum(({ activeSeconds }) => activeSeconds),
		savedAt: result.savedAt,
		byLesson: keys.map((key) => shares.get(key) ?? null)
	};
}
