import { WidgetKind } from '$lib/domain/dashboard';
import { Id } from '$lib/domain/id';
import { failed } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { changeWidget } from './dashboards';
import { blankText } from './needed-text';

/** Renames a widget or changes what it shows; its queue stays, for that is what it counts for. */
export const editWidget = command({
	input: z.strictObject({ dashboardId: Id, widgetId: Id, name: z.string(), kind: WidgetKind }),
	needs: ['live-reports.full'],
	apply: (scenario, { dashboardId, widgetId, name, kind }) => {
		const refusal = blankText({ name }, ['name']);
		if (refusal) return failed(refusal);
		return changeWidget(scenario, dashboardId, widgetId, (widget) =>
			widget.name === name && widget.kind === kind ? widget : { ...widget, name, kind }
		);
	}
});
