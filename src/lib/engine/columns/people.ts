import type { Person } from '$lib/domain/person';
import { holds, type Role, roleById, SUPER_ADMIN } from '$lib/domain/role';
import { extensionOrder, nameOrder, type Order } from '../name-order';
import { once } from '../once';
import { type Ordinals, ordinalsOf } from './ordinals';

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
	readonly enabled: Uint8Array;
	/** 1: marked as holding a Booster (L11). */
	readonly booster: Uint8Array;
	/** HOLDS: the role has a Live Reports permission. SUPER: it is the predefined Super Admin (A-ADMIN). */
	readonly permission: Uint8Array;
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
	const ordinals = ordinalsOf(people, previous?.ordinals);
	const known = previous?.ordinals === ordinals && previous.roles === roles ? previous : undefined;
	const enabled = known?.enabled.slice() ?? new Uint8Array(people.length);
	const booster = known?.booster.slice() ?? new Uint8Array(people.length);
	const permission = known?.permission.slice() ?? new Uint8Array(people.length);
	const permissionOf = new Map<string, number>();
	const names = known?.names.slice() ?? new Array<string>(people.length);
	const extensions = known?.extensions.slice() ?? new Array<string>(people.length);
	people.forEach((person, i) => {
		if (known?.source[i] === person) return;
		let bits = permissionOf.get(person.roleId);
		if (bits === undefined) permissionOf.set(person.roleId, (bits = permissionBits(roles, person.roleId)));
		permission[i] = bits;
		enabled[i] = (person.status ?? 'enabled') === 'enabled' ? 1 : 0;
		booster[i] = person.booster ? 1 : 0;
		names[i] = person.name;
		extensions[i] = person.extension;
	});
	const orders =
		previous?.ordinals === ordinals &&
		sameItems(names, previous.names) &&
		sameItems(extensions, previous.extensions)
			? previous
			: ordersOf(ordinals, names, extensions);
	return {
		source: people,
		roles,
		ordinals,
		names,
		extensions,
		enabled: known && sameItems(enabled, known.enabled) ? known.enabled : enabled,
		booster,
		permission,
		byExtension: orders.byExtension,
		byName: orders.byName
	};
}

function permissionBits(roles: readonly Role[], roleId: string): number {
	const role = roleById(roles, roleId);
	if (!role || !holds(role, 'live-reports.view')) return 0;
	return role.id === SUPER_ADMIN ? HOLDS | SUPER : HOLDS;
}

function ordersOf(ordinals: Ordinals, names: readonly string[], extensions: readonly string[]) {
	const byExtension = once(() => extensionOrder(extensions, ordinals.ids));
	return { byExtension, byName: once(() => nameOrder(names, byExtension())) };
}

function sameItems<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
	let i = 0;
	while (i < a.length && a[i] === b[i]) i++;
	return i === a.length && i === b.length;
}
