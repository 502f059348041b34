import { Assumptions, ASSUMPTIONS, type AssumptionId } from '$lib/domain/assumption';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';

/** Answers one open question (SPEC §2, Assumptions). */
export const setAssumption = command({
	input: z.strictObject({
		id: z.enum(Object.keys(ASSUMPTIONS) as [AssumptionId, ...AssumptionId[]]),
		choice: z.string()
	}),
	apply: (scenario, { id, choice }) => {
		const parsed = Assumptions.safeParse({ ...scenario.assumptions, [id]: choice });
		if (!parsed.success) return failed({ code: 'INVALID_INPUT', path: 'choice', problem: choice });
		return ok(scenario.assumptions[id] === choice ? scenario : { ...scenario, assumptions: parsed.data });
	}
});
