import { toInstant, toSeconds } from '$lib/domain/instant';
import { failed, ok } from '$lib/domain/result';
import { Temporal } from '$lib/domain/temporal';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { inRange } from '$lib/domain/clock-range';

/** Moves as-of by whole calendar days of the account's zone; the time of day stays, also over a clock change. */
export const stepClock = command({
	label: 'Step the clock',
	input: z.strictObject({ days: z.int().min(-3660).max(3660) }),
	apply: (scenario, { days }) => {
		const moved = Temporal.Instant.from(scenario.asOf)
			.toZonedDateTimeISO(scenario.account.timeZone)
			.add({ days });
		const seconds = Math.floor(moved.epochMilliseconds / 1000);
		if (!inRange(seconds)) return failed({ code: 'OUT_OF_RANGE', asOf: moved.toString() });
		return ok(seconds === toSeconds(scenario.asOf) ? scenario : { ...scenario, asOf: toInstant(seconds) });
	}
});
