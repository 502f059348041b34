import { Id } from '$lib/domain/id';
import { Status } from '$lib/domain/person';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { changePeople } from './people';

/** Enables or disables people, or marks them as not activated. */
export const setStatus = command({
	input: z.strictObject({ personIds: z.array(Id), status: Status }),
	needs: ['users.manage'],
	apply: (scenario, { personIds, status }) =>
		changePeople(scenario, personIds, (person) =>
			(person.status ?? 'enabled') === status ? person : { ...person, status }
		)
});
