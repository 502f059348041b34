import { ROOT } from '$lib/domain/account';
import { Id } from '$lib/domain/id';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { withCostCenters } from './cost-centers';

/** Removes a cost center that nobody, no order and no other cost center refers to. */
export const removeCostCenter = command({
	input: z.strictObject({ id: Id }),
	needs: ['billing.cost-centers'],
	apply: (scenario, { id }) => {
		const centers = scenario.account.costCenters;
		const center = centers.find((one) => one.id === id);
		if (!center) return failed({ code: 'UNKNOWN_COST_CENTER', costCenterId: id });
		if (id === ROOT) return failed({ code: 'ROOT_STAYS' });
		const people = scenario.people.filter((person) => person.costCenterId === id).length;
		const orders = scenario.orders.filter((order) =>
			order.lines.some((line) => line.costCenterId === id)
		).length;
		const children = centers.filter((one) => one.parentId === id).length;
		if (people + orders + children > 0)
			return failed({ code: 'COST_CENTER_IN_USE', name: center.name, people, orders, children });
		return ok(
			withCostCenters(
				scenario,
				centers.filter((one) => one.id !== id)
			)
		);
	}
});
