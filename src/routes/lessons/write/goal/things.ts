import { type Ref, type Thing } from '$lib/domain/goal';
import { allRoles } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { findAll } from '$lib/lessons/find';
import { refTo } from '$lib/lessons/refs';
import { nameText } from '$lib/text/format';
import { NAMED_DETAIL, namedText } from '$lib/text/goal-forms';
import { type Choice } from '$lib/ui/combobox.svelte';

interface Named {
	readonly id: string;
	readonly name: string;
	readonly extension?: string;
}

const listOf = (scenario: Scenario, thing: Thing): readonly Named[] => {
	switch (thing) {
		case 'person':
			return scenario.people;
		case 'role':
			return allRoles(scenario.roles);
		case 'queue':
			return scenario.queues;
		case 'dashboard':
			return scenario.dashboards.filter(({ deletedAt }) => deletedAt === undefined);
		case 'cost-center':
			return scenario.account.costCenters;
	}
};

/** A reference as the value of a choice, and back. */
const keyOf = ({ by, value }: Ref): string => `${by}:${value}`;
export function refOf(key: string): Ref {
	const at = key.indexOf(':');
	return { by: key.slice(0, at) as Ref['by'], value: key.slice(at + 1) };
}

/** What a reference means in a scenario. */
export const nameOf = (scenario: Scenario, thing: Thing, ref: Ref): string | undefined =>
	findAll(scenario, thing, ref)[0]?.name;

/** A reference as the choice that shows it; null: nothing is chosen. */
export function choiceOf(scenario: Scenario, thing: Thing, ref: Ref | undefined): Choice | null {
	if (!ref || ref.value === '') return null;
	const name = nameOf(scenario, thing, ref) ?? (ref.by === 'name' ? namedText(ref.value) : ref.value);
	return { value: keyOf(ref), label: nameText(name) };
}

/** What can be pointed at: what the scenario has, and by its name what the learner has yet to make. */
export function choicesOf(scenario: Scenario, thing: Thing, text: string, limit: number): readonly Choice[] {
	const wanted = text.trim().toLocaleLowerCase('en');
	const found: Choice[] = [];
	for (const one of listOf(scenario, thing)) {
		if (found.length === limit) break;
		const { name, extension = '' } = one;
		if (!name.toLocaleLowerCase('en').includes(wanted) && !extension.includes(wanted)) continue;
		const ref = refTo(thing, one, scenario, scenario);
		if (ref) found.push({ value: keyOf(ref), label: nameText(name), detail: extension });
	}
	const own = text.trim().slice(0, 200);
	if (own !== '')
		found.push({ value: keyOf({ by: 'name', value: own }), label: namedText(own), detail: NAMED_DETAIL });
	return found;
}
