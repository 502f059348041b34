import { failed, ok } from '$lib/domain/result';
import { Role } from '$lib/domain/role';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { customRole } from './custom-role';
import { blankText } from './needed-text';
import { unknownRole } from './people';
import { sameValues } from './same-values';

/** Replaces what a custom role says and may do, for everybody who has it. */
export const editRole = command({
	input: z.strictObject({ role: Role }),
	needs: ['users.roles'],
	apply: (scenario, { role }) => {
		const known = customRole(scenario, role.id);
		if (!known.ok) return known;
		if (sameValues(known.value.role, role)) return ok(scenario);
		const refusal =
			blankText(role, ['name'], 'role.') ??
			(role.basedOn === undefined ? undefined : unknownRole(scenario, role.basedOn));
		return refusal ? failed(refusal) : ok({ ...scenario, roles: scenario.roles.with(known.value.at, role) });
	}
});
