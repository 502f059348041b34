import { type Id } from '$lib/domain/id';
import { type Instant, type Seconds, toInstant, toSeconds } from '$lib/domain/instant';
import { type Routine } from '$lib/domain/practice';
import { holds, roleById } from '$lib/domain/role';
import { type Scenario } from '$lib/domain/scenario';
import { Temporal } from '$lib/domain/temporal';
import { type Viewing } from '$lib/domain/viewing';
import { isEnabled } from './people';
import { existsAt, mayOpen } from './viewing-access';

/** Viewings of a day lie between these hours of the account's zone. */
const FIRST_HOUR = 7;
const LAST_HOUR = 19;
const HOUR = 3600;

type Habit = Routine['viewers'][number];

/** A civil day: its number, counted from 1970-01-01, and when its first hour of viewing begins. */
interface Day {
	readonly number: number;
	readonly opens: Seconds;
}

/**
 * What the routine's viewers view after as-of, until `to`, that included; oldest first. When somebody views is a
 * matter of seed, day, person and dashboard alone, so that days played one by one, or again, are the same days. Who
 * may not view at that moment, by status, role, sharing or the dashboard's life, does not.
 */
export function routineViewings(scenario: Scenario, to: Instant): readonly Viewing[] {
	const { routine } = scenario.practice ?? {};
	if (!routine) return [];
	const [from, end] = [toSeconds(scenario.asOf), toSeconds(to)];
	const days = daysBetween(from, end, scenario.account.timeZone);
	const mayView = viewingRights(scenario);
	const found = new Map<string, Viewing>(); // a habit that is listed twice is one
	for (const habit of routine.viewers)
		for (const day of days) {
			const at = momentOf(routine.seed, day, habit);
			if (at === undefined || at <= from || at > end || !mayView(habit, toInstant(at))) continue;
			const { personId, dashboardId } = habit;
			found.set(JSON.stringify([at, personId, dashboardId]), { personId, dashboardId, at: toInstant(at) });
		}
	return [...found.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The civil days that have a part between two instants; a day that the zone skips is none. */
function daysBetween(from: Seconds, to: Seconds, timeZone: string): readonly Day[] {
	const dateOf = (at: Seconds) =>
		Temporal.Instant.fromEpochMilliseconds(at * 1000)
			.toZonedDateTimeISO(timeZone)
			.toPlainDate();
	const days: Day[] = [];
	for (let day = dateOf(from); Temporal.PlainDate.compare(day, dateOf(to)) <= 0; day = day.add({ days: 1 })) {
		const opens = day.toZonedDateTime({ timeZone, plainTime: { hour: FIRST_HOUR } });
		if (!opens.toPlainDate().equals(day)) continue;
		const number = day.since('1970-01-01', { largestUnit: 'days' }).days;
		days.push({ number, opens: Math.floor(opens.epochMilliseconds / 1000) });
	}
	return days;
}

/** When somebody views on a day, if at all: days come in runs of `everyDays`, and one day of each run is picked. */
function momentOf(seed: number, day: Day, { personId, dashboardId, everyDays }: Habit): Seconds | undefined {
	const run = Math.floor(day.number / everyDays);
	const picked = hash(seed, run, personId, dashboardId) % everyDays;
	if (day.number - run * everyDays !== picked) return undefined;
	const seconds = (LAST_HOUR - FIRST_HOUR) * HOUR;
	return day.opens + (hash(~seed, day.number, personId, dashboardId) % seconds);
}

/** 32 bits that look like chance and are none: FNV-1a, then stirred as MurmurHash does at its end. */
function hash(seed: number, day: number, personId: Id, dashboardId: Id | null): number {
	const text = JSON.stringify([seed, day, personId, dashboardId]);
	let bits = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
	bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return (bits ^ (bits >>> 16)) >>> 0;
}

/** Answers whether a habit's person may view at a moment what the habit says. */
function viewingRights({ people, roles, dashboards }: Scenario): (habit: Habit, at: Instant) => boolean {
	const personOf = new Map(people.map((person) => [person.id, person]));
	const dashboardOf = new Map(dashboards.map((dashboard) => [dashboard.id, dashboard]));
	return ({ personId, dashboardId }, at) => {
		const person = personOf.get(personId);
		if (!person || !isEnabled(person)) return false;
		const role = roleById(roles, person.roleId);
		if (dashboardId === null) return role !== undefined && holds(role, 'live-reports.view');
		const dashboard = dashboardOf.get(dashboardId);
		return dashboard !== undefined && existsAt(dashboard, at) && mayOpen(person, role, dashboard);
	};
}
