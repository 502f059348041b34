import { Id } from '$lib/domain/id';
import { Instant } from '$lib/domain/instant';
import { failed, ok } from '$lib/domain/result';
import { roleById } from '$lib/domain/role';
import { appendViewings, hasViewing } from '$lib/domain/viewing';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { existsAt, mayOpen } from './viewing-access';

/** Seconds within which somebody's second look at a dashboard is the same viewing. */
const SAME = 60;

/** Somebody opened a dashboard, or (null) Live Reports only. Whoever acts views for nobody else; the Trainer may. */
export const recordViewing = command({
	input: z.strictObject({ personId: Id, dashboardId: Id.nullable(), at: Instant }),
	needs: ['live-reports.view'],
	apply: (scenario, viewing, actor) => {
		const { personId, dashboardId, at } = viewing;
		const person = scenario.people.find((one) => one.id === personId);
		if (!person) return failed({ code: 'UNKNOWN_PERSON', personId });
		if (actor !== null && actor !== personId)
			return failed({ code: 'INVALID_INPUT', path: 'personId', problem: personId });
		if (dashboardId !== null) {
			const dashboard = scenario.dashboards.find((one) => one.id === dashboardId);
			if (!dashboard) return failed({ code: 'UNKNOWN_DASHBOARD', dashboardId });
			if (!existsAt(dashboard, at)) return failed({ code: 'DASHBOARD_GONE', name: dashboard.name });
			if (actor !== null && !mayOpen(person, roleById(scenario.roles, person.roleId), dashboard))
				return failed({ code: 'NOT_SHARED', name: dashboard.name });
		}
		if (hasViewing(scenario.viewings, viewing, SAME)) return ok(scenario);
		return ok({ ...scenario, viewings: appendViewings(scenario.viewings, [viewing]) });
	}
});
