import { type Id } from '$lib/domain/id';
import { membersOf } from '$lib/domain/queue';
import { holds, roleById } from '$lib/domain/role';
import { type Acting, type PersonChoice } from '$lib/domain/rows';
import { type Person } from '$lib/domain/person';
import { PERMISSIONS } from '$lib/domain/permission';
import { type Scenario } from '$lib/domain/scenario';

const choice = (scenario: Scenario, person: Person): PersonChoice => ({
	id: person.id,
	name: person.name,
	extension: person.extension,
	role: roleById(scenario.roles, person.roleId)?.name ?? ''
});

/** The first `limit` people whose name or extension contains the text, ignoring case; of a queue: its members at as-of. */
export function findPeople(
	scenario: Scenario,
	{ text, limit, queueId }: { readonly text: string; readonly limit: number; readonly queueId?: Id }
): readonly PersonChoice[] {
	const wanted = text.trim().toLocaleLowerCase('en');
	const queue = scenario.queues.find(({ id }) => id === queueId);
	const members = queue && membersOf(queue.members, scenario.asOf);
	const found: PersonChoice[] = [];
	for (const person of scenario.people) {
		if (found.length === limit) break;
		if (queueId !== undefined && !members?.has(person.id)) continue;
		if (person.name.toLocaleLowerCase('en').includes(wanted) || person.extension.includes(wanted))
			found.push(choice(scenario, person));
	}
	return found;
}

/** How many grantors are named. */
const NAMED = 5;

/** Who acts, with what permissions, and who could change that; null: no such person. */
export function acting(scenario: Scenario, personId: string): Acting | null {
	const person = scenario.people.find((one) => one.id === personId);
	if (!person) return null;
	const mayGrant = (one: Person) => {
		const role = roleById(scenario.roles, one.roleId);
		return role !== undefined && holds(role, 'users.roles') && (one.status ?? 'enabled') === 'enabled';
	};
	const role = roleById(scenario.roles, person.roleId);
	return {
		...choice(scenario, person),
		permissions: role ? PERMISSIONS.filter((permission) => holds(role, permission)) : [],
		grantedBy: scenario.people
			.filter(mayGrant)
			.slice(0, NAMED)
			.map((one) => one.name)
	};
}
