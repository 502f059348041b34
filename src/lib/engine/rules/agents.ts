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

/**
 * L4, and L7's "agents now", in one pass over the memberships. Where all memberships without an end hold,
 * each of them is a pair; for the others `pairOf` keeps by person the last queue they counted in, so that
 * a returner's pair counts once.
 */
export function agentsOf(index: Index, { asOf, atEnd, counts }: Moment, monitored: Monitored): Agents {
	const { start, lasting, settled, doubled, alsoLasting, person, from, to } = index.members;
	const { joined, now } = monitored;
	const agent = new Uint8Array(counts.length);
	const agentNow = new Uint8Array(counts.length);
	const pairOf = new Uint32Array(counts.length);
	let pairs = 0;
	for (let q = 0; q < now.length; q++) {
		const first = joined.start[q]!;
		const end = joined.start[q + 1]!;
		if (first === end) continue;
		const isNow = now[q]!;
		const allHold = isNow === 1 && settled[q]! <= asOf && doubled[q] === 0;
		let i = start[q]!;
		if (allHold)
			for (const last = lasting[q]!; i < last; i++) {
				const who = person[i]!;
				pairs += counts[who]!;
				agentNow[who] = 1;
			}
		const lo = joined.lo[first]!;
		const hi = joined.hi[first]!;
		for (const last = start[q + 1]!; i < last; i++) {
			const since = from[i]!;
			const until = to[i]!;
			let holdsNow = 0;
			if (since <= asOf && until > asOf) holdsNow = isNow;
			else if (atEnd) continue;
			if (holdsNow === 0 && !((since > lo ? since : lo) < (until < hi ? until : hi)))
				if (end - first === 1 || !overlapsAny(since, until, joined, first + 1, end)) continue;
			const who = person[i]!;
			if (pairOf[who] !== q + 1 && !(allHold && alsoLasting[i])) pairs += counts[who]!;
			pairOf[who] = q + 1;
			agent[who] = 1;
			agentNow[who]! |= holdsNow;
		}
	}
	for (let p = 0; p < counts.length; p++) {
		agentNow[p]! &= counts[p]!;
		agent[p] = (agent[p]! & counts[p]!) | agentNow[p]!; // who is an agent now is one in the window
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
