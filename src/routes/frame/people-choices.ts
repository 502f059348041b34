import { nameText } from '$lib/text/format';
import { type Choice } from '$lib/ui/combobox.svelte';
import { type Session } from '$lib/worker/session.svelte';

const LIMIT = 60;

/** The people of a scenario, for a field that searches. */
export const peopleChoices =
	(session: Session) =>
	async (text: string): Promise<readonly Choice[]> => {
		const found = await session.findPeople(text, LIMIT);
		if (!found.ok) throw new Error(found.error.detail);
		return found.value.map((person) => ({
			value: person.id,
			label: nameText(person.name),
			detail: `${person.extension} · ${person.role}`
		}));
	};
