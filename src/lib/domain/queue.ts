import { Id } from './id';
import { holdsAt, Instant } from './instant';
import { z } from './zod';

export const Membership = z.strictObject({
	personId: Id,
	from: Instant.optional(),
	to: Instant.optional()
});
export type Membership = z.infer<typeof Membership>;

/** A call queue. Managers are not members (L4). A returner has several memberships. */
export const Queue = z.strictObject({
	id: Id,
	name: z.string(),
	extension: z.string(),
	managerIds: z.array(Id).optional(),
	members: z.array(Membership)
});
export type Queue = z.infer<typeof Queue>;

/** Who is a member at a moment (L4). */
export const membersOf = (members: readonly Membership[], at: Instant): ReadonlySet<Id> =>
	new Set(members.filter((one) => holdsAt(one, at)).map(({ personId }) => personId));
