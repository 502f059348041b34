import { Id } from '$lib/domain/id';
import { Exempt } from '$lib/domain/practice';
import { ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { withPractice } from './practice';

const NONE: Exempt = { people: [], queues: [], dashboards: [] };

/** Exempts people from the reclaim list, or queues and dashboards from being stopped (I5, I7); or no longer. */
export const setExempt = command({
	input: z.strictObject({ kind: Exempt.keyof(), ids: z.array(Id), exempt: z.boolean() }),
	apply: (scenario, { kind, ids, exempt }) => {
		const known = scenario.practice?.exempt ?? NONE;
		const next = new Set(known[kind]);
		for (const id of ids)
			if (exempt) next.add(id);
			else next.delete(id);
		if (next.size === known[kind].length && known[kind].every((id) => next.has(id))) return ok(scenario);
		return ok(
			withPractice(scenario, { ...scenario.practice, exempt: { ...known, [kind]: [...next].sort() } })
		);
	}
});
