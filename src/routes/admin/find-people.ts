import { type PersonChoice } from '$lib/domain/rows';
import { type Session } from '$lib/worker/session.svelte';

export type FindPeople = (text: string, limit: number) => Promise<readonly PersonChoice[]>;

/** Finds people for a picker; what goes wrong is thrown, because the picker's list says it. */
export const finder =
	(session: Session): FindPeople =>
	async (text, limit) => {
		const found = await session.findPeople(text, limit);
		if (!found.ok) throw new Error(found.error.detail);
		return found.value;
	};
