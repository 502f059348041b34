import { ROOT } from '$lib/domain/account';
import {
	type MembershipColumn,
	type MembershipRow,
	type MemberState,
	MEMBER_STATES,
	type QueueColumn,
	type QueueRow,
	type UserColumn,
	type UserRow
} from '$lib/domain/admin-rows';
import { type Id } from '$lib/domain/id';
import { type Instant } from '$lib/domain/instant';
import { STATUSES } from '$lib/domain/person';
import { type Membership, membersOf } from '$lib/domain/queue';
import { allRoles } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { STATUS_NAMES } from '$lib/text/admin';
import { naturalOrder } from '../engine/natural-order';
import { momentOf } from '../engine/rules/moment';
import { monitoredIn } from '../engine/rules/monitored';
import { type Held } from './held';
import { rankTexts } from './rank-texts';
import { type Table } from './row-pages';
import { membersNow } from './widget-effect';

const byName = new Intl.Collator('en', { numeric: true }).compare;

/** A list of texts and, by id, the place in it. */
function named(items: readonly { readonly id: Id; readonly name: string }[]) {
	const places = new Map(items.map(({ id }, place) => [id, place]));
	return { names: items.map(({ name }) => name), place: (id: Id) => places.get(id) ?? 0 };
}

/** Ranks by row: what each row's ordinal is worth. */
const through = (ordinals: ArrayLike<number>, ranks: ArrayLike<number>): Float64Array =>
	Float64Array.from(ordinals, (ordinal) => ranks[ordinal]!);

/** The people of a scenario, or those with one role, by name then extension. */
export function userTable({ document, index }: Held, roleId: Id | null): Table<UserColumn, UserRow> {
	const { people, account, roles } = document.scenario;
	const role = named(allRoles(roles));
	const center = named(account.costCenters);
	const sorted = index.people.byName().sorted;
	const rows = roleId === null ? sorted : sorted.filter((p) => people[p]!.roleId === roleId);
	const roleOf = Uint32Array.from(people, (person) => role.place(person.roleId));
	const centerOf = Uint32Array.from(people, (person) => center.place(person.costCenterId ?? ROOT));
	const statusOf = Uint8Array.from(people, (person) => STATUSES.indexOf(person.status ?? 'enabled'));
	const emails = people.map((person) => person.email ?? '');
	const by = (ordinals: ArrayLike<number>) => through(rows, ordinals);
	return {
		count: rows.length,
		keys: (column) => {
			switch (column) {
				case 'name':
					return null;
				case 'extension':
					return by(rankTexts(index.people.extensions, naturalOrder));
				case 'email':
					return by(rankTexts(emails, byName));
				case 'status':
					return by(statusOf);
				case 'role':
					return by(through(roleOf, rankTexts(role.names, byName)));
				case 'costCenter':
					return by(through(centerOf, rankTexts(center.names, byName)));
				case 'booster':
					return by(index.people.booster);
			}
		},
		texts: [
			[index.people.names, rows],
			[index.people.extensions, rows],
			[emails, rows],
			[role.names, by(roleOf)],
			[center.names, by(centerOf)],
			[STATUSES.map((status) => STATUS_NAMES[status]), by(statusOf)]
		],
		row: (i) => {
			const p = rows[i]!;
			const person = people[p]!;
			return {
				id: person.id,
				name: person.name,
				extension: person.extension,
				email: person.email ?? '',
				roleId: person.roleId,
				role: role.names[roleOf[p]!]!,
				costCenterId: person.costCenterId ?? ROOT,
				costCenter: center.names[centerOf[p]!] ?? '',
				status: person.status ?? 'enabled',
				booster: person.booster ?? false
			};
		}
	};
}

/** By queue: 1 where some dashboard watches it at as-of (L3), as the engine counts it. */
export const monitoredNow = ({ document, index }: Held): Uint8Array =>
	monitoredIn(index, momentOf(index, document.scenario)).now;

const counted = new WeakMap<readonly Membership[], { readonly asOf: Instant; readonly count: number }>();

/** How many people are members at an instant, each once. A list that did not change is not counted again. */
export function membersAt(members: readonly Membership[], asOf: Instant): number {
	const known = counted.get(members);
	if (known?.asOf === asOf) return known.count;
	const count = membersOf(members, asOf).size;
	counted.set(members, { asOf, count });
	return count;
}

/** How many people of a queue are members at as-of and count (A-STATUS), each once. */
export function agentsAt(held: Held, members: readonly Membership[]): number {
	const { counts } = momentOf(held.index, held.document.scenario);
	return [...membersNow(held, members)].filter((person) => counts[person] === 1).length;
}

/** The names of a queue's managers, in their order; an id that points to nobody is left out. */
export const managerNames = ({ people }: Scenario, { index }: Held, ids: readonly Id[]): readonly string[] =>
	ids.flatMap((id) => {
		const place = index.people.ordinals.of(id);
		return place === undefined ? [] : [people[place]!.name];
	});

/** The call queues by name, then extension. */
export function queueTable(held: Held): Table<QueueColumn, QueueRow> {
	const { scenario } = held.document;
	const { queues, asOf } = scenario;
	const rows = held.index.queues.byName().sorted;
	const extensions = queues.map((queue) => queue.extension);
	const monitored = monitoredNow(held);
	const members = Uint32Array.from(queues, (queue) => membersAt(queue.members, asOf));
	const managers = queues.map((queue) => managerNames(scenario, held, queue.managerIds ?? []));
	const managerTexts = managers.map((names) => names.join(', '));
	return {
		count: rows.length,
		keys: (column) => {
			switch (column) {
				case 'name':
					return null;
				case 'extension':
					return through(rows, rankTexts(extensions, naturalOrder));
				case 'members':
					return through(rows, members);
				case 'managers':
					return through(rows, rankTexts(managerTexts, byName));
				case 'monitored':
					return through(rows, monitored);
			}
		},
		texts: [
			[held.index.queues.names, rows],
			[extensions, rows],
			[managerTexts, rows]
		],
		row: (i) => {
			const q = rows[i]!;
			const { id, name, extension } = queues[q]!;
			return {
				id,
				name,
				extension,
				members: members[q]!,
				managers: managers[q]!,
				isMonitored: monitored[q] === 1
			};
		}
	};
}

/** Where a membership stands at as-of; intervals are half-open. */
export function memberState({ from, to }: Membership, asOf: Instant): MemberState {
	if (from !== undefined && to !== undefined && to <= from) return 'never';
	if (from !== undefined && from > asOf) return 'later';
	return to !== undefined && to <= asOf ? 'left' : 'now';
}

/** The memberships of a queue, those of now or all of them, by person's name and then by their beginning. */
export function membershipTable(
	{ document, index }: Held,
	queueId: Id,
	which: 'now' | 'all'
): Table<MembershipColumn, MembershipRow> {
	const { people, queues, asOf } = document.scenario;
	const queue = queues.find((one) => one.id === queueId);
	const rank = index.people.byName().rank;
	const found = (queue?.members ?? []).flatMap((member, place) => {
		const person = index.people.ordinals.of(member.personId);
		const state = memberState(member, asOf);
		if (person === undefined || (which === 'now' && state !== 'now')) return [];
		return [{ place, person, from: member.from ?? '', to: member.to ?? '\uffff', state }];
	});
	found.sort(
		(a, b) =>
			rank[a.person]! - rank[b.person]! || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.place - b.place)
	);
	const who = Uint32Array.from(found, (one) => one.person);
	const codeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
	return {
		count: found.length,
		keys: (column) => {
			switch (column) {
				case 'name':
					return null;
				case 'extension':
					return through(who, rankTexts(index.people.extensions, naturalOrder));
				case 'from':
				case 'to':
					return rankTexts(
						found.map((one) => one[column]),
						codeUnits
					);
				case 'state':
					return found.map((one) => MEMBER_STATES.indexOf(one.state));
			}
		},
		texts: [
			[index.people.names, who],
			[index.people.extensions, who]
		],
		row: (i) => {
			const { place, person, state } = found[i]!;
			const { id, name, extension } = people[person]!;
			const { from, to } = queue!.members[place]!;
			return { place, personId: id, name, extension, from: from ?? null, to: to ?? null, state };
		}
	};
}
