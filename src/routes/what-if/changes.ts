import { type CommandInput, type CommandName } from '$lib/commands';
import { type Id } from '$lib/domain/id';
import { type Instant } from '$lib/domain/instant';
import { type Product, PRODUCTS } from '$lib/domain/order';
import { ROOT } from '$lib/domain/account';
import { MOST_INPUT, type WhatIfChange } from '$lib/domain/what-if';

export type Changes = readonly WhatIfChange[];
export type Stop = CommandInput<'stopMonitoring'>['stops'][number];

/** A command as a change of a what-if (I1). */
export const changeOf = <Name extends CommandName>(
	id: Id,
	command: Name,
	input: CommandInput<Name>
): WhatIfChange => ({ id, command, input: JSON.stringify(input) });

/** Items in their order, in as few lists as the input of one change can hold each; `shell`: that input without any. */
function inParts<T>(items: readonly T[], shell: object): readonly T[][] {
	const most = MOST_INPUT - JSON.stringify(shell).length;
	const parts: T[][] = [];
	let length = Infinity;
	for (const item of items) {
		const longer = JSON.stringify(item).length + 1; // and the comma
		if (length + longer > most) {
			parts.push([]);
			length = 0;
		}
		parts.at(-1)!.push(item);
		length += longer;
	}
	return parts;
}

/** A command that names items, as so few changes as can name them all; none where there is no item. */
export const changesInParts = <Name extends CommandName, T>(
	command: Name,
	items: readonly T[],
	inputOf: (some: readonly T[]) => CommandInput<Name>,
	newId: () => Id
): WhatIfChange[] => inParts(items, inputOf([])).map((some) => changeOf(newId(), command, inputOf(some)));

/** Gives people a role, in as few changes as can name them all. */
export const roleChanges = (roleId: Id, personIds: readonly Id[], newId: () => Id): WhatIfChange[] =>
	changesInParts('setRole', personIds, (some) => ({ personIds: [...some], roleId }), newId);

/** What a change of this command was made with; undefined where it is another's, or was made elsewhere. */
function inputOf<Name extends CommandName>(
	change: WhatIfChange,
	command: Name
): Partial<CommandInput<Name>> | undefined {
	if (change.command !== command) return undefined;
	try {
		const input: unknown = JSON.parse(change.input);
		return typeof input === 'object' && input !== null ? input : undefined;
	} catch {
		return undefined; // no JSON: no command of ours
	}
}

/** The list with another change in the place of the first that `isMeant`, or without it where `next` is null; else added. */
function put(
	changes: Changes,
	isMeant: (change: WhatIfChange) => boolean,
	next: WhatIfChange | null
): Changes {
	const place = changes.findIndex(isMeant);
	if (place === -1) return next ? [...changes, next] : changes;
	return next ? changes.with(place, next) : changes.toSpliced(place, 1);
}

const isPurchase = (change: WhatIfChange) => inputOf(change, 'confirmOrder') !== undefined;

/** How many licenses of each product a what-if buys. */
export function purchaseOf(changes: Changes): Readonly<Record<Product, number>> {
	const found = changes.find(isPurchase);
	const lines = (found && inputOf(found, 'confirmOrder')?.order?.lines) ?? [];
	const of = (product: Product) =>
		lines.filter((line) => line.product === product).reduce((sum, { quantity }) => sum + quantity, 0);
	return { 'live-reports': of('live-reports'), 'call-queues-booster': of('call-queues-booster') };
}

/** Buys so many licenses of a product, in one order with the other's; 0: none. */
export function withPurchase(
	changes: Changes,
	product: Product,
	quantity: number,
	at: Instant,
	newId: () => Id
): Changes {
	const wanted = { ...purchaseOf(changes), [product]: quantity };
	const lines = PRODUCTS.filter((one) => wanted[one] > 0).map((one) => ({
		product: one,
		quantity: wanted[one],
		costCenterId: ROOT
	}));
	const known = changes.find(isPurchase);
	const order = (known && inputOf(known, 'confirmOrder')?.order) ?? { id: newId(), at, lines };
	const next =
		lines.length === 0
			? null
			: changeOf(known?.id ?? newId(), 'confirmOrder', { order: { ...order, lines } });
	return put(changes, isPurchase, next);
}

/** How many licenses of a product a what-if says are owned; null: as they are. */
export function ownedOf(changes: Changes, product: Product): number | null {
	for (const change of changes) {
		const input = inputOf(change, 'setOwned');
		if (input?.product === product) return input.quantity ?? null;
	}
	return null;
}

/** Says how many licenses of a product are owned; null: as they are. */
export function withOwned(
	changes: Changes,
	product: Product,
	quantity: number | null,
	newId: () => Id
): Changes {
	const isMeant = (change: WhatIfChange) => inputOf(change, 'setOwned')?.product === product;
	const known = changes.find(isMeant);
	const next =
		quantity === null
			? null
			: changeOf(known?.id ?? newId(), 'setOwned', { product, quantity, orderId: newId() });
	// Before a purchase: what is bought comes on top.
	if (next && !known) return [next, ...changes];
	return put(changes, isMeant, next);
}

const stopsIn = (change: WhatIfChange) => inputOf(change, 'stopMonitoring')?.stops;
const isStops = (change: WhatIfChange) => stopsIn(change) !== undefined;
const stopsOf = (changes: Changes): readonly Stop[] => changes.flatMap((change) => stopsIn(change) ?? []);
const keyOf = ({ queueId, dashboardId }: Stop) => JSON.stringify([queueId, dashboardId]);

/** Stops monitoring something, or lets it be monitored again. */
export function withStop(changes: Changes, stop: Stop, isOn: boolean, newId: () => Id): Changes {
	const rest = stopsOf(changes).filter((one) => keyOf(one) !== keyOf(stop));
	return withStops(changes, isOn ? [...rest, stop] : rest, newId);
}

/** Exactly these stops, and no other: one change, unless it could not hold them all. */
export function withStops(changes: Changes, stops: readonly Stop[], newId: () => Id): Changes {
	const known = changes.filter(isStops);
	const next = inParts(stops, { stops: [] }).map((part, at) =>
		changeOf(known[at]?.id ?? newId(), 'stopMonitoring', { stops: part })
	);
	const rest = changes.filter((change) => !known.includes(change));
	return rest.toSpliced(known[0] ? changes.indexOf(known[0]) : rest.length, 0, ...next);
}

/** Whether the what-if itself stops something, other than by something larger that holds it. */
export function stoppedBy(changes: Changes): (stop: Stop) => boolean {
	const keys = new Set(stopsOf(changes).map(keyOf));
	return (stop) => keys.has(keyOf(stop));
}

/** Answers an assumption otherwise; null: as it is. */
export function withAssumption(
	changes: Changes,
	{ id, choice }: { readonly id: CommandInput<'setAssumption'>['id']; readonly choice: string | null },
	newId: () => Id
): Changes {
	const isMeant = (change: WhatIfChange) => inputOf(change, 'setAssumption')?.id === id;
	const known = changes.find(isMeant);
	return put(
		changes,
		isMeant,
		choice === null ? null : changeOf(known?.id ?? newId(), 'setAssumption', { id, choice })
	);
}

/** The one change of a command that a what-if has once: the plan, the clock. */
export function withOnly<Name extends CommandName>(
	changes: Changes,
	command: Name,
	input: CommandInput<Name> | null,
	newId: () => Id
): Changes {
	const known = changes.find((change) => change.command === command);
	return put(
		changes,
		(change) => change === known,
		input === null ? null : changeOf(known?.id ?? newId(), command, input)
	);
}

export function onlyInput<Name extends CommandName>(
	changes: Changes,
	command: Name
): Partial<CommandInput<Name>> | undefined {
	for (const change of changes) {
		const input = inputOf(change, command);
		if (input) return input;
	}
	return undefined;
}

/** How a what-if answers an assumption; undefined: as it is. */
export function assumptionOf(changes: Changes, id: string): string | undefined {
	const input = changes.map((change) => inputOf(change, 'setAssumption')).find((one) => one?.id === id);
	return input?.choice;
}
