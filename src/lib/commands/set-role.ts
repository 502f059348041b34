import { Id } from '$lib/domain/id';
import { failed } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { changePeople, unknownRole } from './people';

/** Gives people this one role in place of theirs. */
export const setRole = command({
	input: z.strictObject({ personIds: z.array(Id), roleId: Id }),
	needs: ['users.manage', 'users.roles'],
	apply: (scenario, { personIds, roleId }) => {
		const refusal = unknownRole(scenario, roleId);
		if (refusal) return failed(refusal);
		return changePeople(scenario, personIds, (person) =>
			person.roleId === roleId ? person : { ...person, roleId }
		);
	}
});
