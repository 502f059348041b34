import { inRange } from '$lib/domain/clock-range';
import { type Instant, type Seconds, toInstant, toSeconds } from '$lib/domain/instant';
import { Temporal } from '$lib/domain/temporal';
import { type ReadDate } from './dates';
import { type ReportFacts } from './facts';
import { type Problems } from './problems';

const DAYS_BEFORE = 29;
const NOON = 43_200;

/** The moments of a draft: as-of, where its window begins (L1), and when a day's viewing was. */
export class ReportTime {
	readonly asOf: Instant;
	readonly start: Seconds;
	readonly end: Seconds;
	readonly lastDay: string;
	readonly #zone: string;
	readonly #days = new Map<string, readonly [start: Seconds, end: Seconds]>();

	constructor(asOf: Instant, zone: string) {
		this.asOf = asOf;
		this.end = toSeconds(asOf);
		this.#zone = zone;
		const today = Temporal.Instant.from(asOf).toZonedDateTimeISO(zone).toPlainDate();
		this.lastDay = today.toString();
		this.start = startOf(today.subtract({ days: DAYS_BEFORE }), zone);
	}

	/** Noon of the day, or the cell's own time; today's at as-of at the latest, so that it has happened. */
	viewing({ day, second }: ReadDate): Instant {
		let span = this.#days.get(day);
		if (span === undefined) {
			const date = Temporal.PlainDate.from(day);
			span = [startOf(date, this.#zone), startOf(date.add({ days: 1 }), this.#zone)];
			this.#days.set(day, span);
		}
		const [start, next] = span;
		const at = Math.min(start + (second ?? NOON), next - 1);
		return toInstant(day === this.lastDay ? Math.max(start, Math.min(at, this.end)) : at);
	}
}

const startOf = (date: Temporal.PlainDate, zone: string): Seconds =>
	date.toZonedDateTime(zone).epochMilliseconds / 1000;

/** As-of: the moment in the file's name when it is of the report's last day, else that day's end; else as given. */
export function asOfReport(
	report: ReportFacts | null,
	given: Instant,
	zone: string,
	problems: Problems
): Instant {
	const stamp = /(\d{4})-?(\d\d)-?(\d\d)[ _T-]?(\d\d)[-:.]?(\d\d)[-:.]?(\d\d)(?!\d)/.exec(
		report?.fileName ?? ''
	);
	const to = report?.stated?.to ?? null;
	const named = stamp === null ? null : local(stamp, zone);
	if (stamp !== null && named !== null && (to === null || to === stamp.slice(1, 4).join('-'))) {
		problems.note('AS_OF_FROM_NAME', { asOf: named });
		return named;
	}
	const latest = to ?? latestDay(report);
	const end =
		latest === null ? null : toInstant(startOf(Temporal.PlainDate.from(latest).add({ days: 1 }), zone) - 1);
	if (end !== null && inRange(toSeconds(end))) {
		problems.note('AS_OF_FROM_DAY', { asOf: end });
		return end;
	}
	problems.note('AS_OF_GIVEN', { asOf: given });
	return given;
}

function local([, ...parts]: RegExpExecArray, zone: string): Instant | null {
	const [year, month, day, hour, minute, second] = parts.map(Number) as [
		number,
		number,
		number,
		number,
		number,
		number
	];
	try {
		const time = Temporal.PlainDateTime.from(
			{ year, month, day, hour, minute, second },
			{ overflow: 'reject' }
		);
		const seconds = time.toZonedDateTime(zone).epochMilliseconds / 1000;
		return inRange(seconds) ? toInstant(seconds) : null;
	} catch {
		return null; // Temporal's only way to say that there is no such moment
	}
}

/** Without a summary, the latest viewing is the last that is known of the report's time. */
function latestDay(report: ReportFacts | null): string | null {
	let latest: string | null = null;
	for (const { lastViewed } of [...(report?.seats ?? []), ...(report?.details ?? [])])
		if (lastViewed !== null && (latest === null || lastViewed.day > latest)) latest = lastViewed.day;
	return latest;
}
