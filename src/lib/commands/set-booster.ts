import { Id } from '$lib/domain/id';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { changePeople } from './people';

/** Marks people as holding a Call Queues Booster, or no longer (L11). */
export const setBooster = command({
	input: z.strictObject({ personIds: z.array(Id), booster: z.boolean() }),
	needs: ['users.manage'],
	apply: (scenario, { personIds, booster }) =>
		changePeople(scenario, personIds, (person) =>
			(person.booster ?? false) === booster ? person : { ...person, booster }
		)
});
