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

/** Stands for a person whom A-STATUS leaves out. */
const OUT = 0xffffffff;

/**
 * L4, and L7's "agents now", in one pass over the memberships. `marks` holds one number a person, for speed:
 * the last queue in which they counted, plus one, times two; plus one where they are an agent now.
 */
export function agentsOf(index: Index, { asOf, atEnd, counts }: Moment, monitored: Monitored): Agents {
	const { start, lasting, settled, person, from, to } = index.members;
	const { joined, now } = monitored;
	const marks = new Uint32Array(counts.length);
	for (let p = 0; p < counts.length; p++) if (counts[p] === 0) marks[p] = OUT;
	let pairs = 0;
	for (let q = 0; q < now.length; q++) {
		const first = joined.start[q]!;
		const end = joined.start[q + 1]!;
		if (first === end) continue;
		const isNow = now[q]!;
		const stamp = (q + 1) << 1;
		let i = start[q]!;
		if (isNow && settled[q]! <= asOf)
			for (const last = lasting[q]!; i < last; i++) {
				const who = person[i]!;
				const mark = marks[who]!;
				if (mark === OUT) continue;
				if (mark >>> 1 !== q + 1) pairs++; // a returner's pair counts once
				marks[who] = stamp | 1;
			}
		const lo = joined.lo[first]!;
		const hi = joined.hi[first]!;
		for (const last = start[q + 1]!; i < last; i++) {
			const since = from[i]!;
			const until = to[i]!;
			let agentNow = 0;
			if (since <= asOf && until > asOf) agentNow = isNow;
			else if (atEnd) continue;
			if (agentNow === 0 && !((since > lo ? since : lo) < (until < hi ? until : hi)))
				if (end - first === 1 || !overlapsAny(since, until, joined, first + 1, end)) continue;
			const who = person[i]!;
			const mark = marks[who]!;
			if (mark === OUT) continue;
			if (mark >>> 1 !== q + 1) pairs++;
			marks[who] = stamp | (mark & 1) | agentNow;
		}
	}
	const agent = new Uint8Array(counts.length);
	const agentNow = new Uint8Array(counts.length);
	for (let p = 0; p < counts.length; p++) {
		const mark = marks[p]!;
		if (mark === 0 || mark === OUT) continue;
		agent[p] = 1;
		agentNow[p] = mark & 1;
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
