import { Id } from '$lib/domain/id';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { changeDashboard } from './dashboards';
import { unknownPerson } from './people';
import { sameValues } from './same-values';

/** Sets the people whom a dashboard is shared with: all of them, each once. */
export const shareDashboard = command({
	input: z.strictObject({ dashboardId: Id, sharedWith: z.array(Id) }),
	needs: ['live-reports.full'],
	apply: (scenario, { dashboardId, sharedWith }) =>
		changeDashboard(scenario, dashboardId, (dashboard) => {
			const people = [...new Set(sharedWith)];
			const refusal = unknownPerson(scenario, people);
			if (refusal) return failed(refusal);
			return ok(
				sameValues(dashboard.sharedWith ?? [], people) ? dashboard : { ...dashboard, sharedWith: people }
			);
		})
});
