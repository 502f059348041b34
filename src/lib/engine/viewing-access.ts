import type { Scenario } from '$lib/domain/scenario';
import { holds, roleById } from '$lib/domain/role';
import { HOLDS } from './columns/people';
import type { Index } from './columnar';

/**
 * Who could view at as-of (the premise of I6), by person: enabled, and with Full Access while there is a dashboard,
 * with View Only their own or one shared with them. Where opening counts (A-OPEN) the permission is enough.
 */
export function viewingAccess({ people }: Index, scenario: Scenario): Uint8Array {
	const { asOf, assumptions, dashboards, roles } = scenario;
	const living = dashboards.filter(
		({ createdAt, deletedAt }) =>
			(createdAt === undefined || createdAt <= asOf) && (deletedAt === undefined || deletedAt > asOf)
	);
	const isOpen = assumptions['A-OPEN'] === 'yes';
	const fullRoles = new Map<string, boolean>();
	const isFull = (roleId: string): boolean => {
		let known = fullRoles.get(roleId);
		if (known === undefined) {
			const role = roleById(roles, roleId);
			fullRoles.set(roleId, (known = role !== undefined && holds(role, 'live-reports.full')));
		}
		return known;
	};
	const named = new Uint8Array(people.enabled.length);
	for (const { ownerId, sharedWith = [] } of living)
		for (const id of [ownerId, ...sharedWith]) {
			const p = people.ordinals.of(id);
			if (p !== undefined) named[p] = 1;
		}
	return people.enabled.map((enabled, p) => {
		if (enabled === 0 || !(people.permission[p]! & HOLDS)) return 0;
		if (isOpen || named[p] === 1) return 1;
		return living.length > 0 && isFull(people.source[p]!.roleId) ? 1 : 0;
	});
}
