import { isBlank } from '$lib/domain/blank';
import { Id } from '$lib/domain/id';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { withCostCenters } from './cost-centers';

export const addCostCenter = command({
	input: z.strictObject({ id: Id, name: z.string(), code: z.string(), parentId: Id }),
	needs: ['billing.cost-centers'],
	apply: (scenario, { id, name, code, parentId }) => {
		const centers = scenario.account.costCenters;
		if (isBlank(name)) return failed({ code: 'EMPTY_NAME', path: 'name' });
		if (centers.some((center) => center.id === id)) return failed({ code: 'DOUBLE_ID', id });
		if (!centers.some((center) => center.id === parentId))
			return failed({ code: 'UNKNOWN_COST_CENTER', costCenterId: parentId });
		return ok(withCostCenters(scenario, [...centers, { id, name, ...(code && { code }), parentId }]));
	}
});
