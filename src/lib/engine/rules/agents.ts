import { type LastingQueues, SEVERAL } from '../columns/lasting';
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
 * L4, and L7's "agents now". In a queue that is monitored now and where all memberships without an end have
 * begun, each of these is a pair, counted beforehand; and a person with one such queue is an agent. All other
 * memberships are looked at; `pairOf` keeps by person the last queue they counted in, so that a returner's
 * pair counts once.
 */
export function agentsOf(index: Index, moment: Moment, monitored: Monitored): Agents {
	const { asOf, atEnd, counts } = moment;
	const { start, lasting, settled, doubled } = index.members;
	const { joined, now } = monitored;
	const ended = index.ended();
	const ofEnabled = counts === index.people.enabled ? index.lastingEnabled() : undefined;
	const settledNow = new Uint8Array(now.length);
	for (let q = 0; q < now.length; q++) settledNow[q] = settled[q]! <= asOf ? now[q]! : 0;
	const agentNow = inAnyOf(settledNow, index.lasting(), counts);
	const agent = agentNow.slice(); // who is an agent now is one in the window
	const pairOf = new Uint32Array(counts.length);
	let pairs = 0;

	function look({ person, from, to, also }: Looked, q: number, begin: number, end: number): void {
		const first = joined.start[q]!;
		const last = joined.start[q + 1]!;
		const lo = joined.lo[first]!;
		const hi = joined.hi[first]!;
		const isNow = now[q]!;
		for (let i = begin; i < end; i++) {
			const since = from[i]!;
			const until = to[i]!;
			let holdsNow = 0;
			if (since <= asOf && until > asOf) holdsNow = isNow;
			else if (atEnd) continue;
			if (holdsNow === 0 && !((since > lo ? since : lo) < (until < hi ? until : hi)))
				if (last - first === 1 || !overlapsAny(since, until, joined, first + 1, last)) continue;
			const who = person[i]!;
			if (counts[who] === 0) continue;
			agent[who] = 1;
			if (holdsNow === 1) agentNow[who] = 1;
			const others = also ? also[i]! : SEVERAL;
			if (others === 0) pairs++;
			else if (others === SEVERAL && pairOf[who] !== q + 1) {
				pairs++;
				pairOf[who] = q + 1;
			}
		}
	}

	for (let q = 0; q < now.length; q++) {
		if (joined.start[q] === joined.start[q + 1]) continue;
		if (settledNow[q] === 1 && doubled[q] === 0) {
			pairs += ofEnabled ? ofEnabled[q]! : lasting[q]! - start[q]!;
			look(ended, q, ended.start[q]!, ended.start[q + 1]!);
		} else look(index.members, q, start[q]!, start[q + 1]!);
	}
	return { agent, agentNow, pairs };
}

/** Memberships to look at. Without `also` nothing is known of a person's others in the queue. */
interface Looked {
	readonly person: Uint32Array;
	readonly from: Float64Array;
	readonly to: Float64Array;
	readonly also?: Uint8Array;
}

/** By person who counts: 1 for somebody with a lasting membership in one of the marked queues. */
export function inAnyOf(marked: Uint8Array, { start, queue }: LastingQueues, counts: Uint8Array): Uint8Array {
	const found = new Uint8Array(counts.length);
	for (let p = 0; p < counts.length; p++) {
		if (counts[p] === 0) continue;
		for (let i = start[p]!; i < start[p + 1]!; i++)
			if (marked[queue[i]!] === 1) {
				found[p] = 1;
				break;
			}
	}
	return found;
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
