import { ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { daysLater } from './days-later';

/** Moves as-of by whole calendar days of the account's zone; the time of day stays, also over a clock change. */
export const stepClock = command({
	input: z.strictObject({ days: z.int().min(-3660).max(3660) }),
	apply: (scenario, { days }) => {
		const asOf = daysLater(scenario, days);
		if (!asOf.ok) return asOf;
		return ok(asOf.value === scenario.asOf ? scenario : { ...scenario, asOf: asOf.value });
	}
});
