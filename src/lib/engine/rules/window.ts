import type { Instant, Seconds } from '$lib/domain/instant';
import type { ReportWindow } from '$lib/domain/snapshot';
import { calendarOf, kept } from '../calendar';
import { secondsOf } from '../seconds';

const DAYS = 30;

/** L1: 30 calendar days of the zone, as-of's day included, up to as-of itself. */
export const windowAt = (asOf: Instant, timeZone: string): ReportWindow => windows(`${asOf} ${timeZone}`);

const windows = kept((key: string): ReportWindow => {
	const [asOf = '', timeZone = ''] = key.split(' ');
	const calendar = calendarOf(timeZone);
	const endsAt = secondsOf(asOf);
	const today = calendar.dayOf(endsAt);
	const days = Array.from({ length: DAYS }, (_, i) => {
		const date = calendar.plus(today, i - DAYS + 1);
		return { date, startsAt: calendar.startOf(date) };
	});
	return { startsAt: days[0]!.startsAt, endsAt, days };
});

/** L1: where the window of a report that is made on `date` begins. */
export function windowStart(date: string, timeZone: string): Seconds {
	const calendar = calendarOf(timeZone);
	return calendar.startOf(calendar.plus(date, 1 - DAYS));
}

/**
 * L15: the first day at whose end a moment of activity has left the window: 30 days on. Where the zone's
 * clocks skip that day, the next one that exists.
 */
export function releaseDay(activity: Seconds, timeZone: string): string {
	const calendar = calendarOf(timeZone);
	const day = calendar.plus(calendar.dayOf(activity), DAYS);
	return calendar.dayOf(calendar.startOf(day));
}
