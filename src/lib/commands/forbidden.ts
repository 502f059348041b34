import { type Id } from '$lib/domain/id';
import { type Permission } from '$lib/domain/permission';
import { type Refusal } from '$lib/domain/refusal';
import { allRoles, holds, roleById } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { isEnabled } from './people';

/** How many people who could grant a permission are named. */
const NAMED = 5;

/** Why this person may not do what needs these permissions; undefined: may. The Trainer may do everything. */
export function forbidden(
	scenario: Scenario,
	actor: Id | null,
	needed: readonly Permission[]
): Refusal | undefined {
	if (actor === null || needed.length === 0) return undefined;
	const person = scenario.people.find((one) => one.id === actor);
	if (!person) return { code: 'UNKNOWN_PERSON', personId: actor };
	const role = roleById(scenario.roles, person.roleId);
	const permission = needed.find((one) => !role || !holds(role, one));
	if (permission === undefined) return undefined;
	return {
		code: 'FORBIDDEN',
		permission,
		roles: allRoles(scenario.roles)
			.filter((one) => holds(one, permission))
			.map((one) => one.name),
		grantors: grantors(scenario)
	};
}

/** The first people by their place in the list who could give somebody another role. */
function grantors({ people, roles }: Scenario): readonly string[] {
	const granting = new Set(
		allRoles(roles)
			.filter((role) => holds(role, 'users.roles'))
			.map((role) => role.id)
	);
	const names: string[] = [];
	for (const person of people) {
		if (names.length === NAMED) break;
		if (granting.has(person.roleId) && isEnabled(person)) names.push(person.name);
	}
	return names;
}
