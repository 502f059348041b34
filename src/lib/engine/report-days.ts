import { type Instant, type Seconds, toInstant } from '$lib/domain/instant';
import { calendarOf } from './calendar';
import { windowAt, windowStart } from './rules/window';
import { secondsOf } from './seconds';

/** A day as its report counts it: up to its last second, or up to as-of on as-of's own day. */
export interface ReportDay {
	readonly date: string;
	readonly asOf: Instant;
	/** The window (L1), both included. */
	readonly startsAt: Seconds;
	readonly endsAt: Seconds;
}

const dayAt = (date: string, endsAt: Seconds, timeZone: string): ReportDay => ({
	date,
	asOf: toInstant(endsAt),
	startsAt: windowStart(date, timeZone),
	endsAt
});

/** The days of as-of's window, oldest first; a day that the zone's clocks skip has no report. */
export function daysBack(asOf: Instant, timeZone: string): readonly ReportDay[] {
	const { days, endsAt } = windowAt(asOf, timeZone);
	return days
		.map(({ date }, i) => {
			const next = days[i + 1];
			return { date, from: days[i]!.startsAt, endsAt: next ? next.startsAt - 1 : endsAt };
		})
		.filter((day) => day.endsAt >= day.from)
		.map((day) => dayAt(day.date, day.endsAt, timeZone));
}

/** As-of's day, then `count` days after it that exist. */
export function daysAhead(asOf: Instant, timeZone: string, count: number): readonly ReportDay[] {
	const calendar = calendarOf(timeZone);
	const now = secondsOf(asOf);
	const today = calendar.dayOf(now);
	const days = [dayAt(today, now, timeZone)];
	for (let ahead = 1; days.length <= count; ahead++) {
		const date = calendar.plus(today, ahead);
		const endsAt = calendar.startOf(calendar.plus(date, 1)) - 1;
		if (endsAt >= calendar.startOf(date)) days.push(dayAt(date, endsAt, timeZone));
	}
	return days;
}
