import { isBlank } from '$lib/domain/blank';
import { type Instant, type Seconds, toSeconds } from '$lib/domain/instant';
import { Temporal } from '$lib/domain/temporal';

const LOCALE = 'en-US';

/** A whole number as people read it: 12,345. */
export const numberText = (value: number): string => value.toLocaleString(LOCALE);

/** “1 agent”, “2 agents”, “12,345 agents”. */
export const countText = (count: number, one: string, many: string = `${one}s`): string =>
	`${numberText(count)} ${count === 1 ? one : many}`;

/** A name as it is shown where it must be seen: an empty one would be nothing to read or press. */
export const nameText = (name: string): string => (isBlank(name) ? '(no name)' : name);

const zoned = (at: Seconds, zone: string) =>
	Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone);

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const two = (value: number): string => String(value).padStart(2, '0');

/** “Tue 24 Nov 2026, 09:00 EST”: date, weekday, time and zone of an instant in the account's zone. */
export function momentText(at: Instant, zone: string): string {
	const local = zoned(toSeconds(at), zone);
	const day = `${WEEKDAYS[local.dayOfWeek - 1]} ${local.day} ${MONTHS[local.month - 1]} ${local.year}`;
	return `${day}, ${two(local.hour)}:${two(local.minute)} ${zoneText(at, zone)}`;
}

/** The zone's short name at an instant: “EST”, or “GMT+1” where it has none. */
export function zoneText(at: Instant, zone: string): string {
	const parts = new Intl.DateTimeFormat(LOCALE, { timeZone: zone, timeZoneName: 'short' }).formatToParts(
		toSeconds(at) * 1000
	);
	return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** “3 Nov”, with the year where it is not the year of `near`. Both in seconds. */
export function dayText(at: Seconds, zone: string, near: Seconds): string {
	const local = zoned(at, zone);
	const year = local.year === zoned(near, zone).year ? '' : ` ${local.year}`;
	return `${local.day} ${MONTHS[local.month - 1]}${year}`;
}

/** “23 Dec 2026” of a civil day, YYYY-MM-DD. */
export function civilText(date: string): string {
	const [year = '', month = '', day = ''] = date.split('-');
	return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** What a date-and-time field holds: `YYYY-MM-DDTHH:mm` in the zone. */
export const localText = (at: Instant, zone: string): string =>
	zoned(toSeconds(at), zone).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** “just now”, “5 minutes ago”, “yesterday”, “3 weeks ago”; both in milliseconds. */
export function agoText(at: number, now: number): string {
	const seconds = Math.max(0, (now - at) / 1000);
	const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
	if (seconds < 45) return 'just now';
	if (seconds < 3_600) return relative.format(-Math.max(1, Math.round(seconds / 60)), 'minute');
	if (seconds < 86_400) return relative.format(-Math.round(seconds / 3_600), 'hour');
	if (seconds < 14 * 86_400) return relative.format(-Math.round(seconds / 86_400), 'day');
	if (seconds < 70 * 86_400) return relative.format(-Math.round(seconds / 604_800), 'week');
	return relative.format(-Math.round(seconds / 2_629_800), 'month');
}

/** “a”, “a and b”, “a, b and c”. */
export const listText = (items: readonly string[]): string =>
	items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const FIRST_STRONG = '\u2068';
const END = '\u2069';
/** Right-to-left letters, and the characters that turn a line around. */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]/;

/** A name that stands within a sentence: if it could turn the words around it, it is kept apart from them. */
export const isolated = (name: string): string => (TURNS.test(name) ? FIRST_STRONG + name + END : name);
