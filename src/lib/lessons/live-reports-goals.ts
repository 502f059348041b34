import { type Dashboard } from '$lib/domain/dashboard';
import { type LeafGoal } from '$lib/domain/goal';
import { type Id } from '$lib/domain/id';
import { holdsAt, toSeconds } from '$lib/domain/instant';
import { type Person } from '$lib/domain/person';
import { holds, roleById } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { type GoalContext } from './context';
import { findAll, findSome, idsOf, living, lost } from './find';
import { type Leaf, leaf } from './leaf';

type Kind<K extends LeafGoal['kind']> = Extract<LeafGoal, { kind: K }>;

export function memberGoal(goal: Kind<'member'>, { scenario }: GoalContext): Leaf {
	const people = findAll(scenario, 'person', goal.person);
	const queues = findAll(scenario, 'queue', goal.queue);
	const gone = lost([
		['person', goal.person, people],
		['queue', goal.queue, queues]
	]);
	if (gone.length > 0) return { holds: false, lacks: gone };
	const isOne = idsOf(people);
	const queue = queues.find(({ members }) =>
		members.some((member) => isOne.has(member.personId) && holdsAt(member, scenario.asOf))
	);
	return leaf(queue !== undefined, {
		code: 'MEMBER',
		person: people[0]?.name ?? '',
		queue: (queue ?? queues[0])?.name ?? ''
	});
}

/** A widget of a dashboard that exists watches the queue now (L3). */
export function monitoredGoal(goal: Kind<'monitored'>, { scenario }: GoalContext): Leaf {
	const queues = findAll(scenario, 'queue', goal.queue);
	const dashboards = living(findSome(scenario, 'dashboard', goal.dashboard), scenario);
	const gone = lost([
		['queue', goal.queue, queues],
		['dashboard', goal.dashboard, dashboards]
	]);
	if (gone.length > 0) return { holds: false, lacks: gone };
	const ids = idsOf(queues);
	const on = dashboards.filter(({ widgets }) =>
		widgets.some((widget) => ids.has(widget.queueId) && holdsAt(widget, scenario.asOf))
	);
	return leaf(on.length > 0, {
		code: 'MONITORED',
		queue: queues[0]?.name ?? '',
		dashboard: goal.dashboard ? (dashboards[0]?.name ?? '') : null,
		on: on.map(({ name }) => name)
	});
}

export function sharedGoal(goal: Kind<'shared'>, { scenario }: GoalContext): Leaf {
	const people = findAll(scenario, 'person', goal.person);
	const dashboards = living(findAll(scenario, 'dashboard', goal.dashboard), scenario);
	const gone = lost([
		['person', goal.person, people],
		['dashboard', goal.dashboard, dashboards]
	]);
	if (gone.length > 0) return { holds: false, lacks: gone };
	const ids = idsOf(people);
	const shared = dashboards.find(({ sharedWith = [] }) => sharedWith.some((id) => ids.has(id)));
	return leaf(shared !== undefined, {
		code: 'SHARED',
		dashboard: (shared ?? dashboards[0])?.name ?? '',
		person: people[0]?.name ?? ''
	});
}

/** Full Access opens all dashboards, View Only one's own and those that are shared with one. */
export function seesGoal(goal: Kind<'sees'>, { scenario }: GoalContext): Leaf {
	const people = findAll(scenario, 'person', goal.person);
	const dashboards = living(findSome(scenario, 'dashboard', goal.dashboard), scenario);
	const gone = lost([
		['person', goal.person, people],
		['dashboard', goal.dashboard, dashboards]
	]);
	if (gone.length > 0) return { holds: false, lacks: gone };
	const seer = people.find((person) => dashboards.some((one) => mayOpen(scenario, person, one)));
	const person = seer ?? people[0];
	const role = person && roleById(scenario.roles, person.roleId);
	return leaf(seer !== undefined, {
		code: 'SEES',
		person: person?.name ?? '',
		dashboard: goal.dashboard ? (dashboards[0]?.name ?? '') : null,
		hasPermission: role !== undefined && holds(role, 'live-reports.view')
	});
}

function mayOpen({ roles }: Scenario, person: Person, { ownerId, sharedWith = [] }: Dashboard): boolean {
	const role = roleById(roles, person.roleId);
	if (!role) return false;
	if (holds(role, 'live-reports.full')) return true;
	return holds(role, 'live-reports.view') && (ownerId === person.id || sharedWith.includes(person.id));
}

/** Somebody looked at a dashboard; opening Live Reports alone is no look at one. */
export function viewedGoal(goal: Kind<'viewed'>, context: GoalContext): Leaf {
	const { scenario } = context;
	const people = findSome(scenario, 'person', goal.person);
	const dashboards = findSome(scenario, 'dashboard', goal.dashboard);
	const gone = lost([
		['person', goal.person, people],
		['dashboard', goal.dashboard, dashboards]
	]);
	if (gone.length > 0) return { holds: false, lacks: gone };
	const [who, what] = [idsOf(people), idsOf(dashboards)];
	const isViewed = goal.during === 'lesson' ? viewedInLesson : viewedInWindow;
	return leaf(isViewed(context, who, what), {
		code: 'VIEWED',
		person: goal.person ? (people[0]?.name ?? '') : null,
		dashboard: goal.dashboard ? (dashboards[0]?.name ?? '') : null,
		during: goal.during
	});
}

type Ids = ReadonlySet<Id>;

const viewedInLesson = ({ entries }: GoalContext, who: Ids, what: Ids): boolean =>
	entries.some(({ name, input }) => {
		if (name !== 'recordViewing' || typeof input !== 'object' || input === null) return false;
		const { personId, dashboardId } = input as { personId?: unknown; dashboardId?: unknown };
		return who.has(personId as Id) && what.has(dashboardId as Id);
	});

function viewedInWindow({ scenario, summary }: GoalContext, who: Ids, what: Ids): boolean {
	const [from, to] = [summary.window.startsAt, toSeconds(scenario.asOf)];
	return scenario.viewings.some((block) => {
		const isWho = block.personIds.map((id) => who.has(id));
		const isWhat = block.dashboardIds.map((id) => id !== null && what.has(id));
		for (let i = 0; i < block.at.length; i++) {
			const at = block.at[i]!;
			if (at >= from && at <= to && isWho[block.person[i]!] && isWhat[block.dashboard[i]!]) return true;
		}
		return false;
	});
}
