import type { MemberColumns } from './members';

/** The queues in which each person has a membership without an end, person by person as in MemberColumns. */
export interface LastingQueues {
	readonly start: Uint32Array;
	readonly queue: Uint32Array;
}

export function lastingQueues({ start, lasting, person, people }: MemberColumns): LastingQueues {
	const starts = new Uint32Array(people.ids.length + 1);
	for (let q = 0; q < lasting.length; q++)
		for (let i = start[q]!; i < lasting[q]!; i++) starts[person[i]! + 1]!++;
	for (let p = 1; p < starts.length; p++) starts[p]! += starts[p - 1]!;
	const next = starts.slice();
	const queue = new Uint32Array(starts.at(-1)!);
	for (let q = 0; q < lasting.length; q++)
		for (let i = start[q]!; i < lasting[q]!; i++) queue[next[person[i]!]!++] = q;
	return { start: starts, queue };
}

/**
 * The memberships with an end, queue by queue, and nothing between them: they are few, and reading them from
 * among all the others would cost more than counting them.
 */
export interface EndedMembers {
	readonly start: Uint32Array;
	readonly person: Uint32Array;
	readonly from: Float64Array;
	readonly to: Float64Array;
	/** What else the person has in the same queue: ALSO_LASTING, SEVERAL, both, or nothing. */
	readonly also: Uint8Array;
}

/** A membership without an end. */
export const ALSO_LASTING = 1;
/** Another one with an end. */
export const SEVERAL = 2;

export function endedMembers({ start, lasting, person, from, to, people }: MemberColumns): EndedMembers {
	const starts = new Uint32Array(start.length);
	for (let q = 0; q < lasting.length; q++) starts[q + 1] = starts[q]! + start[q + 1]! - lasting[q]!;
	const total = starts.at(-1)!;
	const ended = {
		start: starts,
		person: new Uint32Array(total),
		from: new Float64Array(total),
		to: new Float64Array(total),
		also: new Uint8Array(total)
	};
	const lastsIn = new Int32Array(people.ids.length).fill(-1);
	const lastAt = new Int32Array(people.ids.length).fill(-1);
	for (let q = 0; q < lasting.length; q++) {
		const first = lasting[q]!;
		const end = start[q + 1]!;
		const at = starts[q]!;
		if (first === end) continue;
		ended.person.set(person.subarray(first, end), at);
		ended.from.set(from.subarray(first, end), at);
		ended.to.set(to.subarray(first, end), at);
		for (let i = start[q]!; i < first; i++) lastsIn[person[i]!] = q;
		for (let i = at; i < starts[q + 1]!; i++) {
			const who = ended.person[i]!;
			if (lastsIn[who] === q) ended.also[i]! |= ALSO_LASTING;
			const before = lastAt[who]!;
			lastAt[who] = i;
			if (before < at) continue;
			ended.also[before]! |= SEVERAL;
			ended.also[i]! |= SEVERAL;
		}
	}
	return ended;
}

/** By queue: how many of its memberships without an end are of people who are enabled (A-STATUS). */
export function lastingEnabled({ start, lasting, person }: MemberColumns, enabled: Uint8Array): Uint32Array {
	const counts = new Uint32Array(lasting.length);
	for (let q = 0; q < lasting.length; q++) {
		let count = 0;
		for (let i = start[q]!; i < lasting[q]!; i++) count += enabled[person[i]!]!;
		counts[q] = count;
	}
	return counts;
}
