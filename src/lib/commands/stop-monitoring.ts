import { type Dashboard, type Widget } from '$lib/domain/dashboard';
import { Id } from '$lib/domain/id';
import { type Refusal } from '$lib/domain/refusal';
import { failed, ok } from '$lib/domain/result';
import { type Scenario } from '$lib/domain/scenario';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { endedWidget } from './dashboards';

/** A queue on every dashboard (`dashboardId` null), every queue of a dashboard (`queueId` null), or a queue on one. */
const Stop = z.strictObject({ queueId: Id.nullable(), dashboardId: Id.nullable() });
type Stop = z.infer<typeof Stop>;

/** Takes widgets off their dashboards as of now, many at once; that they were there before counts (L3, I2). */
export const stopMonitoring = command({
	input: z.strictObject({ stops: z.array(Stop) }),
	needs: ['live-reports.full'],
	apply: (scenario, { stops }) => {
		const unknown = unknownIn(scenario, stops);
		if (unknown) return failed(unknown);
		const byDashboard = new Map<Id | null, Set<Id | null>>();
		for (const { queueId, dashboardId } of stops)
			byDashboard.set(dashboardId, (byDashboard.get(dashboardId) ?? new Set()).add(queueId));
		const everywhere = byDashboard.get(null);
		let isChanged = false;
		const dashboards = scenario.dashboards.map((dashboard): Dashboard => {
			const named = [everywhere, byDashboard.get(dashboard.id)].filter((queues) => queues !== undefined);
			if (named.length === 0) return dashboard;
			const isMeant = ({ queueId }: Widget) =>
				named.some((queues) => queues.has(null) || queues.has(queueId));
			if (!dashboard.widgets.some(isMeant)) return dashboard; // nearly all: nothing is made for them
			const widgets = dashboard.widgets.map((widget) =>
				isMeant(widget) ? endedWidget(widget, scenario.asOf) : widget
			);
			if (widgets.every((widget, i) => widget === dashboard.widgets[i])) return dashboard;
			isChanged = true;
			return { ...dashboard, widgets };
		});
		return ok(isChanged ? { ...scenario, dashboards } : scenario);
	}
});

function unknownIn({ queues, dashboards }: Scenario, stops: readonly Stop[]): Refusal | undefined {
	const queueIds = new Set(stops.flatMap(({ queueId }) => queueId ?? []));
	const dashboardIds = new Set(stops.flatMap(({ dashboardId }) => dashboardId ?? []));
	dropKnown(queueIds, queues);
	dropKnown(dashboardIds, dashboards);
	for (const { queueId, dashboardId } of stops) {
		if (queueId !== null && queueIds.has(queueId)) return { code: 'UNKNOWN_QUEUE', queueId };
		if (dashboardId !== null && dashboardIds.has(dashboardId))
			return { code: 'UNKNOWN_DASHBOARD', dashboardId };
	}
	return undefined;
}

/** Leaves the ids that no item has. */
function dropKnown(ids: Set<Id>, items: readonly { readonly id: Id }[]): void {
	for (let i = 0; i < items.length && ids.size > 0; i++) ids.delete(items[i]!.id);
}
