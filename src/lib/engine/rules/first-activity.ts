import { NEVER } from '$lib/domain/snapshot';
import type { Index } from '../columnar';
import { type Moment, overlaps } from './moment';
import type { Monitored } from './monitored';

/**
 * L11: by agent, the earliest moment of an L4 overlap in the window; NEVER for others. Nothing is earlier than
 * the window's start, which is soon found for nearly everybody.
 */
export function firstAsAgent(
	index: Index,
	moment: Moment,
	{ joined }: Monitored,
	agent: Uint8Array
): Float64Array {
	const { start, queue, from, to } = index.byPerson();
	const first = new Float64Array(agent.length).fill(NEVER);
	for (let p = 0; p < agent.length; p++) {
		if (!agent[p]) continue;
		let earliest = Infinity;
		for (let m = start[p]!; m < start[p + 1]! && earliest > moment.start; m++) {
			const since = from[m]!;
			const until = to[m]!;
			if (moment.atEnd && until <= moment.asOf) continue;
			const q = queue[m]!;
			for (let w = joined.start[q]!; w < joined.start[q + 1]!; w++) {
				const lo = joined.lo[w]!;
				if (!overlaps(since, until, lo, joined.hi[w]!)) continue;
				const begins = since > lo ? since : lo;
				if (begins < earliest) earliest = begins;
			}
		}
		first[p] = earliest;
	}
	return first;
}
