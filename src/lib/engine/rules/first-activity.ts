import { NEVER } from '$lib/domain/snapshot';
import type { Index } from '../columnar';
import { type Moment, overlaps } from './moment';
import type { Intervals, Monitored } from './monitored';

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
	const atStart = watchedAtStart(joined, moment);
	for (let p = 0; p < agent.length; p++) {
		if (!agent[p]) continue;
		let earliest = Infinity;
		for (let m = start[p]!; m < start[p + 1]! && earliest > moment.start; m++) {
			const since = from[m]!;
			const until = to[m]!;
			if (moment.atEnd && until <= moment.asOf) continue;
			const q = queue[m]!;
			if (atStart[q] === 1 && since <= moment.start && until > moment.start) {
				earliest = moment.start;
				break;
			}
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

/** By queue: 1 where it is monitored as the window begins. Its first interval is the earliest one. */
function watchedAtStart({ start, lo }: Intervals, moment: Moment): Uint8Array {
	const marks = new Uint8Array(start.length - 1);
	for (let q = 0; q < marks.length; q++)
		if (start[q]! < start[q + 1]! && lo[start[q]!] === moment.start) marks[q] = 1;
	return marks;
}
