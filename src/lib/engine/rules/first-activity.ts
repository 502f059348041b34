import { NEVER } from '$lib/domain/snapshot';
import type { Index } from '../columnar';
import { inAnyOf } from './agents';
import { type Moment, overlaps } from './moment';
import type { Monitored } from './monitored';

/**
 * L11: by agent, the earliest moment of an L4 overlap in the window; NEVER for others. Nearly every agent has
 * been, since before the window began, in a queue that was monitored all that time: they need no closer look.
 */
export function firstAsAgent(
	index: Index,
	moment: Moment,
	{ joined }: Monitored,
	agent: Uint8Array
): Float64Array {
	const { settled } = index.members;
	const fromTheStart = new Uint8Array(settled.length);
	for (let q = 0; q < settled.length; q++) {
		const at = joined.start[q]!;
		const isWatched = at < joined.start[q + 1]! && joined.lo[at] === moment.start;
		fromTheStart[q] = isWatched && settled[q]! <= moment.start ? 1 : 0;
	}
	const throughout = inAnyOf(fromTheStart, index.lasting(), agent);
	const first = new Float64Array(agent.length).fill(NEVER);
	for (let p = 0; p < agent.length; p++)
		if (throughout[p]) first[p] = moment.start;
		else if (agent[p]) first[p] = earliest(index, moment, joined, p);
	return first;
}

function earliest(index: Index, moment: Moment, { start, lo, hi }: Monitored['joined'], p: number): number {
	const { start: begin, queue, from, to } = index.byPerson();
	let found = Infinity;
	for (let m = begin[p]!; m < begin[p + 1]!; m++) {
		if (moment.atEnd && to[m]! <= moment.asOf) continue;
		for (let w = start[queue[m]!]!; w < start[queue[m]! + 1]!; w++)
			if (overlaps(from[m]!, to[m]!, lo[w]!, hi[w]!)) found = Math.min(found, Math.max(from[m]!, lo[w]!));
	}
	return found;
}
