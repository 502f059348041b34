import { toInstant } from '$lib/domain/instant';
import { failed, ok } from '$lib/domain/result';
import { Temporal } from '$lib/domain/temporal';
import { z } from '$lib/domain/zod';
import { inRange } from '$lib/domain/clock-range';
import { command } from './command';

/**
 * Sets as-of to a civil date and time of the account's zone. A time that a clock change skips is moved
 * forward by the gap; one that occurs twice means the first.
 */
export const setClock = command({
	input: z.strictObject({ local: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/) }),
	apply: (scenario, { local }) => {
		const seconds = secondsOf(local, scenario.account.timeZone);
		if (seconds === undefined || !inRange(seconds)) return failed({ code: 'OUT_OF_RANGE', asOf: local });
		const asOf = toInstant(seconds);
		return ok(asOf === scenario.asOf ? scenario : { ...scenario, asOf });
	}
});

function secondsOf(local: string, timeZone: string): number | undefined {
	try {
		const zoned = Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toZonedDateTime(timeZone);
		return Math.floor(zoned.epochMilliseconds / 1000);
	} catch {
		return undefined; // Temporal's way to say that no such date exists
	}
}
