import { type CostCenter } from '$lib/domain/account';
import { type Id } from '$lib/domain/id';
import { type Scenario } from '$lib/domain/scenario';

/** The scenario with other cost centers. */
export const withCostCenters = (scenario: Scenario, costCenters: CostCenter[]): Scenario => ({
	...scenario,
	account: { ...scenario.account, costCenters }
});

/** Whether giving `id` this parent would make it its own ancestor. */
export function closesCycle(centers: readonly CostCenter[], id: Id, parentId: Id | null): boolean {
	const parentOf = new Map(centers.map((center) => [center.id, center.parentId ?? null]));
	const seen = new Set<Id>();
	for (let at: Id | null = parentId; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
		if (at === id) return true;
		seen.add(at);
	}
	return false;
}
