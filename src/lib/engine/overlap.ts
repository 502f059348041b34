import type { OverlapAnswer, OverlapKind, Region } from '$lib/domain/overlap';
import type { Scenario } from '$lib/domain/scenario';
import type { Index } from './columnar';
import { createToggles, type ToggleState } from './toggles';

/** Agents of as-of by exactly which monitored queues, or dashboards, they count for (L7); each agent is in one region. */
export function overlap(index: Index, scenario: Scenario, kind: OverlapKind): OverlapAnswer {
	const { state } = createToggles(index, scenario);
	const things = kind === 'queues' ? index.queues : index.dashboards;
	const places: number[] = [];
	const setsOf = new Map<number, number[]>();
	const { length } = things.names;
	for (let thing = 0; thing < length; thing++) {
		const members = kind === 'queues' ? membersOf(state, [thing]) : membersOf(state, queuesOf(state, thing));
		if (members.size === 0) continue;
		for (const person of members) {
			const sets = setsOf.get(person);
			if (sets) sets.push(places.length);
			else setsOf.set(person, [places.length]);
		}
		places.push(thing);
	}
	return {
		ids: places.map((thing) => things.ordinals.ids[thing]!),
		names: places.map((thing) => things.names[thing]!),
		regions: regionsOf(setsOf.values())
	};
}

/** Members now of monitored queues, each once. */
function membersOf({ watchers, member, memberStart }: ToggleState, queues: readonly number[]): Set<number> {
	const members = new Set<number>();
	for (const q of queues) {
		if (watchers[q] === 0) continue;
		for (let i = memberStart[q]!; i < memberStart[q + 1]!; i++) members.add(member[i]!);
	}
	return members;
}

const queuesOf = (
	{ byDashboard, dashboardStart, watchQueue }: ToggleState,
	dashboard: number
): readonly number[] =>
	Array.from(
		byDashboard.subarray(dashboardStart[dashboard], dashboardStart[dashboard + 1]),
		(w) => watchQueue[w]!
	);

function regionsOf(people: Iterable<readonly number[]>): readonly Region[] {
	const regions = new Map<string, { readonly of: readonly number[]; count: number }>();
	for (const of of people) {
		const key = of.join();
		const region = regions.get(key);
		if (region) region.count++;
		else regions.set(key, { of, count: 1 });
	}
	return [...regions.values()].sort((a, b) => b.count - a.count);
}
