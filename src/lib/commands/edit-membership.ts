import { Id } from '$lib/domain/id';
import { Instant } from '$lib/domain/instant';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { backwards } from './backwards';
import { command } from './command';
import { changeQueue, membership } from './memberships';
import { sameValues } from './same-values';

/** Changes when one membership, by its place in the queue's list, began and ended; null: always, still. */
export const editMembership = command({
	input: z.strictObject({
		queueId: Id,
		place: z.int().nonnegative(),
		from: Instant.nullable(),
		to: Instant.nullable()
	}),
	needs: ['queues.manage'],
	apply: (scenario, { queueId, place, from, to }) =>
		changeQueue(scenario, queueId, (queue) => {
			const known = queue.members[place];
			if (!known) return failed({ code: 'UNKNOWN_MEMBERSHIP', place });
			const edited = membership(known.personId, from, to);
			const refusal = backwards(edited.from, edited.to, 'to');
			if (refusal) return failed(refusal);
			if (sameValues(known, edited)) return ok(queue);
			return ok({ ...queue, members: queue.members.with(place, edited) });
		})
});
