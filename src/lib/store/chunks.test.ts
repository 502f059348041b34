import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Person } from '$lib/domain/person';
import { pieces, redeal, type Chunk } from './chunks';

const SIZE = 4;
const START = 21;

const person = (id: string): Person => ({ id, name: id, extension: '1', roleId: 'standard' });
const start = Array.from({ length: START }, (_, i) => person(`p${i}`));

/** Chunks as a fresh scenario has them, and the counter that goes on from there. */
function dealt(): { chunks: readonly Chunk[]; take: () => number } {
	let n = 0;
	const take = () => n++;
	return { chunks: redeal([], start, SIZE, 1, take), take };
}

const itemsOf = (chunks: readonly Chunk[]) => chunks.flatMap((chunk) => chunk.items);

type Edit =
	| { readonly kind: 'edit' | 'remove'; readonly at: number }
	| { readonly kind: 'insert'; readonly at: number; readonly count: number };

const edit: fc.Arbitrary<Edit> = fc.oneof(
	fc.record({ kind: fc.constantFrom('edit' as const, 'remove' as const), at: fc.nat({ max: 40 }) }),
	fc.record({
		kind: fc.constant('insert' as const),
		at: fc.nat({ max: 40 }),
		count: fc.integer({ min: 1, max: 12 })
	})
);

let made = 0;

function edited(list: readonly Person[], { at, ...change }: Edit): readonly Person[] {
	const i = list.length === 0 ? 0 : at % (list.length + (change.kind === 'insert' ? 1 : 0));
	switch (change.kind) {
		case 'edit':
			return list.length === 0 ? list : list.with(i, { ...list[i]!, name: `edited ${++made}` });
		case 'remove':
			return list.toSpliced(i, 1);
		case 'insert': {
			const count = 'count' in change ? change.count : 0;
			return list.toSpliced(i, 0, ...Array.from({ length: count }, () => person(`new ${++made}`)));
		}
	}
}

/** Old chunks that have no reason to be rewritten: their items stand together, with no new one behind or in front. */
function untouched(chunks: readonly Chunk[], list: readonly Person[]): readonly Chunk[] {
	const known = new Set(itemsOf(chunks).map((item) => item.id));
	return chunks.filter((chunk) => {
		const at = list.findIndex((item) => item === chunk.items[0]);
		if (at < 0 || chunk.items.some((item, i) => item !== list[at + i])) return false;
		const behind = list[at + chunk.items.length];
		if (behind && !known.has(behind.id)) return false;
		return chunk !== chunks[0] || at === 0;
	});
}

const gaugeChunks = (chunks: readonly Chunk[]) => {
	expect(new Set(chunks.map((chunk) => chunk.n)).size).toBe(chunks.length);
	for (const chunk of chunks) {
		expect(chunk.items.length).toBeGreaterThan(0);
		expect(chunk.items.length).toBeLessThanOrEqual(2 * SIZE);
	}
};

test('[S2] edits, inserts and removals rewrite only the chunks that they touch', () => {
	fc.assert(
		fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (rounds) => {
			const { chunks: first, take } = dealt();
			let chunks = first;
			let list: readonly Person[] = start;
			rounds.forEach((edits, round) => {
				const revision = round + 2;
				list = edits.reduce(edited, list);
				const next = redeal(chunks, list, SIZE, revision, take);
				expect(itemsOf(next)).toEqual(list);
				gaugeChunks(next);
				for (const chunk of untouched(chunks, list)) expect(next).toContain(chunk);
				for (const chunk of next) if (!chunks.includes(chunk)) expect(chunk.revision).toBe(revision);
				chunks = next;
			});
		})
	);
});

test('[S2] another order of the same items is kept, in chunks cut anew', () => {
	fc.assert(
		fc.property(fc.shuffledSubarray(start, { minLength: 2 }), (list) => {
			const { chunks, take } = dealt();
			const next = redeal(chunks, list, SIZE, 2, take);
			expect(itemsOf(next)).toEqual(list);
			gaugeChunks(next);
		})
	);
});

test('[S2] one edited person is one rewritten chunk', () => {
	const { chunks, take } = dealt();
	const next = redeal(chunks, start.with(9, { ...start[9]!, name: 'Alice' }), SIZE, 2, take);
	expect(next.filter((chunk) => !chunks.includes(chunk)).map((chunk) => chunk.n)).toEqual([2]);
});

test('[S2] the same items in another array rewrite nothing', () => {
	const { chunks, take } = dealt();
	const next = redeal(chunks, [...start], SIZE, 2, take);
	next.forEach((chunk, i) => expect(chunk).toBe(chunks[i]));
});

test('[S2] a list can be emptied and filled again; no number comes twice', () => {
	const { chunks, take } = dealt();
	const none = redeal(chunks, [], SIZE, 2, take);
	expect(none).toEqual([]);
	const again = redeal(none, start, SIZE, 3, take);
	expect(itemsOf(again)).toEqual(start);
	expect(Math.min(...again.map((chunk) => chunk.n))).toBeGreaterThan(
		Math.max(...chunks.map((chunk) => chunk.n))
	);
});

test.each([
	[0, []],
	[3, [3]],
	[8, [4, 4]],
	[9, [4, 4, 1]]
])('%i items are cut into pieces of %j', (count, sizes) => {
	expect(pieces(start.slice(0, count), SIZE).map((piece) => piece.length)).toEqual(sizes);
});
