import { type Dashboard } from '$lib/domain/dashboard';
import { type Id } from '$lib/domain/id';
import { type Instant } from '$lib/domain/instant';
import { SUPER_ADMIN } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { ended } from './dashboards';
import { isEnabled } from './people';

/** How many of these people own dashboards that are not deleted at as-of, and how many these are. */
export function ownedBy(
	{ dashboards, asOf }: Scenario,
	people: ReadonlySet<Id>
): { readonly people: number; readonly dashboards: number } {
	const owned = dashboards.filter(
		({ ownerId, deletedAt }) => people.has(ownerId) && !isOver(deletedAt, asOf)
	);
	return { people: new Set(owned.map(({ ownerId }) => ownerId)).size, dashboards: owned.length };
}

const isOver = (end: Instant | undefined, asOf: Instant): boolean => end !== undefined && end <= asOf;

/**
 * The dashboards once their owners have gone: the heir's, or deleted as of now. Deleted ones count for
 * the window that they lived in, so they stay, with the heir, else the first enabled Super Admin, else the
 * first person who is left.
 */
export function handOver(
	left: Scenario,
	gone: ReadonlySet<Id>,
	heir: Id | null,
	isDeleted: boolean
): readonly Dashboard[] {
	const isTouched = ({ ownerId, sharedWith }: Dashboard) =>
		gone.has(ownerId) || (sharedWith?.some((id) => gone.has(id)) ?? false);
	if (!left.dashboards.some(isTouched)) return left.dashboards;
	const ownerId = heir ?? keeper(left);
	return left.dashboards.flatMap((dashboard): Dashboard[] => {
		if (!isTouched(dashboard)) return [dashboard];
		const shared = dashboard.sharedWith?.filter((id) => !gone.has(id));
		const kept = { ...dashboard, ...(shared && { sharedWith: shared }) };
		if (!gone.has(dashboard.ownerId)) return [kept];
		if (ownerId === undefined) return []; // nobody is left, so there is nothing to count
		return [{ ...(isDeleted ? ended(kept, left.asOf) : kept), ownerId }];
	});
}

const keeper = ({ people }: Scenario): Id | undefined =>
	(people.find((person) => person.roleId === SUPER_ADMIN && isEnabled(person)) ?? people[0])?.id;
