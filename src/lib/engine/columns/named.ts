import type { Id } from '$lib/domain/id';
import { extensionOrder, idOrder, nameOrder, type Order } from '../name-order';
import { once } from '../once';
import { type Ordinals, ordinalsOf } from './ordinals';

/** Queues or dashboards: their ordinals, names, and the order of their names. */
export interface NamedColumns {
	readonly source: readonly Named[];
	readonly ordinals: Ordinals;
	readonly names: readonly string[];
	readonly byName: () => Order;
}

interface Named {
	readonly id: Id;
	readonly name: string;
	readonly extension?: string;
}

export function namedColumns(source: readonly Named[], previous?: NamedColumns): NamedColumns {
	if (previous?.source === source) return previous;
	const ordinals = ordinalsOf(source, previous?.ordinals);
	const names = source.map((item) => item.name);
	const byName = once(() =>
		nameOrder(
			names,
			source.some((item) => item.extension !== undefined)
				? extensionOrder(
						source.map((item) => item.extension ?? ''),
						ordinals.ids
					)
				: idOrder(ordinals.ids)
		)
	);
	return { source, ordinals, names, byName };
}
