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
