import { ROOT } from '$lib/domain/account';
import { type Id } from '$lib/domain/id';
import { type Person } from '$lib/domain/person';
import { type Refusal } from '$lib/domain/refusal';
import { failed, ok, type Result } from '$lib/domain/result';
import { isPredefinedRole, SUPER_ADMIN } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';

export const isEnabled = ({ status }: Person): boolean => (status ?? 'enabled') === 'enabled';

const isSuperAdmin = (person: Person): boolean => person.roleId === SUPER_ADMIN && isEnabled(person);

/** Other people in place of the scenario's; refused where that takes away the last enabled Super Admin. */
export function withPeople(scenario: Scenario, people: readonly Person[]): Result<Scenario, Refusal> {
	if (!people.some(isSuperAdmin) && scenario.people.some(isSuperAdmin))
		return failed({ code: 'LAST_SUPER_ADMIN' });
	return ok({ ...scenario, people });
}

/** Changes some people, all of whom must be known. `change` answers the very same person where nothing changes. */
export function changePeople(
	scenario: Scenario,
	personIds: readonly Id[],
	change: (person: Person) => Person
): Result<Scenario, Refusal> {
	const wanted = new Set(personIds);
	const people = scenario.people.slice();
	let isChanged = false;
	// Ends with the last one wanted: the others, who may be a hundred thousand, are not looked at.
	for (let i = 0; i < people.length && wanted.size > 0; i++) {
		const person = people[i]!;
		if (!wanted.delete(person.id)) continue;
		people[i] = change(person);
		isChanged ||= people[i] !== person;
	}
	const [personId] = wanted;
	if (personId !== undefined) return failed({ code: 'UNKNOWN_PERSON', personId });
	return isChanged ? withPeople(scenario, people) : ok(scenario);
}

/** The first id that is nobody's, as a refusal. Looks at the people once, however many ids there are. */
export function unknownPerson({ people }: Scenario, personIds: Iterable<Id>): Refusal | undefined {
	const wanted = new Set(personIds);
	if (wanted.size === 0) return undefined;
	for (const person of people) if (wanted.delete(person.id) && wanted.size === 0) return undefined;
	const [personId] = wanted;
	return personId === undefined ? undefined : { code: 'UNKNOWN_PERSON', personId };
}

/** What keeps somebody from having this role, or this cost center. */
export const unknownRole = ({ roles }: Scenario, roleId: Id): Refusal | undefined =>
	isPredefinedRole(roleId) || roles.some((role) => role.id === roleId)
		? undefined
		: { code: 'UNKNOWN_ROLE', roleId };

export const unknownCenter = ({ account }: Scenario, costCenterId: Id = ROOT): Refusal | undefined =>
	account.costCenters.some((center) => center.id === costCenterId)
		? undefined
		: { code: 'UNKNOWN_COST_CENTER', costCenterId };
