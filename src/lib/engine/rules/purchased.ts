import type { Scenario } from '$lib/domain/scenario';
import type { Purchased } from '$lib/domain/snapshot';

/** L8: licenses of the orders confirmed at or before as-of. Instants compare as text. */
export function purchasedAt({ orders, asOf }: Pick<Scenario, 'orders' | 'asOf'>): Purchased {
	let liveReports = 0;
	let callQueuesBooster = 0;
	for (const order of orders) {
		if (order.at > asOf) continue;
		for (const { product, quantity } of order.lines)
			if (product === 'live-reports') liveReports += quantity;
			else callQueuesBooster += quantity;
	}
	return { liveReports, callQueuesBooster, total: liveReports + callQueuesBooster };
}
