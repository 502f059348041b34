import { type Id } from '$lib/domain/id';
import { type Refusal } from '$lib/domain/refusal';
import { failed, ok, type Result } from '$lib/domain/result';
import { isPredefinedRole, type Role, roleById } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';

/** A role that can be changed, and where it stands; a predefined one can't. */
export function customRole(
	{ roles }: Scenario,
	roleId: Id
): Result<{ readonly role: Role; readonly at: number }, Refusal> {
	const role = roleById(roles, roleId);
	if (!role) return failed({ code: 'UNKNOWN_ROLE', roleId });
	if (isPredefinedRole(roleId)) return failed({ code: 'PREDEFINED_ROLE', name: role.name });
	return ok({ role, at: roles.indexOf(role) });
}
