import { MOST_REGION_SETS, type OverlapAnswer, type OverlapKind } from '$lib/domain/overlap';
import type { Scenario } from '$lib/domain/scenario';
import type { Index } from './columnar';
import { overlapPairs } from './overlap-pairs';
import { overlapRegions } from './overlap-regions';
import { createToggles, type ToggleState } from './toggles';
import type { Work } from './work';

export interface OverlapQuestion {
	readonly kind: OverlapKind;
	/** Of many sets: only pairs with a name that holds these words. */
	readonly search: string;
	/** Up to so many sets by regions. */
	readonly few?: number;
}

/** Sets with members, in the scenario's order: who is in set `s` is `member[start[s]]` to `member[start[s + 1] - 1]`. */
export interface Sets {
	readonly names: readonly string[];
	readonly start: Uint32Array;
	readonly member: Uint32Array;
	/** How many people there are, in a set or not. */
	readonly people: number;
}

/** Agents of as-of by which monitored queues, or dashboards, they count for (L7). */
export function* overlap(
	index: Index,
	scenario: Scenario,
	{ kind, search, few = MOST_REGION_SETS }: OverlapQuestion
): Work<OverlapAnswer> {
	const { state } = createToggles(index, scenario);
	yield state.member.length;
	const things = kind === 'queues' ? index.queues.names : index.dashboards.names;
	const sets = setsOf(state, kind, things);
	yield sets.member.length;
	return sets.names.length <= few ? overlapRegions(sets) : yield* overlapPairs(sets, search);
}

function setsOf(state: ToggleState, kind: OverlapKind, things: readonly string[]): Sets {
	const people = state.reasons.length;
	const names: string[] = [];
	const start = [0];
	const member: number[] = [];
	/** By person: the last set that took them in, plus one; members of two queues of a dashboard come once. */
	const taken = new Uint32Array(people);
	things.forEach((name, thing) => {
		const set = names.length + 1;
		for (const q of kind === 'queues' ? [thing] : queuesOf(state, thing)) {
			if (state.watchers[q] === 0) continue;
			for (let i = state.memberStart[q]!; i < state.memberStart[q + 1]!; i++) {
				const p = state.member[i]!;
				if (taken[p] === set) continue;
				taken[p] = set;
				member.push(p);
			}
		}
		if (member.length === start.at(-1)) return; // nobody is in it
		names.push(name);
		start.push(member.length);
	});
	return { names, start: Uint32Array.from(start), member: Uint32Array.from(member), people };
}

function* queuesOf(
	{ byDashboard, dashboardStart, watchQueue }: ToggleState,
	dashboard: number
): Generator<number> {
	for (let i = dashboardStart[dashboard]!; i < dashboardStart[dashboard + 1]!; i++)
		yield watchQueue[byDashboard[i]!]!;
}
