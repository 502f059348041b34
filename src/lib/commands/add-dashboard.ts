import { Dashboard } from '$lib/domain/dashboard';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { backwards, backwardsIn } from './backwards';
import { command } from './command';
import { doubleId } from './double-id';
import { blankIn, blankText } from './needed-text';
import { unknownPerson } from './people';
import { unknownQueue } from './unknown-queue';

/** Makes a dashboard, with widgets or without. */
export const addDashboard = command({
	input: z.strictObject({ dashboard: Dashboard }),
	needs: ['live-reports.full'],
	apply: (scenario, { dashboard }) => {
		const { ownerId, sharedWith = [], createdAt, deletedAt, widgets } = dashboard;
		const refusal =
			blankText(dashboard, ['name'], 'dashboard.') ??
			blankIn(widgets, ['name'], 'dashboard.widgets') ??
			doubleId(scenario.dashboards, [dashboard]) ??
			doubleId([], widgets) ??
			unknownPerson(scenario, [ownerId, ...sharedWith]) ??
			unknownQueue(scenario, widgets) ??
			backwards(createdAt, deletedAt, 'dashboard.deletedAt') ??
			backwardsIn(widgets, 'dashboard.widgets');
		if (refusal) return failed(refusal);
		return ok({ ...scenario, dashboards: [...scenario.dashboards, dashboard] });
	}
});
