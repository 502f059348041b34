import { MOST_CROSSED, MOST_TOLD, type PairOverlap } from '$lib/domain/overlap';
import type { Sets } from './overlap';
import { type Work, STEPS_A_YIELD } from './work';

/**
 * What each two of many sets share. A large account has millions of pairs, and people in dozens of sets at once come
 * to tens of millions of steps: a pair is one number, only the greatest are kept, and nothing is kept between searches.
 */
export function* overlapPairs(sets: Sets, search: string): Work<PairOverlap> {
	const { names } = sets;
	const isFound = found(names, search);
	const after = memberships(sets);
	yield sets.member.length;
	const most = names.reduce((largest, _, set) => Math.max(largest, sizeOf(sets, set)), 0);
	const all = topPairs(names.length, most, 1);
	const told = topPairs(names.length, most, MOST_TOLD);
	const shared = new Uint32Array(names.length);
	let steps = 0;
	for (let a = 0; a < names.length; a++) {
		steps += countShared(sets, after, a, shared) + names.length - a;
		for (let b = a + 1; b < names.length; b++) {
			const count = shared[b]!;
			if (count === 0) continue;
			shared[b] = 0;
			all.add(a, b, count);
			if (isFound === null || isFound[a] === 1 || isFound[b] === 1) told.add(a, b, count);
		}
		if (steps < STEPS_A_YIELD) continue;
		yield steps;
		steps = 0;
	}
	const named = (pair: Ranked) => ({ a: names[pair.a]!, b: names[pair.b]!, shared: pair.shared });
	const [greatest] = all.list();
	const pairs = told.list();
	const crossed = crossedSets(isFound, pairs);
	return {
		kind: 'pairs',
		names: crossed.map((set) => names[set]!),
		sizes: crossed.map((set) => sizeOf(sets, set)),
		total: inAtLeast(1, after),
		several: inAtLeast(2, after),
		greatest: greatest ? named(greatest) : null,
		count: told.count,
		pairs: pairs.map(named),
		crossed: crossedCounts(sets, crossed)
	};
}

const sizeOf = ({ start }: Sets, set: number): number => start[set + 1]! - start[set]!;

/** By set: 1 where its name holds the words; null: nothing is searched for. */
function found(names: readonly string[], search: string): Uint8Array | null {
	const words = search.trim().toLowerCase();
	return words === '' ? null : Uint8Array.from(names, (name) => (name.toLowerCase().includes(words) ? 1 : 0));
}

/** By person, the sets that they are in, ascending; `place[i]`: where the set of member `i` stands among these. */
interface Memberships {
	readonly start: Uint32Array;
	readonly set: Uint32Array;
	readonly place: Uint32Array;
}

function memberships({ names, start, member, people }: Sets): Memberships {
	const own = new Uint32Array(people + 1);
	for (const p of member) own[p + 1]!++;
	for (let p = 0; p < people; p++) own[p + 1]! += own[p]!;
	const free = own.slice();
	const set = new Uint32Array(member.length);
	const place = new Uint32Array(member.length);
	for (let s = 0; s < names.length; s++)
		for (let i = start[s]!; i < start[s + 1]!; i++) {
			const at = free[member[i]!]!++;
			set[at] = s;
			place[i] = at;
		}
	return { start: own, set, place };
}

/** How many people are in so many sets, or more. */
function inAtLeast(sets: number, { start }: Memberships): number {
	let people = 0;
	for (let p = 1; p < start.length; p++) if (start[p]! - start[p - 1]! >= sets) people++;
	return people;
}

/** Adds to `shared` what set `a` shares with each later one; answers how many steps it took. */
function countShared({ start, member }: Sets, own: Memberships, a: number, shared: Uint32Array): number {
	let steps = 0;
	for (let i = start[a]!; i < start[a + 1]!; i++) {
		const end = own.start[member[i]! + 1]!;
		for (let at = own.place[i]! + 1; at < end; at++) shared[own.set[at]!]!++;
		steps += end - own.place[i]!;
	}
	return steps;
}

interface Ranked {
	readonly a: number;
	readonly b: number;
	readonly shared: number;
}

/** Keeps the pairs that share most, equal ones by their order; `most`: no pair shares more. */
function topPairs(sets: number, most: number, room: number) {
	const kept = new Float64Array(room + 4_000);
	let filled = 0;
	let count = 0;
	let worst = Infinity;
	const tidy = () => {
		kept.subarray(0, filled).sort();
		filled = Math.min(filled, room);
		if (filled === room) worst = kept[room - 1]!;
	};
	return {
		get count() {
			return count;
		},
		add(a: number, b: number, shared: number): void {
			count++;
			const key = ((most - shared) * sets + a) * sets + b; // the least comes first
			if (key > worst) return;
			if (filled === kept.length) tidy();
			kept[filled++] = key;
		},
		list(): readonly Ranked[] {
			tidy();
			return Array.from(kept.subarray(0, filled), (key) => {
				const rest = Math.floor(key / sets);
				return { a: rest % sets, b: key % sets, shared: most - Math.floor(rest / sets) };
			});
		}
	};
}

/** Sets that are shown with each other: those that are searched for, then those that share most with them. */
function crossedSets(isFound: Uint8Array | null, pairs: readonly Ranked[]): readonly number[] {
	const crossed = new Set<number>();
	for (let set = 0; isFound && set < isFound.length && crossed.size < MOST_CROSSED; set++)
		if (isFound[set] === 1) crossed.add(set);
	for (const { a, b } of pairs) {
		if (crossed.size < MOST_CROSSED) crossed.add(a);
		if (crossed.size < MOST_CROSSED) crossed.add(b);
	}
	return [...crossed];
}

const crossedCounts = ({ start, member }: Sets, crossed: readonly number[]): PairOverlap['crossed'] =>
	crossed.map((a, row) => {
		const members = new Set(member.subarray(start[a], start[a + 1]));
		return crossed.slice(0, row).map((b) => {
			let both = 0;
			for (let i = start[b]!; i < start[b + 1]!; i++) if (members.has(member[i]!)) both++;
			return both;
		});
	});
