import { type Id } from '$lib/domain/id';
import { type Instant } from '$lib/domain/instant';
import { DEFAULT_ROLE } from '$lib/domain/role';
import { type WhatIfChange } from '$lib/domain/what-if';
import { hiredName } from '$lib/text/admin';
import { changesInParts } from './changes';

/** Who leaves a queue and who joins it, and how many people are hired for it. */
export interface Moves {
	readonly leave: readonly Id[];
	readonly join: readonly Id[];
	readonly hire: number;
}

/** The moves as changes: in as few as can name everybody. Placeholders exist before they join. */
export function memberChanges(
	queue: { readonly id: Id; readonly name: string },
	{ leave, join, hire }: Moves,
	at: Instant,
	newId: () => Id
): WhatIfChange[] {
	const people = Array.from({ length: hire }, (_, i) => ({
		id: newId(),
		name: hiredName(i + 1, queue.name),
		extension: `new-${newId().slice(0, 8)}`,
		roleId: DEFAULT_ROLE
	}));
	const members = (personIds: readonly Id[]) => ({ queueId: queue.id, personIds: [...personIds], at });
	const joining = [...join, ...people.map(({ id }) => id)];
	return [
		...changesInParts('removeMembers', leave, members, newId),
		...changesInParts('addPeople', people, (some) => ({ people: [...some] }), newId),
		...changesInParts('addMembers', joining, members, newId)
	];
}
