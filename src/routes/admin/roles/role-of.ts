import { type RoleRow } from '$lib/domain/admin-rows';
import { PERMISSIONS } from '$lib/domain/permission';
import { type Role } from '$lib/domain/role';

/** A custom role as a scenario keeps it: what is not said is left out, permissions in their own order. */
export const roleOf = ({
	id,
	name,
	description,
	basedOn,
	permissions
}: Pick<RoleRow, 'id' | 'name' | 'description' | 'basedOn' | 'permissions'>): Role => ({
	id,
	name: name.trim(),
	...(description.trim() !== '' && { description: description.trim() }),
	...(basedOn !== null && { basedOn }),
	permissions: PERMISSIONS.filter((permission) => permissions.includes(permission))
});
