import { type AdminCounts, type QueueDetail, type RoleRow } from '$lib/domain/admin-rows';
import { type Id } from '$lib/domain/id';
import { holdsAt } from '$lib/domain/instant';
import { membersOf } from '$lib/domain/queue';
import { allRoles, DEFAULT_ROLE, isPredefinedRole, roleById } from '$lib/domain/role';
import { type PersonChoice } from '$lib/domain/rows';
import { type Scenario } from '$lib/domain/scenario';
import { existsAt } from '../commands/viewing-access';
import { readMembers, readPeople } from './admin-paste';
import {
	agentsAt,
	managerNames,
	membersAt,
	membershipTable,
	monitoredNow,
	queueTable,
	userTable
} from './admin-tables';
import { type Held } from './held';
import { type At, type EngineCalls } from './protocol';
import { pager } from './row-pages';
import { type Context, type Handlers } from './serve';

type AdminCalls = Pick<
	Handlers<EngineCalls>,
	| 'adminCounts'
	| 'userRows'
	| 'userIds'
	| 'roleList'
	| 'queueRows'
	| 'queueDetail'
	| 'membershipRows'
	| 'pastedPeople'
	| 'pastedMembers'
>;

/** What the Admin Portal asks of the scenario that is held in memory. */
export function adminCalls(at: (input: At, context: Context) => Promise<Held>): AdminCalls {
	return {
		adminCounts: async (input, context) => adminCounts(await at(input, context)),
		userRows: async (input, context) => userPager(await at(input, context), input.roleId)(input.query),
		userIds: async (input, context) => userIds(await at(input, context), input.filter),
		roleList: async (input, context) => roleList((await at(input, context)).document.scenario),
		queueRows: async (input, context) => queuePager(await at(input, context))(input.query),
		queueDetail: async (input, context) => queueDetail(await at(input, context), input.queueId),
		membershipRows: async (input, context) =>
			membershipPager(await at(input, context), input.queueId, input.which)(input.query),
		pastedPeople: async (input, context) => {
			const { scenario } = (await at(input, context)).document;
			return readPeople(scenario, input.text, defaultRoleId(scenario));
		},
		pastedMembers: async (input, context) => {
			const { scenario } = (await at(input, context)).document;
			return readMembers(scenario, input.text, membersNow(scenario, input.queueId));
		}
	};
}

/** Keeps what `make` made for as long as the revision is held: scrolling then costs only the rows it shows. */
export function perRevision<Key extends string, Made>(make: (held: Held, key: Key) => Made) {
	const kept = new WeakMap<Held, Map<Key, Made>>();
	return (held: Held, key: Key): Made => {
		const made = kept.get(held) ?? new Map<Key, Made>();
		kept.set(held, made);
		const known = made.get(key);
		if (known) return known;
		const fresh = make(held, key);
		made.set(key, fresh);
		return fresh;
	};
}

const users = perRevision((held, key: string) => pager(userTable(held, key === '' ? null : key.slice(1))));
const userPager = (held: Held, roleId: Id | null) => users(held, roleId === null ? '' : `:${roleId}`);

const queues = perRevision((held) => pager(queueTable(held)));
const queuePager = (held: Held) => queues(held, 'all');

const memberships = perRevision((held, key: string) => {
	const which = key.startsWith('now') ? 'now' : 'all';
	return pager(membershipTable(held, key.slice(4), which));
});
const membershipPager = (held: Held, queueId: Id, which: 'now' | 'all') =>
	memberships(held, `${which}:${queueId}`);

/** Everybody who matches a filter, in the order of the list. */
export const userIds = (held: Held, filter: string): readonly Id[] =>
	pager(userTable(held, null))({ sort: null, filter, from: 0, to: Infinity }).rows.map((row) => row.id);

/** The role that new users get. */
const defaultRoleId = ({ practice }: Scenario): Id => practice?.defaultRoleId ?? DEFAULT_ROLE;

export function adminCounts(held: Held): AdminCounts {
	const { people, roles, queues: list } = held.document.scenario;
	return {
		users: people.length,
		enabled: held.index.people.enabled.reduce((sum, one) => sum + one, 0),
		customRoles: roles.length,
		queues: list.length,
		monitored: monitoredNow(held).reduce((sum, one) => sum + one, 0)
	};
}

/** The predefined roles, then the custom ones in the scenario's order. */
export function roleList(scenario: Scenario): readonly RoleRow[] {
	const users = new Map<Id, number>();
	for (const { roleId } of scenario.people) users.set(roleId, (users.get(roleId) ?? 0) + 1);
	const given = defaultRoleId(scenario);
	return allRoles(scenario.roles).map((role) => ({
		id: role.id,
		name: role.name,
		description: role.description ?? '',
		basedOn: role.basedOn ?? null,
		permissions: role.permissions,
		isPredefined: isPredefinedRole(role.id),
		isDefault: role.id === given,
		users: users.get(role.id) ?? 0
	}));
}

/** One queue, or null: no such queue. */
export function queueDetail(held: Held, queueId: Id): QueueDetail | null {
	const { document, index } = held;
	const { scenario } = document;
	const place = index.queues.ordinals.of(queueId);
	if (place === undefined) return null;
	const { id, name, extension, members, managerIds = [] } = scenario.queues[place]!;
	return {
		id,
		name,
		extension,
		members: membersAt(members, scenario.asOf),
		agents: agentsAt(held, members),
		managers: managerNames(scenario, held, managerIds),
		managerChoices: choices(held, managerIds),
		isMonitored: monitoredNow(held)[place] === 1,
		dashboards: watchersNow(held, queueId),
		memberships: members.length
	};
}

const choices = ({ document, index }: Held, ids: readonly Id[]): readonly PersonChoice[] =>
	ids.flatMap((id) => {
		const place = index.people.ordinals.of(id);
		if (place === undefined) return [];
		const { name, extension, roleId } = document.scenario.people[place]!;
		return [{ id, name, extension, role: roleById(document.scenario.roles, roleId)?.name ?? '' }];
	});

/** The dashboards with a widget that watches the queue at as-of, cut by their own life (L3). */
function watchersNow({ document }: Held, queueId: Id): readonly string[] {
	const { dashboards, asOf } = document.scenario;
	return dashboards
		.filter(
			(one) =>
				existsAt(one, asOf) &&
				one.widgets.some((widget) => widget.queueId === queueId && holdsAt(widget, asOf))
		)
		.map((one) => one.name);
}

function membersNow({ queues: list, asOf }: Scenario, queueId: Id): ReadonlySet<Id> {
	const members = list.find((one) => one.id === queueId)?.members ?? [];
	return membersOf(members, asOf);
}
