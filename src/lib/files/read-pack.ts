import { type FileFault } from '$lib/domain/fault';
import { leavesOf } from '$lib/domain/goal';
import { type Id } from '$lib/domain/id';
import {
	type Lesson,
	LessonNotes,
	LessonPack,
	NOTES_FORMAT,
	PACK_FORMAT,
	PACK_VERSION
} from '$lib/domain/lesson';
import { failed, ok, type Result } from '$lib/domain/result';
import { type z } from '$lib/domain/zod';
import { explain } from './explain';
import { Faults, type Path } from './faults';
import { FaultChecks } from './fault-checks';
import { begin, type Format, readJson } from './read-json';
import { checkRawAt } from './read-scenario';

const MEGABYTE = 1024 * 1024;

/** One of the small formats, and what a file of it may cost. */
export interface SmallFormat extends Format {
	readonly bytes: number;
	readonly depth: number;
}
/** Goals, and what stands around them, need 14 levels; the input of a command some more. */
const PACK: SmallFormat = { name: PACK_FORMAT, version: PACK_VERSION, bytes: 4 * MEGABYTE, depth: 24 };
const NOTES: SmallFormat = { name: NOTES_FORMAT, version: PACK_VERSION, bytes: MEGABYTE, depth: 24 };

/** A pack's text: what readPack reads. */
export const packText = (pack: LessonPack | LessonNotes): string => `${JSON.stringify(pack, null, '\t')}\n`;

/**
 * Reads a lesson pack, which is hostile until it is read (E6, S9). All or nothing: the pack exactly as the file says
 * it, or every fault of the first step that found any: size, text, nesting, JSON, format, version, shape, meaning.
 * `samples`: ids of the samples that a lesson may start from. Nothing of a pack is ever run: its commands are
 * names and inputs, which the registry checks once more. Never throws on any bytes.
 */
export async function readPack(
	bytes: Uint8Array,
	samples: ReadonlySet<Id>
): Promise<Result<LessonPack, readonly FileFault[]>> {
	const read = await shaped(bytes, PACK, LessonPack);
	if (!read.ok) return read;
	const faults = await packFaults(read.value, [], samples);
	return faults.length > 0 ? failed(faults) : read;
}

/** What is wrong with the meaning of a pack whose shape is right. `samples` null: any may be there. */
export async function packFaults(
	{ lessons }: LessonPack,
	at: Path,
	samples: ReadonlySet<Id> | null
): Promise<readonly FileFault[]> {
	const faults = new Faults();
	new FaultChecks(faults).ids(lessons, [...at, 'lessons']);
	lessons.forEach((lesson, i) => checkLesson(lesson, [...at, 'lessons', i], samples, faults));
	return faults.none ? startFaults(lessons, at) : faults.list();
}

/** What is wrong with the first scenario of a pack's own that is not sound. */
export async function startFaults(lessons: readonly Lesson[], at: Path): Promise<readonly FileFault[]> {
	for (const [i, { start }] of lessons.entries()) {
		if (start.kind === 'sample') continue;
		const sound = await checkRawAt(start.scenario, [...at, 'lessons', i, 'start', 'scenario']);
		if (!sound.ok) return sound.error;
	}
	return [];
}

/** Reads an instructor's notes; the lessons they speak of need not be at hand. */
export const readNotes = (bytes: Uint8Array): Promise<Result<LessonNotes, readonly FileFault[]>> =>
	shaped(bytes, NOTES, LessonNotes);

/** A small file of a format whose shape is right. */
export async function shaped<T>(
	bytes: Uint8Array,
	format: SmallFormat,
	schema: z.ZodType<T>
): Promise<Result<T, readonly FileFault[]>> {
	const raw = await readJson(bytes, format, begin({ limits: { bytes: format.bytes, depth: format.depth } }));
	if (!raw.ok) return failed([raw.error]);
	const parsed = schema.safeParse(raw.value);
	const faults = new Faults();
	if (parsed.success) checkKeys(raw.value, [], faults);
	else explain(schema, raw.value, [], faults);
	return parsed.success && faults.none ? ok(parsed.data) : failed(faults.list());
}

/** A schema passes over a prototype in the input of a command; what is read is to be what the file says. */
export function checkKeys(value: unknown, at: Path, faults: Faults): void {
	if (typeof value !== 'object' || value === null) return;
	const isList = Array.isArray(value);
	for (const [key, inside] of Object.entries(value)) {
		const here = [...at, isList ? Number(key) : key];
		if (key === '__proto__') faults.add('UNKNOWN_KEY', here, { key });
		else checkKeys(inside, here, faults);
	}
}

/** What no schema sees: ids twice, and answers, questions and samples that are not there. */
function checkLesson(lesson: Lesson, at: Path, samples: ReadonlySet<Id> | null, faults: Faults): void {
	const check = new FaultChecks(faults);
	const { start, steps, mistakes } = lesson;
	check.ids(steps, [...at, 'steps']);
	check.ids(mistakes, [...at, 'mistakes']);
	const questions = new Set(steps.flatMap(({ kind, id }) => (kind === 'task' ? [] : [id])));
	const goals = [
		...steps.flatMap((step, i) =>
			step.kind === 'task' ? [{ goal: step.goal, at: ['steps', i, 'goal'] as const }] : []
		),
		...mistakes.map(({ when }, i) => ({ goal: when, at: ['mistakes', i, 'when'] as const }))
	];
	for (const { goal, at: inside } of goals)
		for (const leaf of leavesOf(goal))
			if (leaf.kind === 'answered')
				check.known(questions.has(leaf.question), leaf.question, [...at, ...inside]);
	steps.forEach((step, i) => {
		const here = [...at, 'steps', i];
		if (step.kind === 'choice') {
			const choices = check.ids(step.choices, [...here, 'choices']);
			check.known(choices.has(step.right), step.right, [...here, 'right']);
		}
		if (step.kind === 'number') check.ids(step.mistakes ?? [], [...here, 'mistakes']);
	});
	if (start.kind === 'sample' && samples)
		check.known(samples.has(start.sample), start.sample, [...at, 'start', 'sample']);
}
