import { type Id } from '$lib/domain/id';
import { type Refusal } from '$lib/domain/refusal';

interface Item {
	readonly id: Id;
}

/** The first new id that is taken, by an item that is there or by another new one. */
export function doubleId(known: readonly Item[], added: readonly Item[]): Refusal | undefined {
	const ids = new Set<Id>();
	for (const { id } of added) {
		if (ids.has(id)) return { code: 'DOUBLE_ID', id };
		ids.add(id);
	}
	const taken = known.find((item) => ids.has(item.id));
	return taken && { code: 'DOUBLE_ID', id: taken.id };
}
