import { failed, ok } from '$lib/domain/result';
import { allRoles, Role } from '$lib/domain/role';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { doubleId } from './double-id';
import { blankText } from './needed-text';
import { unknownRole } from './people';

/** Makes a custom role. */
export const addRole = command({
	input: z.strictObject({ role: Role }),
	needs: ['users.roles'],
	apply: (scenario, { role }) => {
		const refusal =
			blankText(role, ['name'], 'role.') ??
			doubleId(allRoles(scenario.roles), [role]) ??
			(role.basedOn === undefined ? undefined : unknownRole(scenario, role.basedOn));
		return refusal ? failed(refusal) : ok({ ...scenario, roles: [...scenario.roles, role] });
	}
});
