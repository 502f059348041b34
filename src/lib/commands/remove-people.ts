import { Id } from '$lib/domain/id';
import { type Order } from '$lib/domain/order';
import { failed, ok } from '$lib/domain/result';
import { withoutViewers } from '$lib/domain/viewing';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { handOver, ownedBy } from './dashboard-owners';
import { unknownPerson, withPeople } from './people';
import { withoutMembers } from './memberships';
import { practiceWithout, withPractice } from './practice';
import { withoutKey } from './without-key';

/**
 * Removes people with everything that is theirs: memberships, managerships, shares, viewings. Their dashboards go to
 * somebody, are deleted, or (null) there are none. Orders stay and forget who placed them.
 */
export const removePeople = command({
	input: z.strictObject({
		personIds: z.array(Id),
		dashboardsTo: z.union([z.literal('delete'), Id]).nullable()
	}),
	needs: ['users.manage'],
	apply: (scenario, { personIds, dashboardsTo }) => {
		const gone = new Set(personIds);
		const heir = dashboardsTo === 'delete' ? null : dashboardsTo;
		const unknown = unknownPerson(scenario, heir === null ? gone : [...gone, heir]);
		if (unknown) return failed(unknown);
		if (gone.size === 0) return ok(scenario);
		if (heir !== null && gone.has(heir)) return failed({ code: 'UNKNOWN_PERSON', personId: heir });
		const left = withPeople(
			scenario,
			scenario.people.filter((person) => !gone.has(person.id))
		);
		if (!left.ok) return left;
		const owned = ownedBy(scenario, gone);
		if (dashboardsTo === null && owned.dashboards > 0) return failed({ code: 'OWNS_DASHBOARDS', ...owned });
		const dashboards = handOver(left.value, gone, heir, dashboardsTo === 'delete');
		return ok(
			withPractice(
				{
					...left.value,
					dashboards,
					queues: withoutMembers(scenario.queues, gone),
					viewings: withoutViewers(scenario.viewings, gone),
					orders: withoutPlacers(scenario.orders, gone)
				},
				practiceWithout(scenario.practice, gone)
			)
		);
	}
});

/** The orders without what these people placed them by; orders of others stay the same objects. */
function withoutPlacers(orders: readonly Order[], gone: ReadonlySet<Id>): readonly Order[] {
	const isTheirs = ({ placedBy }: Order) => placedBy !== undefined && gone.has(placedBy);
	if (!orders.some(isTheirs)) return orders;
	return orders.map((order) => (isTheirs(order) ? withoutKey(order, 'placedBy') : order));
}
