import { Widget } from '$lib/domain/dashboard';
import { Id } from '$lib/domain/id';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { backwards } from './backwards';
import { command } from './command';
import { changeDashboard } from './dashboards';
import { doubleId } from './double-id';
import { blankText } from './needed-text';
import { unknownQueue } from './unknown-queue';

/** Puts a widget onto a dashboard: its queue is monitored from then on (L3). */
export const addWidget = command({
	input: z.strictObject({ dashboardId: Id, widget: Widget }),
	needs: ['live-reports.full'],
	apply: (scenario, { dashboardId, widget }) =>
		changeDashboard(scenario, dashboardId, (dashboard) => {
			const refusal =
				blankText(widget, ['name'], 'widget.') ??
				doubleId(dashboard.widgets, [widget]) ??
				unknownQueue(scenario, [widget]) ??
				backwards(widget.from, widget.to, 'widget.to');
			if (refusal) return failed(refusal);
			return ok({ ...dashboard, widgets: [...dashboard.widgets, widget] });
		})
});
