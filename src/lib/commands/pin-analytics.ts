import { Id } from '$lib/domain/id';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { unknownPerson } from './people';
import { withPractice } from './practice';

/** Moves Analytics to the app's main bar, or back under More, for one person or (null) the Trainer. */
export const pinAnalytics = command({
	input: z.strictObject({ personId: Id.nullable(), pinned: z.boolean() }),
	apply: (scenario, { personId, pinned }) => {
		const refusal = unknownPerson(scenario, personId === null ? [] : [personId]);
		if (refusal) return failed(refusal);
		const has = scenario.practice?.pinned ?? [];
		if (has.includes(personId) === pinned) return ok(scenario);
		const now = pinned ? [...has, personId] : has.filter((id) => id !== personId);
		return ok(withPractice(scenario, { ...scenario.practice, pinned: now }));
	}
});
