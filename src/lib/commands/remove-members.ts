import { Id } from '$lib/domain/id';
import { Instant } from '$lib/domain/instant';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { changeQueue } from './memberships';
import { unknownPerson } from './people';

/**
 * Ends memberships at a moment: what was before stays true, and counts (L4). One that begins at that moment or
 * later never was.
 */
export const removeMembers = command({
	input: z.strictObject({ queueId: Id, personIds: z.array(Id), at: Instant }),
	needs: ['queues.manage'],
	apply: (scenario, { queueId, personIds, at }) =>
		changeQueue(scenario, queueId, (queue) => {
			const gone = new Set(personIds);
			const unknown = unknownPerson(scenario, gone);
			if (unknown) return failed(unknown);
			let isChanged = false;
			const members = queue.members.flatMap((member) => {
				const isOver = member.to !== undefined && member.to <= at;
				if (!gone.has(member.personId) || isOver) return [member];
				isChanged = true;
				return member.from !== undefined && member.from >= at ? [] : [{ ...member, to: at }];
			});
			return ok(isChanged ? { ...queue, members } : queue);
		})
});
