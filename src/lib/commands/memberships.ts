import { type Id } from '$lib/domain/id';
import { type Instant } from '$lib/domain/instant';
import { type Membership, type Queue } from '$lib/domain/queue';
import { type Refusal } from '$lib/domain/refusal';
import { failed, ok, type Result } from '$lib/domain/result';
import { type Scenario } from '$lib/domain/scenario';

/** Changes one queue; `change` answers the very same queue where nothing changes. */
export function changeQueue(
	scenario: Scenario,
	queueId: Id,
	change: (queue: Queue) => Result<Queue, Refusal>
): Result<Scenario, Refusal> {
	const at = scenario.queues.findIndex((queue) => queue.id === queueId);
	const queue = scenario.queues[at];
	if (!queue) return failed({ code: 'UNKNOWN_QUEUE', queueId });
	const changed = change(queue);
	if (!changed.ok) return changed;
	if (changed.value === queue) return ok(scenario);
	return ok({ ...scenario, queues: scenario.queues.with(at, changed.value) });
}

/** A membership with these ends; null: none. */
export const membership = (personId: Id, from: Instant | null, to: Instant | null): Membership => ({
	personId,
	...(from !== null && { from }),
	...(to !== null && { to })
});

/** The queues without these people as members and managers; queues that had none of them stay the same objects. */
export function withoutMembers(queues: readonly Queue[], gone: ReadonlySet<Id>): readonly Queue[] {
	let isChanged = false;
	const left = queues.map((queue) => {
		const { managerIds, members } = queue;
		const isMember = members.some(({ personId }) => gone.has(personId));
		const isManager = managerIds?.some((id) => gone.has(id)) ?? false;
		if (!isMember && !isManager) return queue;
		isChanged = true;
		return {
			...queue,
			...(isManager && { managerIds: managerIds?.filter((id) => !gone.has(id)) }),
			...(isMember && { members: members.filter(({ personId }) => !gone.has(personId)) })
		};
	});
	return isChanged ? left : queues;
}
