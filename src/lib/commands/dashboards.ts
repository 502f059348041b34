import { type Dashboard, type Widget } from '$lib/domain/dashboard';
import { type Id } from '$lib/domain/id';
import { type Instant } from '$lib/domain/instant';
import { type Refusal } from '$lib/domain/refusal';
import { failed, ok, type Result } from '$lib/domain/result';
import { type Scenario } from '$lib/domain/scenario';

/** The dashboard deleted at a moment; one that would begin later never lives. Deleted before: the very same. */
export function ended(dashboard: Dashboard, at: Instant): Dashboard {
	const deletedAt = endOf(dashboard.createdAt, dashboard.deletedAt, at);
	return deletedAt === dashboard.deletedAt ? dashboard : { ...dashboard, deletedAt };
}

/** The widget gone from a moment on; gone before: the very same. */
export function endedWidget(widget: Widget, at: Instant): Widget {
	const to = endOf(widget.from, widget.to, at);
	return to === widget.to ? widget : { ...widget, to };
}

/** An end never lies before the beginning, and one that lies earlier stays. */
function endOf(from: Instant | undefined, to: Instant | undefined, at: Instant): Instant {
	const end = from !== undefined && from > at ? from : at;
	return to !== undefined && to < end ? to : end;
}

/** Whether a dashboard is deleted at a moment. One that is created later can be worked on already. */
const isDeleted = ({ deletedAt }: Dashboard, at: Instant): boolean =>
	deletedAt !== undefined && deletedAt <= at;

/** Changes a dashboard that is not deleted; `change` answers the very same where nothing changes. */
export function changeDashboard(
	scenario: Scenario,
	dashboardId: Id,
	change: (dashboard: Dashboard) => Result<Dashboard, Refusal>
): Result<Scenario, Refusal> {
	const at = scenario.dashboards.findIndex((one) => one.id === dashboardId);
	const dashboard = scenario.dashboards[at];
	if (!dashboard) return failed({ code: 'UNKNOWN_DASHBOARD', dashboardId });
	if (isDeleted(dashboard, scenario.asOf)) return failed({ code: 'DASHBOARD_GONE', name: dashboard.name });
	const changed = change(dashboard);
	if (!changed.ok) return changed;
	if (changed.value === dashboard) return ok(scenario);
	return ok({ ...scenario, dashboards: scenario.dashboards.with(at, changed.value) });
}

/** Changes one widget of a dashboard that is not deleted. */
export function changeWidget(
	scenario: Scenario,
	dashboardId: Id,
	widgetId: Id,
	change: (widget: Widget) => Widget
): Result<Scenario, Refusal> {
	return changeDashboard(scenario, dashboardId, (dashboard) => {
		const at = dashboard.widgets.findIndex((widget) => widget.id === widgetId);
		const widget = dashboard.widgets[at];
		if (!widget) return failed({ code: 'UNKNOWN_WIDGET', widgetId });
		const changed = change(widget);
		if (changed === widget) return ok(dashboard);
		return ok({ ...dashboard, widgets: dashboard.widgets.with(at, changed) });
	});
}
