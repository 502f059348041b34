import type { FitDrop, FitFloor, FitQuestion } from '$lib/domain/fit';
import type { Scenario } from '$lib/domain/scenario';
import type { Index } from '../columnar';
import { createToggles, type ToggleState } from '../toggles';
import { firstAlike, ownersOf, type Rows, type Turned, turned } from './rows';
import type { Work } from '../work';

/**
 * Fewest drops as a covering problem (I5): a group of people is freed when ALL its items are dropped, for all
 * that keeps them needed is watched by these items (L7). People with equal items are one group; items with
 * equal people are one item, since dropping some of them alone frees nobody. What can free nobody is not here.
 */
export interface FitProblem {
	/** By item: how many drops it stands for, never 0, and which. */
	readonly cost: Uint32Array;
	readonly drops: readonly (readonly FitDrop[])[];
	/** By group: how many people. */
	readonly weight: Uint32Array;
	readonly itemsOf: Rows;
	/** By pair of `itemsOf`, its group. */
	readonly groupOf: Uint32Array;
	readonly groupsOf: Turned;
}

export interface FitCase {
	readonly needed: number;
	readonly floor: FitFloor;
	readonly problem: FitProblem;
}

/** What the toggles of L14 say of a scenario, as a problem: O(items x queues x members). */
export function* fitCase(index: Index, scenario: Scenario, question: FitQuestion): Work<FitCase> {
	const { needed, state } = createToggles(index, scenario);
	yield index.members.person.length;
	const kept = keptWatchings(index, state, question.exempt);
	const parts = partsOf(state, question.kind);
	const mayDrop = parts.map((part) => part.every((w) => !kept[w]));
	const { held, floor } = heldPeople(state, parts, mayDrop);
	const people = yield* itemsOfPeople(
		state,
		parts.filter((_, i) => mayDrop[i]),
		held
	);
	const drops = parts.filter((_, i) => mayDrop[i]).map((part) => dropsOf(index, state, question, part));
	return { needed, floor, problem: yield* reduced(people, drops) };
}

/** Watchings that something exempt keeps. */
function keptWatchings(index: Index, state: ToggleState, exempt: readonly FitDrop[]): Uint8Array {
	const { queues, dashboards } = index;
	const kept = new Uint8Array(state.watchQueue.length);
	for (const one of exempt) {
		const q = one.kind === 'dashboard' ? undefined : queues.ordinals.of(one.queueId);
		const d = one.kind === 'queue' ? undefined : dashboards.ordinals.of(one.dashboardId);
		if (one.kind !== 'dashboard' && q === undefined) continue;
		if (one.kind !== 'queue' && d === undefined) continue;
		for (let w = 0; w < kept.length; w++)
			if (
				(q === undefined || state.watchQueue[w] === q) &&
				(d === undefined || state.watchDashboard[w] === d)
			)
				kept[w] = 1;
	}
	return kept;
}

/**
 * The watchings that go together, in the scenario's order. One queue on one dashboard frees nobody while
 * another watches that queue: so all watchings of a queue go together, whether they are one drop or many.
 */
function partsOf(state: ToggleState, kind: FitQuestion['kind']): number[][] {
	const parts: number[][] = [];
	const { watchStart, dashboardStart, byDashboard } = state;
	if (kind === 'dashboards')
		for (let d = 0; d + 1 < dashboardStart.length; d++)
			parts.push(Array.from(byDashboard.subarray(dashboardStart[d], dashboardStart[d + 1])));
	else
		for (let q = 0; q + 1 < watchStart.length; q++)
			parts.push(Array.from({ length: watchStart[q + 1]! - watchStart[q]! }, (_, i) => watchStart[q]! + i));
	return parts.filter((part) => part.length > 0);
}

/** Everybody whose seat stays whatever is dropped. */
function heldPeople(state: ToggleState, parts: readonly (readonly number[])[], mayDrop: readonly boolean[]) {
	const held = state.permission.slice();
	let byPermission = 0;
	for (const by of held) byPermission += by;
	let byExemption = 0;
	parts.forEach((part, i) => {
		if (!mayDrop[i])
			for (const w of part)
				eachMember(state, w, (p) => {
					if (!held[p]) byExemption++;
					held[p] = 1;
				});
	});
	return { held, floor: { seats: byPermission + byExemption, byPermission, byExemption } };
}

function eachMember(state: ToggleState, w: number, visit: (person: number) => void): void {
	const q = state.watchQueue[w]!;
	for (let m = state.memberStart[q]!; m < state.memberStart[q + 1]!; m++) visit(state.member[m]!);
}

/** By person who is not held, the parts that keep them needed, ascending; empty for everybody else. */
function* itemsOfPeople(
	state: ToggleState,
	parts: readonly (readonly number[])[],
	held: Uint8Array
): Work<Rows> {
	const start = new Uint32Array(held.length + 1);
	const seen = new Int32Array(held.length);
	function* eachPair(visit: (person: number, part: number) => void): Work<void> {
		seen.fill(-1);
		for (const [i, part] of parts.entries()) {
			let steps = 1;
			for (const w of part)
				eachMember(state, w, (p) => {
					steps++;
					if (held[p] || seen[p] === i) return;
					seen[p] = i;
					visit(p, i);
				});
			yield steps;
		}
	}
	yield* eachPair((p) => start[p + 1]!++);
	for (let p = 1; p < start.length; p++) start[p]! += start[p - 1]!;
	const next = start.slice();
	const item = new Uint32Array(start[held.length]!);
	yield* eachPair((p, i) => (item[next[p]!++] = i));
	return { start, item };
}

function dropsOf(
	{ queues, dashboards }: Index,
	state: ToggleState,
	{ kind }: FitQuestion,
	part: readonly number[]
): FitDrop[] {
	const queueId = (w: number) => queues.ordinals.ids[state.watchQueue[w]!]!;
	const dashboardId = (w: number) => dashboards.ordinals.ids[state.watchDashboard[w]!]!;
	if (kind === 'queues') return [{ kind: 'queue', queueId: queueId(part[0]!) }];
	if (kind === 'dashboards') return [{ kind: 'dashboard', dashboardId: dashboardId(part[0]!) }];
	return part.map((w) => ({ kind: 'widget', queueId: queueId(w), dashboardId: dashboardId(w) }));
}

/** Equal people made one, equal items made one, and what frees nobody left out. */
export function* reduced(people: Rows, drops: readonly (readonly FitDrop[])[]): Work<FitProblem> {
	const pairs = people.item.length;
	const alike = firstAlike(people);
	yield 2 * pairs;
	const heads: number[] = [];
	const weightOf = new Uint32Array(alike.length);
	alike.forEach((first, p) => {
		if (people.start[p] === people.start[p + 1]) return;
		if (weightOf[first]!++ === 0) heads.push(first);
	});
	const groups = rowsOf(people, heads, (i) => i);
	yield pairs;
	const byItem = turned(groups, drops.length);
	yield pairs;
	const sameAs = firstAlike(byItem);
	yield pairs;
	const place = new Int32Array(drops.length).fill(-1);
	const merged: FitDrop[][] = [];
	sameAs.forEach((first, i) => {
		if (byItem.start[i] === byItem.start[i + 1]) return;
		if (first === i) place[i] = merged.push([...drops[i]!]) - 1;
		else merged[place[first]!]!.push(...drops[i]!);
	});
	const all = heads.map((_, g) => g);
	const itemsOf = rowsOf(groups, all, (i) => place[i]!);
	yield pairs;
	return {
		cost: Uint32Array.from(merged, (some) => some.length),
		drops: merged,
		weight: Uint32Array.from(heads, (p) => weightOf[p]!),
		itemsOf,
		groupOf: ownersOf(itemsOf),
		groupsOf: turned(itemsOf, merged.length)
	};
}

/** Some rows, their items renamed; one that has no name (-1) falls out. */
function rowsOf(rows: Rows, which: readonly number[], name: (item: number) => number): Rows {
	const start = new Uint32Array(which.length + 1);
	const item = new Uint32Array(which.reduce((sum, r) => sum + rows.start[r + 1]! - rows.start[r]!, 0));
	let count = 0;
	which.forEach((r, at) => {
		for (let k = rows.start[r]!; k < rows.start[r + 1]!; k++) {
			const named = name(rows.item[k]!);
			if (named >= 0) item[count++] = named;
		}
		start[at + 1] = count;
	});
	return { start, item: item.slice(0, count) };
}
