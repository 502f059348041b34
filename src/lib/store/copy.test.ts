import { expect, test } from 'vitest';
import {
	type CopyEntry,
	copyFileOf,
	type CopyList,
	isSameCopy,
	missingHere,
	parseCopyList,
	planCopy
} from './copy';
import { type ScenarioRow } from './db';
import { lossOf } from './loss';

const row = (id: string, revision: number, changedAt = revision, deletedAt: number | null = null) =>
	({ id, revision, changedAt, deletedAt, head: { name: `Scenario ${id}` } }) as ScenarioRow;
const entry = (id: string, revision: number, changedAt = revision): CopyEntry => ({
	id,
	name: `Scenario ${id}`,
	revision,
	changedAt,
	deleted: false,
	bytes: 10
});
const list = (...entries: CopyEntry[]): CopyList => ({
	version: 1,
	generation: 3,
	at: 5,
	entries,
	leftOut: []
});
const none = new Set<string>();
const plan = (
	before: CopyList | undefined,
	rows: readonly ScenarioRow[],
	forgotten: ReadonlySet<string> = none
) => {
	const { kept, wanted } = planCopy(before, rows, forgotten);
	return [
		kept.map(({ id, revision }) => `${id}${revision}`),
		wanted.map(({ id, revision }) => `${id}${revision}`)
	];
};

test('[S5] D24 an emptier database never makes an emptier copy', () => {
	const good = list(entry('a', 4), entry('b', 2));
	expect(plan(good, [])).toEqual([['a4', 'b2'], []]);
	expect(isSameCopy(good, planCopy(good, [], none))).toBe(true);
	expect(plan(good, [row('c', 1)])).toEqual([['a4', 'b2'], ['c1']]);
});

test('[S5] D24 an older state never replaces a later one, nor does another state of the same revision pass for it', () => {
	const good = list(entry('a', 4));
	expect(plan(good, [row('a', 3)])).toEqual([['a4'], []]);
	expect(plan(good, [row('a', 4, 99)])).toEqual([[], ['a4']]);
	expect(copyFileOf(entry('a', 4, 99))).not.toBe(copyFileOf(entry('a', 4)));
});

test('[S5] only what changed is read, the newest first; what the user deleted goes', () => {
	const good = list(entry('a', 4), entry('b', 2), entry('c', 7));
	expect(plan(good, [row('a', 4), row('b', 3, 50), row('d', 1, 60)], new Set(['c']))).toEqual([
		['a4'],
		['d1', 'b3']
	]);
	expect(plan(good, [row('a', 3)], new Set(['a', 'b', 'c']))).toEqual([[], ['a3']]);
	expect(plan(undefined, [row('a', 1)])).toEqual([[], ['a1']]);
});

test('[S5] a place in the bin is a new list, but no new file', () => {
	const good = list(entry('a', 4));
	const binned = planCopy(good, [row('a', 4, 4, 100)], none);
	expect(binned.wanted).toEqual([]);
	expect(binned.kept).toEqual([{ ...entry('a', 4), deleted: true }]);
	expect(isSameCopy(good, binned)).toBe(false);
	expect(isSameCopy(good, planCopy(good, [row('a', 4)], none))).toBe(true);
});

test('[S5] what only the copy has is what can be brought back', () => {
	const good = list(entry('a', 4), entry('b', 2), entry('c', 1));
	expect(missingHere(good, [row('a', 4), row('b', 1)]).map(({ id }) => id)).toEqual(['b', 'c']);
	expect(missingHere(undefined, [])).toEqual([]);
});

test.each(['', '{', '[]', '{"version":1}', JSON.stringify({ ...list(), version: 2 })])(
	'[S5] D6 a list that is damaged or of a later version is none: %s',
	(text) => expect(parseCopyList(text)).toBeUndefined()
);

test('[S5] a list is read as it was written', () => {
	const good = list(entry('a', 4));
	expect(parseCopyList(JSON.stringify(good))).toEqual(good);
});

const marker = (seen?: readonly (readonly [string, number])[]) => ({
	scenarios: 2,
	names: ['A', 'B'],
	at: 9,
	...(seen && { seen })
});

test.each([
	['nothing was noted', undefined, [], null],
	['nothing was here', { scenarios: 0, names: [], at: 9 }, [], null],
	[
		'all of it is here',
		marker([
			['a', 4],
			['b', 2]
		]),
		[row('a', 4), row('b', 5)],
		null
	],
	['a note of earlier days says only how many', marker(), [row('a', 1)], null],
	['nothing is left', marker(), [], { isTotal: true, count: 2, names: ['A', 'B'], at: 9 }],
	[
		'one is gone',
		marker([
			['a', 4],
			['b', 2]
		]),
		[row('a', 4)],
		{ isTotal: false, count: 1, names: ['B'], at: 9 }
	],
	[
		'the last change is gone',
		marker([
			['a', 4],
			['b', 2]
		]),
		[row('a', 3), row('b', 2)],
		{ isTotal: false, count: 1, names: ['A'], at: 9 }
	]
] as const)('[S5] D7 what is lost is told: %s', (_, noted, rows, loss) => {
	expect(lossOf(noted, rows)).toEqual(loss && { lessons: 0, ...loss });
});

test.each([
	['nothing is left of them', 0, [], { isTotal: true, count: 0, names: [], lessons: 3, at: 9 }],
	['something is left of them', 1, [], null],
	[
		'they are gone and scenarios are here',
		0,
		[row('a', 1)],
		{ isTotal: false, count: 0, names: [], lessons: 3, at: 9 }
	]
] as const)('[S5] D7 what is lost of lessons is told: %s', (_, here, rows, loss) => {
	expect(lossOf({ scenarios: 0, names: [], at: 9, lessons: 3 }, rows, here)).toEqual(loss);
});
