import type { Membership, Queue } from '$lib/domain/queue';
import type { Order } from '../name-order';
import { fromSeconds, toSeconds } from '../seconds';
import type { Ordinals } from './ordinals';

/**
 * Memberships, queue by queue: those of queue `q` stand at `start[q]` … `start[q + 1] − 1`, first those
 * that have no end, up to `lasting[q]`. Times in seconds, ±Infinity where open. A membership that points to
 * nobody has no length: it counts for nothing.
 */
export interface MemberColumns {
	readonly start: Uint32Array;
	readonly lasting: Uint32Array;
	/** By queue: when the last of those without an end began. From then on they all hold. */
	readonly settled: Float64Array;
	/** By queue: 1 where somebody has two memberships without an end. */
	readonly doubled: Uint8Array;
	readonly person: Uint32Array;
	readonly from: Float64Array;
	readonly to: Float64Array;
	readonly people: Ordinals;
	/** Which queue had which list of members. */
	readonly lists: ReadonlyMap<readonly Membership[], number>;
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
	const columns = {
		start,
		lasting: new Uint32Array(queues.length),
		settled: new Float64Array(queues.length),
		doubled: new Uint8Array(queues.length),
		person: new Uint32Array(total),
		from: new Float64Array(total),
		to: new Float64Array(total),
		people,
		lists: new Map<readonly Membership[], number>()
	};
	const seen = new Uint32Array(people.ids.length);
	for (let q = 0; q < queues.length; q++) {
		const { members } = queues[q]!;
		columns.lists.set(members, q);
		const old = known?.lists.get(members);
		if (known && old !== undefined) copy(known, old, columns, q);
		else read(members, columns, q, seen);
	}
	return columns;
}

function copy(known: MemberColumns, old: number, columns: MemberColumns, q: number): void {
	const begin = known.start[old]!;
	const end = known.start[old + 1]!;
	const at = columns.start[q]!;
	columns.person.set(known.person.subarray(begin, end), at);
	columns.from.set(known.from.subarray(begin, end), at);
	columns.to.set(known.to.subarray(begin, end), at);
	columns.lasting[q] = known.lasting[old]! - begin + at;
	columns.settled[q] = known.settled[old]!;
	columns.doubled[q] = known.doubled[old]!;
}

/** `seen`: by person, the last queue (plus one) that has them without an end. */
function read(members: readonly Membership[], columns: MemberColumns, q: number, seen: Uint32Array): void {
	const { person, from, to } = columns;
	const ordinal = columns.people.of;
	let front = columns.start[q]!;
	let back = columns.start[q + 1]!;
	let settled = -Infinity;
	for (let i = 0; i < members.length; i++) {
		const member = members[i]!;
		const who = ordinal(member.personId);
		const since = fromSeconds(member.from);
		if (who === undefined) {
			back--; // from = to = 0
			continue;
		}
		if (member.to === undefined) {
			if (since > settled) settled = since;
			if (seen[who] === q + 1) columns.doubled[q] = 1;
			seen[who] = q + 1;
			person[front] = who;
			from[front] = since;
			to[front++] = Infinity;
		} else {
			person[--back] = who;
			from[back] = since;
			to[back] = toSeconds(member.to);
		}
	}
	columns.lasting[q] = front;
	columns.settled[q] = settled;
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
