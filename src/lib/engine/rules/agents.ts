import type { Index } from '../columnar';
import { type Moment, overlaps } from './moment';
import type { Monitored } from './monitored';

export interface Agents {
	/** By person: 1 for an agent of the window (L4). */
	readonly agent: Uint8Array;
	/** By person: 1 for a member, at as-of, of a queue monitored at as-of (L7). */
	readonly agentNow: Uint8Array;
	/** Distinct (person, queue) pairs of L4: the waterfall's first step (L12). */
	readonly pairs: number;
}

/** L4, and L7's "agents now", in one pass over the memberships. People whom A-STATUS leaves out are out. */
export function agentsOf(index: Index, moment: Moment, monitored: Monitored): Agents {
	const { start, person, from, to } = index.members;
	const { joined, now } = monitored;
	const { asOf, atEnd, counts } = moment;
	const agent = new Uint8Array(counts.length);
	const agentNow = new Uint8Array(counts.length);
	const lastQueue = new Int32Array(counts.length).fill(-1); // a returner's pair counts once
	let pairs = 0;
	for (let q = 0; q < now.length; q++) {
		const first = joined.start[q]!;
		const end = joined.start[q + 1]!;
		if (first === end) continue;
		const isNow = now[q] === 1;
		const lo = joined.lo[first]!;
		const hi = joined.hi[first]!;
		const single = end - first === 1;
		for (let i = start[q]!, last = start[q + 1]!; i < last; i++) {
			const since = from[i]!;
			const until = to[i]!;
			const present = since <= asOf && until > asOf;
			if (atEnd && !present) continue;
			const who = person[i]!;
			if (present && isNow) agentNow[who] = counts[who]!;
			else if (
				!overlaps(since, until, lo, hi) &&
				(single || !overlapsAny(since, until, joined, first + 1, end))
			)
				continue;
			if (lastQueue[who] === q) continue;
			lastQueue[who] = q;
			agent[who] = counts[who]!;
			pairs += counts[who]!;
		}
	}
	return { agent, agentNow, pairs };
}

function overlapsAny(
	from: number,
	to: number,
	{ lo, hi }: Monitored['joined'],
	first: number,
	end: number
): boolean {
	for (let i = first; i < end; i++) if (overlaps(from, to, lo[i]!, hi[i]!)) return true;
	return false;
}
