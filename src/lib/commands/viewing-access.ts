import { type Dashboard } from '$lib/domain/dashboard';
import { holdsAt, type Instant } from '$lib/domain/instant';
import { type Person } from '$lib/domain/person';
import { holds, type Role } from '$lib/domain/role';

/** Whether a dashboard exists at a moment (L3). */
export const existsAt = ({ createdAt, deletedAt }: Dashboard, at: Instant): boolean =>
	holdsAt({ from: createdAt, to: deletedAt }, at);

/** Whether somebody with this role may open a dashboard: with Full Access all, with View Only their own and shared ones. */
export const mayOpen = (person: Person, role: Role | undefined, dashboard: Dashboard): boolean =>
	role !== undefined &&
	(holds(role, 'live-reports.full') ||
		(holds(role, 'live-reports.view') &&
			(dashboard.ownerId === person.id || (dashboard.sharedWith?.includes(person.id) ?? false))));
