import { type Lesson } from '$lib/domain/lesson';
import { type LessonEvent, type LessonProgress } from '$lib/domain/lesson-progress';
import { type ShelvedPack, type ShelvedProgress } from '$lib/domain/lesson-shelf';
import { sinceReset } from '$lib/lessons/context';

/** Where somebody stands in a lesson. `met` counts since the exercise last began. */
export interface Standing {
	readonly state: 'new' | 'begun' | 'done';
	readonly met: number;
	readonly of: number;
}

/** A lesson that was done once stays done, whatever was reset since. */
export function standingOf({ steps }: Lesson, progress: LessonProgress | undefined): Standing {
	const of = steps.length;
	if (!progress) return { state: 'new', met: 0, of };
	const count = (events: readonly LessonEvent[]) => {
		const met = new Set(events.flatMap((event) => (event.kind === 'met' ? [event.step] : [])));
		return steps.filter(({ id }) => met.has(id)).length;
	};
	const isDone = count(progress.events) === of;
	return { state: isDone ? 'done' : 'begun', met: count(sinceReset(progress.events)), of };
}

/** A lesson of a pack, and how far it has come. */
export interface ListedLesson {
	readonly lesson: Lesson;
	readonly standing: Standing;
	/** The scenario that it was opened in; null: none, or it is deleted. */
	readonly scenarioId: string | null;
}

/** The lessons of a pack in its order. `isOpenable`: whether a scenario is still there. */
export function listedLessons(
	{ key, pack }: ShelvedPack,
	progress: readonly ShelvedProgress[],
	isOpenable: (scenarioId: string) => boolean
): readonly ListedLesson[] {
	const own = new Map(
		progress.filter(({ packKey }) => packKey === key).map((one) => [one.progress.lessonId, one.progress])
	);
	return pack.lessons.map((lesson) => {
		const found = own.get(lesson.id);
		const id = found?.scenarioId;
		return {
			lesson,
			standing: standingOf(lesson, found),
			scenarioId: id !== undefined && isOpenable(id) ? id : null
		};
	});
}

/** What to go on with: what was begun, else the next that was not; undefined: all are done. */
export const nextOf = (lessons: readonly ListedLesson[]): ListedLesson | undefined =>
	lessons.find(({ standing }) => standing.state === 'begun') ??
	lessons.find(({ standing }) => standing.state === 'new');

export const doneIn = (lessons: readonly ListedLesson[]): number =>
	lessons.filter(({ standing }) => standing.state === 'done').length;

/** The pack that was worked in last; undefined: none was. */
export function lastPack(
	packs: readonly ShelvedPack[],
	progress: readonly ShelvedProgress[]
): ShelvedPack | undefined {
	const known = progress.filter(({ packKey }) => packs.some(({ key }) => key === packKey));
	const last = known.toSorted((a, b) => b.changedAt - a.changedAt)[0];
	return packs.find(({ key }) => key === last?.packKey);
}
