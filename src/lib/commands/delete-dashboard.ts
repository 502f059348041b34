import { Id } from '$lib/domain/id';
import { Instant } from '$lib/domain/instant';
import { ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { changeDashboard, ended } from './dashboards';

/** Deletes a dashboard at a moment; that it was there before stays true, and counts (L3). */
export const deleteDashboard = command({
	input: z.strictObject({ dashboardId: Id, at: Instant }),
	needs: ['live-reports.full'],
	apply: (scenario, { dashboardId, at }) =>
		changeDashboard(scenario, dashboardId, (dashboard) => ok(ended(dashboard, at)))
});
