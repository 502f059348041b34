import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failed, ok } from '$lib/domain/result';
import { type Copies } from '../store/copies';
import { type CopyList } from '../store/copy';
import { type ScenarioRow } from '../store/db';
import { type LessonStamps, NO_LESSONS } from '../store/lesson-copy';
import { SecondCopy, type SecondCopyParts } from './second-copy.svelte';

beforeEach(() => {
	vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
	vi.useRealTimers();
});

const row = (id: string, revision: number) =>
	({ id, revision, changedAt: revision, deletedAt: null, head: { name: id } }) as ScenarioRow;
const listOf = (generation: number, rows: readonly ScenarioRow[]): CopyList => ({
	version: 1,
	generation,
	at: 0,
	leftOut: [],
	entries: rows.map(({ id, revision, changedAt }) => ({
		id,
		name: id,
		revision,
		changedAt,
		deleted: false,
		bytes: 1
	}))
});

type Answer = Awaited<ReturnType<SecondCopyParts['files']['call']>>;

/** A copy whose worker takes `takes` milliseconds and then has what `rows` says. */
function made({
	takes = 100,
	isPossible = true,
	answer = ok(true)
}: { readonly takes?: number; readonly isPossible?: boolean; readonly answer?: Answer } = {}) {
	const state = {
		rows: [] as readonly ScenarioRow[],
		list: undefined as CopyList | undefined,
		asked: [] as number[],
		forgotten: [] as string[]
	};
	const copies = {
		isPossible,
		list: () => Promise.resolve(state.list),
		erase: () => Promise.resolve((state.list = undefined)),
		inTurn: <T>(work: () => Promise<T>) => work()
	} as unknown as Copies;
	const files = {
		call: async (_: string, { forget }: { forget: readonly string[] }) => {
			state.asked.push(Date.now());
			state.forgotten.push(...forget);
			await new Promise((done) => setTimeout(done, takes));
			if (answer.ok) state.list = listOf((state.list?.generation ?? 0) + 1, state.rows);
			return answer;
		}
	};
	const copy = new SecondCopy({ files: files as never, copies, now: () => Date.now() });
	const change = (...rows: ScenarioRow[]) => {
		state.rows = rows;
		copy.changed(rows, NO_LESSONS);
	};
	const learn = (lessons: LessonStamps) => copy.changed(state.rows, lessons);
	return { copy, state, change, learn };
}

test('[S5] a copy waits for some seconds of quiet, but not for ever', async () => {
	const { state, change } = made();
	change(row('a', 1));
	await vi.advanceTimersByTimeAsync(1_000);
	change(row('a', 2));
	await vi.advanceTimersByTimeAsync(1_400);
	expect(state.asked).toEqual([]);
	await vi.advanceTimersByTimeAsync(200);
	expect(state.asked).toEqual([1_002_500]);

	await vi.advanceTimersByTimeAsync(60_000);
	const began = Date.now();
	for (let revision = 3; revision < 43; revision++) {
		change(row('a', revision));
		await vi.advanceTimersByTimeAsync(1_000);
	}
	expect(state.asked[1]! - began).toBeLessThanOrEqual(31_000);
});

test('[S5] where nothing differs from the copy, nobody is asked', async () => {
	const { state, change, copy } = made();
	state.list = listOf(1, [row('a', 4), row('lost', 2)]);
	change(row('a', 4));
	await vi.advanceTimersByTimeAsync(60_000);
	expect(state.asked).toEqual([]);
	expect(copy.missing([row('a', 4)], NO_LESSONS).entries.map(({ id }) => id)).toEqual(['lost']);
	change(row('a', 5));
	await vi.advanceTimersByTimeAsync(5_000);
	expect(state.asked).toHaveLength(1);
});

test('[S5] a draft that is written or a lesson that goes on is copied as a scenario is', async () => {
	const { state, learn, copy } = made();
	const stamps = { packs: [], drafts: [['d', 3, 5]], progress: [['p', 40, 5]] } satisfies LessonStamps;
	state.list = { ...listOf(1, []), lessons: { stamps, generation: 1, bytes: 9 } };
	learn(stamps);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(state.asked).toEqual([]);
	learn({ ...stamps, drafts: [] }); // nor is what is gone
	await vi.advanceTimersByTimeAsync(60_000);
	expect(state.asked).toEqual([]);
	expect(copy.missing([], { ...stamps, drafts: [] }).lessons).toMatchObject({
		drafts: [['d', 3, 5]],
		progress: []
	});
	learn({ ...stamps, drafts: [['d', 4, 5]] });
	await vi.advanceTimersByTimeAsync(5_000);
	expect(state.asked).toHaveLength(1);
});

test('[S5] a copy that took ten seconds is not made again for minutes, unless the user deletes something', async () => {
	const { state, change, copy } = made({ takes: 10_000 });
	change(row('a', 1));
	await vi.advanceTimersByTimeAsync(14_000);
	expect(state.asked).toHaveLength(1);
	change(row('a', 2));
	await vi.advanceTimersByTimeAsync(150_000);
	expect(state.asked).toHaveLength(1);
	void copy.forget(['gone']);
	await vi.advanceTimersByTimeAsync(11_000);
	expect(state.forgotten).toEqual(['gone']);
	await vi.advanceTimersByTimeAsync(400_000);
	expect(copy.list?.entries).toMatchObject([{ revision: 2 }]);
});

test('[S5] why a copy could not be written is told until one is', async () => {
	const full = made({ answer: failed({ code: 'STORAGE_FULL', detail: '' }) });
	full.change(row('a', 1));
	await vi.advanceTimersByTimeAsync(10_000);
	expect(full.copy.fault?.code).toBe('STORAGE_FULL');
	const fine = made();
	fine.change(row('a', 1));
	await vi.advanceTimersByTimeAsync(10_000);
	expect(fine.copy.fault).toBeUndefined();
	await fine.copy.erase();
	expect(fine.copy.list).toBeNull();
});

test('[S5] a browser without files of its own is never asked for any', async () => {
	const { copy, state, change } = made({ isPossible: false });
	change(row('a', 1));
	await copy.forget(['a']);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(state.asked).toEqual([]);
	expect(copy.isPossible).toBe(false);
});
