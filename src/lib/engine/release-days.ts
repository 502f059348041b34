import type { Seconds } from '$lib/domain/instant';
import type { Scenario } from '$lib/domain/scenario';
import { NEVER, NONE, type ReportWindow } from '$lib/domain/snapshot';
import { civilDate } from '$lib/domain/snapshot-rows';
import type { Index } from './columnar';
import { agentsOf } from './rules/agents';
import { type Moment, momentOf } from './rules/moment';
import { type Monitored, monitoredIn } from './rules/monitored';
import { releaseDay } from './rules/window';
import { viewersOf } from './rules/viewers';

/** The latest activity that holds each person's part in the window, in seconds. */
export interface LastActivity {
	/** Infinity while the overlap lasts (L15), NEVER for somebody who is no agent. */
	readonly agent: Float64Array;
	/** The latest viewing in the window, or NEVER. */
	readonly viewer: Float64Array;
}

/** L15 for everybody at once: as because.ts has it for one. */
export function lastActivity(index: Index, scenario: Scenario): LastActivity {
	const moment = momentOf(index, scenario);
	const monitored = monitoredIn(index, moment);
	const { agent, agentNow } = agentsOf(index, moment, monitored);
	const last = new Float64Array(agent.length).fill(NEVER);
	for (let p = 0; p < agent.length; p++)
		if (agentNow[p] === 1) last[p] = Infinity;
		else if (agent[p] === 1) last[p] = lastOverlap(index, moment, monitored, p);
	return { agent: last, viewer: lastViewings(index, moment) };
}

/** The last second of a former agent's overlaps in the window. */
function lastOverlap(index: Index, { end }: Moment, { joined }: Monitored, p: number): Seconds {
	const { start, queue, from, to } = index.byPerson();
	let last = NEVER;
	for (let m = start[p]!; m < start[p + 1]!; m++)
		for (let s = joined.start[queue[m]!]!; s < joined.start[queue[m]! + 1]!; s++) {
			const until = Math.min(to[m]!, joined.hi[s]!, end);
			if (Math.max(from[m]!, joined.lo[s]!) < until) last = Math.max(last, until - 1);
		}
	return last;
}

function lastViewings(index: Index, moment: Moment): Float64Array {
	const { asOf, openCounts } = moment;
	const viewer = viewersOf(index, moment);
	const latest = openCounts ? index.viewings.lastOpened : index.viewings.lastViewed;
	const ahead = latest.some((at) => at > asOf) ? latestUntil(index, openCounts, asOf) : latest;
	return Float64Array.from(viewer, (one, p) => (one === 1 ? ahead[p]! : NEVER));
}

/** By person: the latest viewing at or before `asOf`, however old; -Infinity for none. Status is not asked. */
export function latestUntil(index: Index, openCounts: boolean, asOf: Seconds): Float64Array {
	const latest = new Float64Array(index.viewings.lastViewed.length).fill(-Infinity);
	for (const { block, person, dashboard, firstAt, lastAt, lastOpened, lastViewed } of index.viewings.blocks) {
		if (firstAt > asOf) continue;
		const known = openCounts ? lastOpened : lastViewed;
		if (lastAt <= asOf) for (let i = 0; i < person.length; i++) keep(latest, person[i]!, known[i]!);
		else
			for (let i = 0; i < block.at.length; i++)
				if (block.at[i]! <= asOf && (openCounts || dashboard[block.dashboard[i]!] !== NONE))
					keep(latest, person[block.person[i]!]!, block.at[i]!);
	}
	return latest;
}

function keep(latest: Float64Array, who: number, at: Seconds): void {
	if (at > latest[who]!) latest[who] = at; // nobody's place is beyond the end: undefined is not less
}

/** The release date of a latest activity in the window; null while it lasts, or where there is none. */
export function releaseDates(window: ReportWindow, timeZone: string): (last: Seconds) => string | null {
	const known = new Map<string, string>();
	return (last) => {
		const date = last === Infinity ? null : civilDate(window, last);
		if (date === null) return null;
		let release = known.get(date);
		if (release === undefined) known.set(date, (release = releaseDay(last, timeZone)));
		return release;
	};
}
