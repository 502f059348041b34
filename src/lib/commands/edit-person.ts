import { Person } from '$lib/domain/person';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { doubleExtension } from './extensions';
import { blankText } from './needed-text';
import { unknownCenter, unknownRole, withPeople } from './people';
import { sameValues } from './same-values';

/** Replaces what is known of one person. What a file brought blank or twice may stay so. */
export const editPerson = command({
	input: z.strictObject({ person: Person }),
	needs: ({ people }, { person }) => {
		const known = people.find((one) => one.id === person.id);
		return !known || known.roleId === person.roleId ? ['users.manage'] : ['users.manage', 'users.roles'];
	},
	apply: (scenario, { person }) => {
		const at = scenario.people.findIndex((one) => one.id === person.id);
		const known = scenario.people[at];
		if (!known) return failed({ code: 'UNKNOWN_PERSON', personId: person.id });
		if (sameValues(known, person)) return ok(scenario);
		const changed = (['name', 'extension'] as const).filter((key) => known[key] !== person[key]);
		const refusal =
			blankText(person, changed, 'person.') ??
			unknownRole(scenario, person.roleId) ??
			(person.costCenterId === undefined ? undefined : unknownCenter(scenario, person.costCenterId)) ??
			(changed.includes('extension') ? doubleExtension(scenario, [person], known) : undefined);
		return refusal ? failed(refusal) : withPeople(scenario, scenario.people.with(at, person));
	}
});
