import { type Id } from '$lib/domain/id';
import { Person } from '$lib/domain/person';
import { failed, ok } from '$lib/domain/result';
import { DEFAULT_ROLE, isPredefinedRole } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { doubleId } from './double-id';
import { doubleExtension } from './extensions';
import { blankIn } from './needed-text';

/** Adds people, all or none. Another role than the default one is a change of roles: it needs that permission too. */
export const addPeople = command({
	input: z.strictObject({ people: z.array(Person) }),
	needs: (scenario, { people }) =>
		people.every((person) => person.roleId === defaultRole(scenario))
			? ['users.manage']
			: ['users.manage', 'users.roles'],
	apply: (scenario, { people }) => {
		if (people.length === 0) return ok(scenario);
		const refusal =
			blankIn(people, ['name', 'extension'], 'people') ??
			doubleId(scenario.people, people) ??
			doubleExtension(scenario, people) ??
			dangling(scenario, people);
		return refusal ? failed(refusal) : ok({ ...scenario, people: [...scenario.people, ...people] });
	}
});

const defaultRole = ({ practice }: Scenario): Id => practice?.defaultRoleId ?? DEFAULT_ROLE;

function dangling({ roles, account }: Scenario, people: readonly Person[]) {
	const custom = new Set(roles.map((role) => role.id));
	const centers = new Set(account.costCenters.map((center) => center.id));
	for (const { roleId, costCenterId } of people) {
		if (!isPredefinedRole(roleId) && !custom.has(roleId)) return { code: 'UNKNOWN_ROLE', roleId } as const;
		if (costCenterId !== undefined && !centers.has(costCenterId))
			return { code: 'UNKNOWN_COST_CENTER', costCenterId } as const;
	}
	return undefined;
}
