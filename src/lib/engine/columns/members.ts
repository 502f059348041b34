import type { Membership, Queue } from '$lib/domain/queue';
import type { Order } from '../name-order';
import { fromSeconds, toSeconds } from '../seconds';
import type { Ordinals } from './ordinals';

/**
 * Memberships, queue by queue: those of queue `q` stand at `start[q]` … `start[q + 1] − 1`. Times in
 * seconds, ±Infinity where open. Of each queue those without an end come first: a loop over them then
 * nearly always takes the same branch. One that points to nobody has no length: it counts for nothing.
 */
export interface MemberColumns {
	readonly start: Uint32Array;
	readonly person: Uint32Array;
	readonly from: Float64Array;
	readonly to: Float64Array;
	readonly people: Ordinals;
	readonly offsets: ReadonlyMap<readonly Membership[], number>;
}

/** The same memberships person by person, a person's in the order of queue names. */
export interface MembershipsByPerson {
	readonly start: Uint32Array;
	readonly queue: Uint32Array;
	readonly from: Float64Array;
	readonly to: Float64Array;
}

/** Reads the memberships; copies those of queues whose member list is the very one `previous` has read. */
export function memberColumns(
	queues: readonly Queue[],
	people: Ordinals,
	previous?: MemberColumns
): MemberColumns {
	const known = previous?.people === people ? previous : undefined;
	const start = new Uint32Array(queues.length + 1);
	for (let q = 0; q < queues.length; q++) start[q + 1] = start[q]! + queues[q]!.members.length;
	const total = start[queues.length]!;
	const person = new Uint32Array(total);
	const from = new Float64Array(total);
	const to = new Float64Array(total);
	const offsets = new Map<readonly Membership[], number>();
	for (let q = 0; q < queues.length; q++) {
		const { members } = queues[q]!;
		const at = start[q]!;
		offsets.set(members, at);
		const old = known?.offsets.get(members);
		if (known && old !== undefined) {
			const end = old + members.length;
			person.set(known.person.subarray(old, end), at);
			from.set(known.from.subarray(old, end), at);
			to.set(known.to.subarray(old, end), at);
		} else read(members, people.of, at, person, from, to);
	}
	return { start, person, from, to, people, offsets };
}

function read(
	members: readonly Membership[],
	ordinal: ReadonlyMap<string, number>,
	at: number,
	person: Uint32Array,
	from: Float64Array,
	to: Float64Array
): void {
	let front = at;
	let back = at + members.length;
	for (let i = 0; i < members.length; i++) {
		const member = members[i]!;
		const who = ordinal.get(member.personId);
		const place = who !== undefined && member.to === undefined ? front++ : --back;
		if (who === undefined) continue; // from = to = 0
		person[place] = who;
		from[place] = fromSeconds(member.from);
		to[place] = toSeconds(member.to);
	}
}

export function membershipsByPerson(members: MemberColumns, queues: Order): MembershipsByPerson {
	const { person, from, to } = members;
	const start = new Uint32Array(members.people.ids.length + 1);
	for (let i = 0; i < person.length; i++) if (from[i]! < to[i]!) start[person[i]! + 1]!++;
	for (let p = 1; p < start.length; p++) start[p]! += start[p - 1]!;
	const next = start.slice();
	const total = start[start.length - 1]!;
	const byPerson = {
		start,
		queue: new Uint32Array(total),
		from: new Float64Array(total),
		to: new Float64Array(total)
	};
	for (const q of queues.sorted)
		for (let i = members.start[q]!; i < members.start[q + 1]!; i++) {
			if (!(from[i]! < to[i]!)) continue;
			const at = next[person[i]!]!++;
			byPerson.queue[at] = q;
			byPerson.from[at] = from[i]!;
			byPerson.to[at] = to[i]!;
		}
	return byPerson;
}
