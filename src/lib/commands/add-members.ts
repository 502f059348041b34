import { Id } from '$lib/domain/id';
import { holdsAt, Instant } from '$lib/domain/instant';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { changeQueue, membership } from './memberships';
import { unknownPerson } from './people';

/** Makes people members of a queue from a moment on. Who is a member then already is left alone, unless all are. */
export const addMembers = command({
	input: z.strictObject({ queueId: Id, personIds: z.array(Id), at: Instant }),
	needs: ['queues.manage'],
	apply: (scenario, { queueId, personIds, at }) =>
		changeQueue(scenario, queueId, (queue) => {
			const unknown = unknownPerson(scenario, personIds);
			if (unknown) return failed(unknown);
			const wanted = new Set(personIds);
			if (wanted.size === 0) return ok(queue);
			const people = wanted.size;
			for (const member of queue.members) if (holdsAt(member, at)) wanted.delete(member.personId);
			if (wanted.size === 0) {
				const first = scenario.people.find((person) => person.id === personIds[0]);
				return failed({ code: 'ALREADY_MEMBER', name: first?.name ?? '', people });
			}
			const joined = [...wanted].map((personId) => membership(personId, at, null));
			return ok({ ...queue, members: [...queue.members, ...joined] });
		})
});
