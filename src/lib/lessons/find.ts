import { holdsAt } from '$lib/domain/instant';
import { type CostCenter } from '$lib/domain/account';
import { type Dashboard } from '$lib/domain/dashboard';
import { type Ref, type Thing } from '$lib/domain/goal';
import { type Id } from '$lib/domain/id';
import { type Lack } from '$lib/domain/missing';
import { type Person } from '$lib/domain/person';
import { type Queue } from '$lib/domain/queue';
import { allRoles, type Role } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';

interface Things {
	readonly person: Person;
	readonly role: Role;
	readonly queue: Queue;
	readonly dashboard: Dashboard;
	readonly 'cost-center': CostCenter;
}

const LISTS: { readonly [T in Thing]: (scenario: Scenario) => readonly Things[T][] } = {
	person: ({ people }) => people,
	role: ({ roles }) => allRoles(roles),
	queue: ({ queues }) => queues,
	dashboard: ({ dashboards }) => dashboards,
	'cost-center': ({ account }) => account.costCenters
};

/** A name as names are compared: capitals and spaces don't matter, nor how accents are written. */
const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Everything of a kind that a reference means; dashboards that are deleted, or not created yet, too. */
export function findAll<T extends Thing>(scenario: Scenario, thing: T, { by, value }: Ref): Things[T][] {
	const list: readonly Things[T][] = LISTS[thing](scenario);
	switch (by) {
		case 'id':
			return list.filter((one) => one.id === value);
		case 'name': {
			const wanted = plain(value);
			return list.filter((one) => plain(one.name) === wanted);
		}
		case 'extension': {
			const wanted = value.trim();
			return list.filter((one) => 'extension' in one && one.extension.trim() === wanted);
		}
	}
}

/** Everything of a kind, or what a reference means. */
export const findSome = <T extends Thing>(
	scenario: Scenario,
	thing: T,
	ref: Ref | undefined
): readonly Things[T][] => (ref ? findAll(scenario, thing, ref) : LISTS[thing](scenario));

/** The dashboards among these that exist at as-of. */
export const living = (dashboards: readonly Dashboard[], { asOf }: Scenario): readonly Dashboard[] =>
	dashboards.filter(({ createdAt, deletedAt }) => holdsAt({ from: createdAt, to: deletedAt }, asOf));

export const idsOf = (items: readonly { readonly id: Id }[]): ReadonlySet<Id> =>
	new Set(items.map(({ id }) => id));

/** That a reference means nothing, for those that do; a reference that is absent lacks nothing. */
export const lost = (
	refs: readonly (readonly [thing: Thing, ref: Ref | undefined, found: readonly unknown[]])[]
): Lack[] =>
	refs.flatMap(([thing, ref, found]) =>
		ref && found.length === 0 ? [{ code: 'THING', thing, ...ref }] : []
	);
