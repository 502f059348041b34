import { ROOT } from '$lib/domain/account';
import { Id } from '$lib/domain/id';
import { failed } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { changePeople, unknownCenter } from './people';

/** Puts people into a cost center. */
export const setCostCenter = command({
	input: z.strictObject({ personIds: z.array(Id), costCenterId: Id }),
	needs: ['users.manage'],
	apply: (scenario, { personIds, costCenterId }) => {
		const refusal = unknownCenter(scenario, costCenterId);
		if (refusal) return failed(refusal);
		return changePeople(scenario, personIds, (person) =>
			(person.costCenterId ?? ROOT) === costCenterId ? person : { ...person, costCenterId }
		);
	}
});
