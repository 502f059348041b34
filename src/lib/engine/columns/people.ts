import type { Person } from '$lib/domain/person';
import { holds, type Role, roleById, SUPER_ADMIN } from '$lib/domain/role';
import { extensionOrder, nameOrder, type Order } from '../name-order';
import { once } from '../once';
import { type Ordinals, ordinalsOf, replacedPlaces } from './ordinals';

/** Bits of PeopleColumns.permission. */
export const HOLDS = 1;
export const SUPER = 2;

export interface PeopleColumns {
	readonly source: readonly Person[];
	readonly roles: readonly Role[];
	readonly ordinals: Ordinals;
	readonly names: readonly string[];
	readonly extensions: readonly string[];
	/** 1: status enabled (A-STATUS). */
	readonly enabled: Uint8Array<ArrayBuffer>;
	/** 1: marked as holding a Booster (L11). */
	readonly booster: Uint8Array<ArrayBuffer>;
	/** HOLDS: the role has a Live Reports permission. SUPER: it is the predefined Super Admin (A-ADMIN). */
	readonly permission: Uint8Array<ArrayBuffer>;
	/** By extension in natural order, then id (L11). */
	readonly byExtension: () => Order;
	/** By name, then extension, then id (W4). */
	readonly byName: () => Order;
}

export function peopleColumns(
	people: readonly Person[],
	roles: readonly Role[],
	previous?: PeopleColumns
): PeopleColumns {
	if (previous?.source === people && previous.roles === roles) return previous;
	const replaced = previous && replacedPlaces(people, previous.source);
	const keepsIds = replaced?.every((i) => people[i]!.id === previous!.ordinals.ids[i]);
	const ordinals = previous && keepsIds ? previous.ordinals : ordinalsOf(people, previous?.ordinals);
	const known = previous?.ordinals === ordinals ? previous : undefined;
	// Whom to read anew; without a list, everybody.
	const places = known && known.roles === roles ? replaced : undefined;
	const bitsOf = permissionBits(roles);
	const text = (kept: readonly string[] | undefined, valueOf: (person: Person) => string) =>
		patched(people, valueOf, kept, places, () => new Array<string>(people.length));
	const flags = (kept: Uint8Array<ArrayBuffer> | undefined, valueOf: (person: Person) => number) =>
		patched(people, valueOf, kept, places, () => new Uint8Array(people.length));
	const names = text(known?.names, ({ name }) => name);
	const extensions = text(known?.extensions, ({ extension }) => extension);
	const { byExtension, byName } =
		known && names === known.names && extensions === known.extensions
			? known
			: ordersOf(ordinals, names, extensions);
	return {
		source: people,
		roles,
		ordinals,
		names,
		extensions,
		enabled: flags(known?.enabled, ({ status = 'enabled' }) => (status === 'enabled' ? 1 : 0)),
		booster: flags(known?.booster, ({ booster }) => (booster ? 1 : 0)),
		permission: flags(known?.permission, ({ roleId }) => bitsOf(roleId)),
		byExtension,
		byName
	};
}

/**
 * One column of the people: `known` itself while no value differs, so that what was made from it stays too.
 * Only `places` are read; where there are none to go by, all are.
 */
function patched<T, Column extends { [place: number]: T }>(
	people: readonly Person[],
	valueOf: (person: Person) => T,
	known: (Readonly<Column> & { slice(): Column }) | undefined,
	places: readonly number[] | undefined,
	make: () => Column
) {
	if (!known) {
		const column = make();
		for (let p = 0; p < people.length; p++) column[p] = valueOf(people[p]!);
		return column;
	}
	let column: Column | undefined;
	const read = (p: number) => {
		const value = valueOf(people[p]!);
		if (value !== known[p]) (column ??= known.slice())[p] = value;
	};
	if (places) places.forEach(read);
	else for (let p = 0; p < people.length; p++) read(p);
	return column ?? known;
}

/** By role id, the bits of PeopleColumns.permission; each role is looked up once. */
function permissionBits(roles: readonly Role[]): (roleId: string) => number {
	const known = new Map<string, number>();
	return (roleId) => {
		let bits = known.get(roleId);
		if (bits === undefined) known.set(roleId, (bits = bitsOfRole(roleById(roles, roleId))));
		return bits;
	};
}

function bitsOfRole(role: Role | undefined): number {
	if (!role || !holds(role, 'live-reports.view')) return 0;
	return role.id === SUPER_ADMIN ? HOLDS | SUPER : HOLDS;
}

function ordersOf(ordinals: Ordinals, names: readonly string[], extensions: readonly string[]) {
	const byExtension = once(() => extensionOrder(extensions, ordinals.ids));
	return { byExtension, byName: once(() => nameOrder(names, byExtension())) };
}
