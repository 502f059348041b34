import { type Dashboard } from '$lib/domain/dashboard';
import { Id } from '$lib/domain/id';
import { type Instant } from '$lib/domain/instant';
import { failed, ok } from '$lib/domain/result';
import { type Scenario } from '$lib/domain/scenario';
import { z } from '$lib/domain/zod';
import { command } from './command';

/**
 * Removes a call queue with its memberships and the widgets that watched it once. One that a widget
 * watches now, or will watch, is in use.
 */
export const removeQueue = command({
	input: z.strictObject({ queueId: Id }),
	needs: ['queues.manage'],
	apply: (scenario, { queueId }) => {
		const queue = scenario.queues.find((one) => one.id === queueId);
		if (!queue) return failed({ code: 'UNKNOWN_QUEUE', queueId });
		const widgets = widgetsInUse(scenario, queueId);
		if (widgets > 0) return failed({ code: 'QUEUE_IN_USE', name: queue.name, widgets });
		const queues = scenario.queues.filter((one) => one !== queue);
		return ok({ ...scenario, queues, dashboards: withoutWidgets(scenario.dashboards, queueId) });
	}
});

/** How many widgets watch a queue at as-of or later. */
function widgetsInUse({ dashboards, asOf }: Scenario, queueId: Id): number {
	const isOpen = (end: Instant | undefined) => end === undefined || end > asOf;
	let widgets = 0;
	for (const dashboard of dashboards)
		if (isOpen(dashboard.deletedAt))
			widgets += dashboard.widgets.filter((one) => one.queueId === queueId && isOpen(one.to)).length;
	return widgets;
}

/** The dashboards without a queue's widgets; those that had none stay the same objects. */
function withoutWidgets(dashboards: readonly Dashboard[], queueId: Id): readonly Dashboard[] {
	const isWatching = ({ widgets }: Dashboard) => widgets.some((widget) => widget.queueId === queueId);
	if (!dashboards.some(isWatching)) return dashboards;
	return dashboards.map((dashboard) =>
		isWatching(dashboard)
			? { ...dashboard, widgets: dashboard.widgets.filter((widget) => widget.queueId !== queueId) }
			: dashboard
	);
}
