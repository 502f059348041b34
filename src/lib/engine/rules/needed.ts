import { BY_AGENT, BY_PERMISSION, type NeededColumns, type NeededParts } from '$lib/domain/snapshot';
import { HOLDS, SUPER } from '../columns/people';
import type { Index } from '../columnar';
import type { Moment } from './moment';

/** L7, A-ADMIN, A-STATUS: by person, 1 where a Live Reports permission makes the person count in needed. */
export function permissionCounts(index: Index, moment: Moment, viewer: Uint8Array): Uint8Array {
	const { permission } = index.people;
	const leaves = leftOut(moment);
	return moment.counts.map((count, p) => permissionCount(permission[p]!, leaves, viewer[p]!, count));
}

/** The bits of those who are left out unless they viewed: a Super Admin, or nobody. */
const leftOut = ({ adminsWhenViewed }: Moment): number => (adminsWhenViewed ? SUPER : 0);

const permissionCount = (bits: number, leaves: number, viewed: number, count: number): number =>
	(bits & leaves) !== 0 && viewed === 0 ? 0 : bits & HOLDS & count;

/** L7: permission holders and agents now, each person once. */
export function neededParts(
	index: Index,
	moment: Moment,
	viewer: Uint8Array,
	agentNow: Uint8Array
): NeededParts {
	const { permission } = index.people;
	const { counts } = moment;
	const leaves = leftOut(moment);
	let withPermission = 0;
	let agentsNow = 0;
	let both = 0;
	let holders = 0;
	for (let p = 0; p < counts.length; p++) {
		const bits = permission[p]!;
		const by = permissionCount(bits, leaves, viewer[p]!, counts[p]!);
		withPermission += by;
		agentsNow += agentNow[p]!;
		both += by & agentNow[p]!;
		holders += bits & HOLDS & counts[p]!;
	}
	return { withPermission, agentsNow, both, adminsLeftOut: holders - withPermission };
}

export const neededOf = ({ withPermission, agentsNow, both }: NeededParts): number =>
	withPermission + agentsNow - both;

/** L7: by person, what they are needed by, or 0. */
export function neededBy(index: Index, moment: Moment, viewer: Uint8Array, agentNow: Uint8Array): Uint8Array {
	const by = permissionCounts(index, moment, viewer);
	for (let p = 0; p < by.length; p++) by[p] = (by[p] ? BY_PERMISSION : 0) | (agentNow[p] ? BY_AGENT : 0);
	return by;
}

/** L7: one entry a person who counts, by name, then extension. */
export function neededRows(index: Index, by: Uint8Array): NeededColumns {
	const person = index.people.byName().sorted.filter((p) => by[p] !== 0);
	return { count: person.length, person, basis: Uint8Array.from(person, (p) => by[p]!) };
}
