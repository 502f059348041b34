import { isBlank } from '$lib/domain/blank';
import { ROOT } from '$lib/domain/account';
import { Id } from '$lib/domain/id';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { closesCycle, withCostCenters } from './cost-centers';
import { sameValues } from './same-values';

/** Renames, recodes or moves a cost center; Root stays at the top. */
export const editCostCenter = command({
	input: z.strictObject({ id: Id, name: z.string(), code: z.string(), parentId: Id.nullable() }),
	needs: ['billing.cost-centers'],
	apply: (scenario, { id, name, code, parentId }) => {
		const centers = scenario.account.costCenters;
		const known = centers.find((center) => center.id === id);
		if (!known) return failed({ code: 'UNKNOWN_COST_CENTER', costCenterId: id });
		if (isBlank(name)) return failed({ code: 'EMPTY_NAME', path: 'name' });
		if (id === ROOT && parentId !== null) return failed({ code: 'ROOT_STAYS' });
		if (parentId !== null && !centers.some((center) => center.id === parentId))
			return failed({ code: 'UNKNOWN_COST_CENTER', costCenterId: parentId });
		if (closesCycle(centers, id, parentId)) return failed({ code: 'COST_CENTER_CYCLE', name });
		const changed = { id, name, ...(code && { code }), parentId };
		const said = { ...known, code: known.code || undefined, parentId: known.parentId ?? null };
		if (sameValues(said, changed)) return ok(scenario);
		return ok(
			withCostCenters(
				scenario,
				centers.map((center) => (center.id === id ? changed : center))
			)
		);
	}
});
