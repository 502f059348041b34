import { type Permission } from '$lib/domain/permission';
import { type AdminPart } from '$lib/text/admin';

/** What somebody needs to enter a part of the Admin Portal; null: nothing. */
export const NEEDED: Readonly<Record<AdminPart, Permission | null>> = {
	overview: null,
	users: 'users.manage',
	roles: 'users.roles',
	queues: 'queues.manage',
	analytics: null
};

/** The part that a route belongs to. */
export function partOf(routeId: string | null): AdminPart {
	const [, , part] = routeId?.split('/') ?? [];
	return part === 'users' || part === 'roles' || part === 'queues' ? part : 'overview';
}
