import { Id } from '$lib/domain/id';
import { failed, ok } from '$lib/domain/result';
import { type Role } from '$lib/domain/role';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { customRole } from './custom-role';
import { withPractice } from './practice';
import { withoutKey } from './without-key';

/** Removes a custom role that nobody has. Was it the default, new users get the predefined default again. */
export const removeRole = command({
	input: z.strictObject({ roleId: Id }),
	needs: ['users.roles'],
	apply: (scenario, { roleId }) => {
		const known = customRole(scenario, roleId);
		if (!known.ok) return known;
		const { role } = known.value;
		const people = scenario.people.filter((person) => person.roleId === roleId).length;
		if (people > 0) return failed({ code: 'ROLE_IN_USE', name: role.name, people });
		const roles = scenario.roles.filter((one) => one !== role).map((one) => rebased(one, role));
		const isDefault = scenario.practice?.defaultRoleId === roleId;
		const practice = isDefault ? { ...scenario.practice, defaultRoleId: undefined } : scenario.practice;
		return ok(withPractice({ ...scenario, roles }, practice));
	}
});

/** A role that started from the one that goes started, in the end, from what that one started from. */
function rebased(role: Role, gone: Role): Role {
	if (role.basedOn !== gone.id) return role;
	const { basedOn } = gone;
	return basedOn === undefined || basedOn === gone.id ? withoutKey(role, 'basedOn') : { ...role, basedOn };
}
