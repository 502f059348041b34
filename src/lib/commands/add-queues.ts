import { Queue } from '$lib/domain/queue';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { backwardsIn } from './backwards';
import { command } from './command';
import { doubleId } from './double-id';
import { doubleExtension } from './extensions';
import { blankIn } from './needed-text';
import { unknownPerson } from './people';

/** Adds call queues with their managers and members, all or none. */
export const addQueues = command({
	input: z.strictObject({ queues: z.array(Queue) }),
	needs: ['queues.manage'],
	apply: (scenario, { queues }) => {
		if (queues.length === 0) return ok(scenario);
		const named = queues.flatMap(({ managerIds = [], members }) => [
			...managerIds,
			...members.map(({ personId }) => personId)
		]);
		const refusal =
			blankIn(queues, ['name', 'extension'], 'queues') ??
			doubleId(scenario.queues, queues) ??
			doubleExtension(scenario, queues) ??
			unknownPerson(scenario, named) ??
			queues
				.map(({ members }, i) => backwardsIn(members, `queues.${i}.members`))
				.find((one) => one !== undefined);
		return refusal ? failed(refusal) : ok({ ...scenario, queues: [...scenario.queues, ...queues] });
	}
});
