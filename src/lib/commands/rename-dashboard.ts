import { Id } from '$lib/domain/id';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { changeDashboard } from './dashboards';
import { blankText } from './needed-text';

export const renameDashboard = command({
	input: z.strictObject({ dashboardId: Id, name: z.string() }),
	needs: ['live-reports.full'],
	apply: (scenario, { dashboardId, name }) =>
		changeDashboard(scenario, dashboardId, (dashboard) => {
			const refusal = blankText({ name }, ['name']);
			if (refusal) return failed(refusal);
			return ok(dashboard.name === name ? dashboard : { ...dashboard, name });
		})
});
