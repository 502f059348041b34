import { Id } from '$lib/domain/id';
import { failed, ok } from '$lib/domain/result';
import { type Scenario } from '$lib/domain/scenario';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { withPractice } from './practice';
import { askedBy } from './what-if';

/**
 * Does exactly the commands of a what-if, as one step (I1), and takes the what-if off the list; one refusal
 * refuses the whole. Each command asks for its own permissions.
 */
export const applyWhatIf = command({
	input: z.strictObject({ whatIfId: Id, name: z.string() }),
	apply: (scenario, { whatIfId }, actor, one) => {
		const whatIfs = scenario.practice?.whatIfs ?? [];
		const whatIf = whatIfs.find(({ id }) => id === whatIfId);
		if (!whatIf) return failed({ code: 'UNKNOWN_WHAT_IF' });
		let changed: Scenario = scenario;
		for (const change of whatIf.changes) {
			const done = one(changed, { ...askedBy(change), actor });
			if (!done.ok) return done;
			changed = done.value;
		}
		const left = whatIfs.filter(({ id }) => id !== whatIfId);
		return ok(withPractice(changed, { ...changed.practice, whatIfs: left }));
	}
});
