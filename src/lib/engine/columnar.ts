import type { Scenario } from '$lib/domain/scenario';
import {
	type EndedMembers,
	endedMembers,
	lastingEnabled,
	type LastingQueues,
	lastingQueues
} from './columns/lasting';
import {
	type MemberColumns,
	memberColumns,
	type MembershipsByPerson,
	membershipsByPerson
} from './columns/members';
import { type NamedColumns, namedColumns } from './columns/named';
import { type PeopleColumns, peopleColumns } from './columns/people';
import { type ViewingColumns, viewingColumns } from './columns/viewings';
import { type WatchingColumns, watchingColumns } from './columns/watchings';
import { once } from './once';

/**
 * A scenario's facts as columns. An ordinal is a place in `scenario.people`, `.queues` or `.dashboards`.
 * It holds no as-of, no assumption, no plan and no order: changing those rebuilds nothing.
 */
export interface Index {
	readonly people: PeopleColumns;
	readonly queues: NamedColumns;
	readonly dashboards: NamedColumns;
	readonly members: MemberColumns;
	readonly watchings: WatchingColumns;
	readonly viewings: ViewingColumns;
	/** What the counts of a settled account come down to (L4): made when first counted. */
	readonly lasting: () => LastingQueues;
	readonly ended: () => EndedMembers;
	readonly lastingEnabled: () => Uint32Array;
	/** Made when rows or reasons are first asked for. */
	readonly byPerson: () => MembershipsByPerson;
}

/** Reads a scenario; takes over every part of `previous` whose sources are the same objects. */
export function buildIndex(scenario: Scenario, previous?: Index): Index {
	const people = peopleColumns(scenario.people, scenario.roles, previous?.people);
	const queues = namedColumns(scenario.queues, previous?.queues);
	const dashboards = namedColumns(scenario.dashboards, previous?.dashboards);
	const sameMembers = queues === previous?.queues && people.ordinals === previous.people.ordinals;
	const members = sameMembers
		? previous.members
		: memberColumns(scenario.queues, people.ordinals, previous?.members);
	const watchings = watchingColumns(scenario.dashboards, queues.ordinals, previous?.watchings);
	const viewings = viewingColumns(
		scenario.viewings,
		people.ordinals,
		dashboards.ordinals,
		previous?.viewings
	);
	const byPerson = sameMembers
		? previous.byPerson
		: once(() => membershipsByPerson(members, queues.byName()));
	const kept = members === previous?.members ? previous : undefined;
	const lasting = kept?.lasting ?? once(() => lastingQueues(members));
	const ended = kept?.ended ?? once(() => endedMembers(members));
	const ofEnabled =
		kept?.people.enabled === people.enabled
			? kept.lastingEnabled
			: once(() => lastingEnabled(members, people.enabled));
	return {
		people,
		queues,
		dashboards,
		members,
		watchings,
		viewings,
		lasting,
		ended,
		lastingEnabled: ofEnabled,
		byPerson
	};
}
