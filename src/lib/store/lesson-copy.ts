import { z } from '$lib/domain/zod';
import { type PackDraft, type ShelvedProgress } from '$lib/domain/lesson-shelf';
import { type PackRow, type SandboxDatabase } from './db';

/** Everything that is kept of lessons, as the tables have it. */
export interface LessonRows {
	readonly packs: readonly PackRow[];
	readonly drafts: readonly PackDraft[];
	readonly progress: readonly ShelvedProgress[];
}

/** Which state of one thing: its key, and two figures of which the first counts more. Both only grow. */
const Stamp = z.tuple([z.string(), z.number(), z.number()]);
type Stamp = z.infer<typeof Stamp>;

/** Which states of what; all that is needed to see whether two collections differ. */
export const LessonStamps = z.strictObject({
	packs: z.array(Stamp),
	drafts: z.array(Stamp),
	progress: z.array(Stamp)
});
export type LessonStamps = z.infer<typeof LessonStamps>;

export const NO_LESSONS: LessonStamps = { packs: [], drafts: [], progress: [] };

/** An edition never changes. A draft counts its writes, a progress its seconds; then the computer's clock decides. */
export const packStamp = ({ key }: Pick<PackRow, 'key'>): Stamp => [key, 0, 0];
const draftStamp = ({ id, revision = 0, changedAt }: PackDraft): Stamp => [id, revision, changedAt];
const progressStamp = ({ key, progress, changedAt }: ShelvedProgress): Stamp => [
	key,
	progress.activeSeconds,
	changedAt
];

export const stampsOf = ({ packs, drafts, progress }: LessonRows): LessonStamps => ({
	packs: packs.map(packStamp),
	drafts: drafts.map(draftStamp),
	progress: progress.map(progressStamp)
});

export const readLessons = async (db: SandboxDatabase): Promise<LessonRows> => {
	const [packs, drafts, progress] = await Promise.all([
		db.packs.toArray(),
		db.packDrafts.toArray(),
		db.progress.toArray()
	]);
	return { packs, drafts, progress };
};

export const countOf = ({ packs, drafts, progress }: LessonStamps): number =>
	packs.length + drafts.length + progress.length;

/** How many of each, as sentences count them. */
export const countsOf = ({ packs, drafts, progress }: LessonStamps) => ({
	packs: packs.length,
	drafts: drafts.length,
	begun: progress.length
});

const isLater = ([, a, b]: Stamp, [, c, d]: Stamp): boolean => a > c || (a === c && b > d);

/**
 * What the next copy holds. What is in the copy goes only when the same comes in a later state, or when the user let
 * go of it: an emptier database never makes an emptier copy (S5).
 */
export function mergedStamps(
	before: LessonStamps,
	here: LessonStamps,
	forgotten: ReadonlySet<string> = new Set()
): LessonStamps {
	const merge = (old: readonly Stamp[], now: readonly Stamp[]) => {
		const all = new Map(old.filter(([key]) => !forgotten.has(key)).map((stamp) => [stamp[0], stamp]));
		for (const stamp of now) {
			const known = all.get(stamp[0]);
			if (!known || !isLater(known, stamp)) all.set(stamp[0], stamp);
		}
		return [...all.values()].toSorted(([a], [b]) => (a < b ? -1 : 1));
	};
	return {
		packs: merge(before.packs, here.packs),
		drafts: merge(before.drafts, here.drafts),
		progress: merge(before.progress, here.progress)
	};
}

/** Whether two say the same; both in the order that mergedStamps gives. */
export const areSameStamps = (one: LessonStamps, other: LessonStamps): boolean =>
	JSON.stringify(one) === JSON.stringify(other);

/** The rows that stamps name, from here where it is that state, else from the copy before. */
export function rowsOf(stamps: LessonStamps, here: LessonRows, before: LessonRows): LessonRows {
	const pick = <T>(
		wanted: readonly Stamp[],
		rows: readonly T[],
		stampOf: (row: T) => Stamp
	): readonly T[] => {
		const byStamp = new Map(rows.map((row) => [JSON.stringify(stampOf(row)), row]));
		return wanted.flatMap((stamp) => byStamp.get(JSON.stringify(stamp)) ?? []);
	};
	return {
		packs: pick(stamps.packs, [...before.packs, ...here.packs], packStamp),
		drafts: pick(stamps.drafts, [...before.drafts, ...here.drafts], draftStamp),
		progress: pick(stamps.progress, [...before.progress, ...here.progress], progressStamp)
	};
}

/** What a copy holds and the browser does not: what is gone, and later states of what is here. */
export function missingLessons(copy: LessonStamps | undefined, here: LessonStamps): LessonStamps {
	if (!copy) return NO_LESSONS;
	const without = (all: readonly Stamp[], now: readonly Stamp[]) => {
		const known = new Map(now.map((stamp) => [stamp[0], stamp]));
		return all.filter((stamp) => {
			const same = known.get(stamp[0]);
			return !same || isLater(stamp, same);
		});
	};
	return {
		packs: without(copy.packs, here.packs),
		drafts: without(copy.drafts, here.drafts),
		progress: without(copy.progress, here.progress)
	};
}

/** What of `all` is among `wanted`, in the very same state or another one. */
export function commonStamps(all: LessonStamps, wanted: LessonStamps): LessonStamps {
	const common = (of: readonly Stamp[], some: readonly Stamp[]) => {
		const keys = new Set(some.map(([key]) => key));
		return of.filter(([key]) => keys.has(key));
	};
	return {
		packs: common(all.packs, wanted.packs),
		drafts: common(all.drafts, wanted.drafts),
		progress: common(all.progress, wanted.progress)
	};
}

/** The rows of a copy's file; undefined where it is damaged. They are read like any backup before they are kept. */
export function parseLessons(text: string): LessonRows | undefined {
	try {
		const rows = JSON.parse(text) as LessonRows;
		stampsOf(rows); // throws where a list or a figure is missing
		return rows;
	} catch {
		return undefined; // cut off or overwritten: the other generation counts
	}
}
