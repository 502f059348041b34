import { Dashboard } from '$lib/domain/dashboard';
import { Order } from '$lib/domain/order';
import { Person } from '$lib/domain/person';
import { Membership, Queue } from '$lib/domain/queue';
import { Role } from '$lib/domain/role';
import { ScenarioFile } from '$lib/domain/scenario';
import { Viewing } from '$lib/domain/viewing';
import { type z } from '$lib/domain/zod';
import { explain } from './explain';
import { type Faults, type Path } from './faults';
import { isMembership, isPerson, isViewing } from './shape-by-hand';

/** An object as JSON.parse gives it: own keys, none trusted. */
export type Raw = Readonly<Record<string, unknown>>;

export const isRaw = (value: unknown): value is Raw =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const never = (): boolean => false;
const LISTS = {
	roles: [Role, never],
	people: [Person, isPerson],
	queues: [Queue, never],
	dashboards: [Dashboard, never],
	viewings: [Viewing, isViewing],
	orders: [Order, never]
} as const;

/** Items between two yields: some tens of milliseconds even where zod looks at each. */
const SLICE = 16_384;

/**
 * Adds a fault for everything that keeps `raw` from being a ScenarioFile, item by item, so that a
 * file of millions never blocks for long. Yields how many items it looked at since the last yield.
 */
export function* checkShape(raw: Raw, faults: Faults): Generator<number> {
	const head: Record<string, unknown> = { ...raw };
	for (const name of Object.keys(LISTS)) if (Array.isArray(raw[name])) head[name] = [];
	explain(ScenarioFile, head, [], faults);
	for (const [name, [schema, accepts]] of Object.entries(LISTS)) {
		const list: unknown = raw[name];
		if (!Array.isArray(list)) continue;
		if (name === 'queues') yield* checkQueues(list, faults);
		else yield* checkList(list, schema, accepts, [name], faults);
	}
}

function* checkList(
	list: readonly unknown[],
	schema: z.ZodType,
	accepts: (item: unknown) => boolean,
	at: Path,
	faults: Faults
): Generator<number> {
	for (let start = 0; start < list.length && !faults.enough; start += SLICE) {
		const end = Math.min(list.length, start + SLICE);
		for (let i = start; i < end && !faults.enough; i++) {
			const item = list[i];
			if (!accepts(item)) explain(schema, item, [...at, i], faults);
		}
		yield end - start;
	}
}

/** A queue's members are one of the long lists: they are looked at apart from their queue. */
function* checkQueues(queues: readonly unknown[], faults: Faults): Generator<number> {
	for (let i = 0; i < queues.length && !faults.enough; i++) {
		const queue = queues[i];
		const members = isRaw(queue) ? queue['members'] : undefined;
		if (!isRaw(queue) || !Array.isArray(members)) explain(Queue, queue, ['queues', i], faults);
		else {
			explain(Queue, { ...queue, members: [] }, ['queues', i], faults);
			yield* checkList(members, Membership, isMembership, ['queues', i, 'members'], faults);
		}
		yield 1;
	}
}

/** How many items checkShape will have looked at in the end. */
export function itemsOf(raw: Raw): number {
	const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
	const queues: unknown = raw['queues'];
	let items = 0;
	for (const name of Object.keys(LISTS)) items += lengthOf(raw[name]);
	if (Array.isArray(queues))
		for (const queue of queues as readonly unknown[]) items += isRaw(queue) ? lengthOf(queue['members']) : 0;
	return items;
}
