import { Person } from '$lib/domain/person';
import { failed, ok } from '$lib/domain/result';
import { roleById } from '$lib/domain/role';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { sameValues } from './same-values';

/** Replaces what is known of one person. */
export const editPerson = command({
	label: 'Edit a person',
	input: z.strictObject({ person: Person }),
	apply: (scenario, { person }) => {
		const at = scenario.people.findIndex((one) => one.id === person.id);
		if (at < 0) return failed({ code: 'UNKNOWN_PERSON', personId: person.id });
		if (!roleById(scenario.roles, person.roleId))
			return failed({ code: 'UNKNOWN_ROLE', roleId: person.roleId });
		const center = person.costCenterId;
		if (center !== undefined && !scenario.account.costCenters.some((one) => one.id === center))
			return failed({ code: 'UNKNOWN_COST_CENTER', costCenterId: center });
		if (sameValues(scenario.people[at], person)) return ok(scenario);
		return ok({ ...scenario, people: scenario.people.with(at, person) });
	}
});
