import { Id } from '$lib/domain/id';
import { Instant } from '$lib/domain/instant';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { changeWidget, endedWidget } from './dashboards';

/** Takes a widget off its dashboard at a moment; that it was there before stays true, and counts (L3). */
export const removeWidget = command({
	input: z.strictObject({ dashboardId: Id, widgetId: Id, at: Instant }),
	needs: ['live-reports.full'],
	apply: (scenario, { dashboardId, widgetId, at }) =>
		changeWidget(scenario, dashboardId, widgetId, (widget) => endedWidget(widget, at))
});
