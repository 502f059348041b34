import type { Seconds } from '$lib/domain/instant';
import { Temporal } from '$lib/domain/temporal';

/** Days of a zone, as its clocks have them. Dates are YYYY-MM-DD. */
export interface Calendar {
	/** The civil day of an instant. */
	readonly dayOf: (at: Seconds) => string;
	/** A day's first instant: 00:00, or the first moment after it where clocks skip midnight or the day. */
	readonly startOf: (date: string) => Seconds;
	/** The date `days` later (or earlier, when negative). */
	readonly plus: (date: string, days: number) => string;
}

const KEPT = 4096;
const calendars = new Map<string, Calendar>();

/** The calendar of an IANA zone. Answers are kept: asking the platform about a zone is slow. */
export function calendarOf(timeZone: string): Calendar {
	const known = calendars.get(timeZone);
	if (known) return known;
	const calendar: Calendar = {
		dayOf: (at) =>
			Temporal.Instant.fromEpochMilliseconds(at * 1000)
				.toZonedDateTimeISO(timeZone)
				.toPlainDate()
				.toString(),
		startOf: kept(
			(date: string) => Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds / 1000
		),
		plus: (date, days) => Temporal.PlainDate.from(date).add({ days }).toString()
	};
	if (calendars.size >= KEPT) calendars.clear();
	calendars.set(timeZone, calendar);
	return calendar;
}

/** Remembers the answers of a pure function, and forgets them all when there are many. */
export function kept<K, V>(answer: (key: K) => V): (key: K) => V {
	const answers = new Map<K, V>();
	return (key) => {
		const known = answers.get(key);
		if (known !== undefined) return known;
		const value = answer(key);
		if (answers.size >= KEPT) answers.clear();
		answers.set(key, value);
		return value;
	};
}
