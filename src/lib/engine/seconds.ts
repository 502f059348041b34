import type { Instant, Seconds } from '$lib/domain/instant';

const ZERO = 48;

/**
 * The seconds of an instant, as domain's `toSeconds` has them, but without Date.parse: an account has a
 * million dated memberships, and parsing them is most of what indexing them costs.
 */
export function secondsOf(instant: Instant): Seconds {
	const year = two(instant, 0) * 100 + two(instant, 2);
	const month = two(instant, 5);
	return (
		(daysFromCivil(year, month, two(instant, 8)) * 24 + two(instant, 11)) * 3600 +
		two(instant, 14) * 60 +
		two(instant, 17)
	);
}

function two(text: string, at: number): number {
	return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

/** Days since 1970-01-01 of a Gregorian date; years start in March, so that leap days come last. */
function daysFromCivil(year: number, month: number, day: number): number {
	const y = month > 2 ? year : year - 1;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = (((month + (month > 2 ? -3 : 9)) * 153 + 2) / 5) | 0;
	const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear + day - 1;
	return era * 146097 + dayOfEra - 719468;
}

/** A missing `from` means "always has been". */
export const fromSeconds = (from: Instant | undefined): Seconds =>
	from === undefined ? -Infinity : secondsOf(from);

/** A missing `to` means "still is". */
export const toSeconds = (to: Instant | undefined): Seconds => (to === undefined ? Infinity : secondsOf(to));
