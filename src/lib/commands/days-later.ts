import { inRange } from '$lib/domain/clock-range';
import { type Instant, toInstant } from '$lib/domain/instant';
import { type Refusal } from '$lib/domain/refusal';
import { failed, ok, type Result } from '$lib/domain/result';
import { type Scenario } from '$lib/domain/scenario';
import { Temporal } from '$lib/domain/temporal';

/** As-of whole calendar days of the account's zone later; the time of day stays, also over a clock change. */
export function daysLater({ asOf, account }: Scenario, days: number): Result<Instant, Refusal> {
	const moved = Temporal.Instant.from(asOf).toZonedDateTimeISO(account.timeZone).add({ days });
	const seconds = Math.floor(moved.epochMilliseconds / 1000);
	return inRange(seconds) ? ok(toInstant(seconds)) : failed({ code: 'OUT_OF_RANGE', asOf: moved.toString() });
}
