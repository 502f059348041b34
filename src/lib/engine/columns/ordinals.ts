import type { Id } from '$lib/domain/id';

/** Ids as small numbers: an ordinal is a place in the scenario's own list, and nothing else. */
export interface Ordinals {
	readonly ids: readonly Id[];
	readonly of: ReadonlyMap<Id, number>;
}

/** The ordinals of a list; `previous` itself when the ids are the same, so that columns made with it stay. */
export function ordinalsOf(items: readonly { readonly id: Id }[], previous?: Ordinals): Ordinals {
	if (previous?.ids.length === items.length && items.every((item, i) => item.id === previous.ids[i]))
		return previous;
	const ids = new Array<Id>(items.length);
	const of = new Map<Id, number>();
	for (let i = 0; i < items.length; i++) {
		const { id } = items[i]!;
		ids[i] = id;
		of.set(id, i);
	}
	return { ids, of };
}
