import { z } from '$lib/domain/zod';
import { type ScenarioRow } from './db';
import { LessonStamps } from './lesson-copy';

/** One scenario of the second copy: which state of it, and how large its file is. Times are the computer's. */
export const CopyEntry = z.strictObject({
	id: z.string(),
	name: z.string(),
	revision: z.int().min(1),
	/** With the revision it names one state: a database that lost its end may come to the same revision anew. */
	changedAt: z.number(),
	deleted: z.boolean(),
	bytes: z.int().min(0)
});
export type CopyEntry = z.infer<typeof CopyEntry>;

/** What was kept of lessons, in one file: which state of each, the generation that wrote it, and its size. */
export const CopiedLessons = z.strictObject({
	stamps: LessonStamps,
	generation: z.int().min(1),
	bytes: z.int().min(0)
});
export type CopiedLessons = z.infer<typeof CopiedLessons>;

/** One generation of the second copy (S5): the list of its files, written after all of them. */
export const CopyList = z.strictObject({
	version: z.literal(1),
	/** 1, 2, 3 …: the newest one counts, never the clock. */
	generation: z.int().min(1),
	/** When it was written, by the computer's clock, milliseconds. */
	at: z.number(),
	entries: z.array(CopyEntry),
	/** Absent where nothing was kept of lessons. */
	lessons: CopiedLessons.optional(),
	/** The names of scenarios for which there was no room. */
	leftOut: z.array(z.string())
});
export type CopyList = z.infer<typeof CopyList>;

/** The generation that a file holds; undefined where it is none, damaged, or of a later version. */
export function parseCopyList(text: string): CopyList | undefined {
	try {
		return CopyList.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined; // cut off or overwritten: the other generation counts
	}
}

/** Each state of a scenario has a file of its own, which is never written again. */
export const copyFileOf = ({
	id,
	revision,
	changedAt
}: Omit<CopyEntry, 'name' | 'deleted' | 'bytes'>): string =>
	`${encodeURIComponent(id)}.${revision}.${changedAt}.json`;

/** Written once for each state of the lessons, as a scenario's file is. */
export const lessonsFileOf = ({ generation }: Pick<CopiedLessons, 'generation'>): string =>
	`lessons.${generation}.json`;

/** The row says the same state as the entry, or the entry is of a later one, which an older one never replaces. */
export const isKept = (entry: CopyEntry | undefined, row: ScenarioRow): entry is CopyEntry =>
	entry !== undefined &&
	(entry.revision > row.revision || (entry.revision === row.revision && entry.changedAt === row.changedAt));

/** The entry of a scenario that is here: a name or a place in the bin that is new costs no new file. */
const asNow = (entry: CopyEntry, row: ScenarioRow): CopyEntry => ({
	...entry,
	deleted: row.deletedAt !== null
});

/** What the next generation takes over, and which scenarios it has to read. */
export interface CopyPlan {
	readonly kept: readonly CopyEntry[];
	readonly wanted: readonly ScenarioRow[];
}

/**
 * Plans the next generation. What is in the copy goes only when it is replaced by the same scenario at a later
 * revision, or when the user let go of it (`forgotten`): an emptier database never makes an emptier copy (S5).
 */
export function planCopy(
	before: CopyList | undefined,
	rows: readonly ScenarioRow[],
	forgotten: ReadonlySet<string> = new Set()
): CopyPlan {
	const known = new Map(before?.entries.map((entry) => [entry.id, entry]));
	const here = new Set(rows.map((row) => row.id));
	const newest = rows.toSorted((a, b) => b.changedAt - a.changedAt);
	const kept: CopyEntry[] = [];
	const wanted: ScenarioRow[] = [];
	for (const row of newest) {
		const entry = known.get(row.id);
		if (!forgotten.has(row.id) && isKept(entry, row)) kept.push(asNow(entry, row));
		else wanted.push(row);
	}
	const gone = (before?.entries ?? []).filter(({ id }) => !here.has(id) && !forgotten.has(id));
	return { kept: [...kept, ...gone], wanted };
}

/** Whether a generation would say something else than the one before. */
export function isSameCopy(before: CopyList | undefined, { kept, wanted }: CopyPlan): boolean {
	const text = (entries: readonly CopyEntry[]) =>
		JSON.stringify(entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
	return wanted.length === 0 && text(before?.entries ?? []) === text(kept);
}

/** What the copy holds and this browser does not: scenarios that are gone, and later states of those that are here. */
export function missingHere(
	copy: Pick<CopyList, 'entries'> | undefined,
	rows: readonly ScenarioRow[]
): readonly CopyEntry[] {
	const here = new Map(rows.map((row) => [row.id, row.revision]));
	return (copy?.entries ?? []).filter(({ id, revision }) => (here.get(id) ?? 0) < revision);
}
