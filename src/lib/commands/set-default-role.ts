import { Id } from '$lib/domain/id';
import { failed, ok } from '$lib/domain/result';
import { DEFAULT_ROLE } from '$lib/domain/role';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { unknownRole } from './people';
import { withPractice } from './practice';

/** Sets the role that new users get; whoever has a role keeps it. */
export const setDefaultRole = command({
	input: z.strictObject({ roleId: Id }),
	needs: ['users.roles'],
	apply: (scenario, { roleId }) => {
		const refusal = unknownRole(scenario, roleId);
		if (refusal) return failed(refusal);
		const { practice } = scenario;
		if ((practice?.defaultRoleId ?? DEFAULT_ROLE) === roleId) return ok(scenario);
		const defaultRoleId = roleId === DEFAULT_ROLE ? undefined : roleId;
		return ok(withPractice(scenario, { ...practice, defaultRoleId }));
	}
});
