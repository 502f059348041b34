import { type Seconds, toSeconds } from '$lib/domain/instant';
import { type RuleId } from '$lib/domain/rule';
import { BOOSTER_LICENSE, LIVE_REPORTS_LICENSE, type Reason, type Summary } from '$lib/domain/snapshot';
import { civilText, countText, dayText, nameText } from './format';

/** Where the sentences stand in time: as-of and the account's zone. */
export type When = Pick<Summary, 'asOf' | 'timeZone'>;

/** One reason for a person's seat (L13): “member of Detroit Support, on Floor wallboard since 3 Nov”. */
export function reasonSentence(reason: Reason, when: When): string {
	const day = (at: Seconds) => dayText(at, when.timeZone, toSeconds(when.asOf));
	switch (reason.kind) {
		case 'member':
			return `member of ${nameText(reason.queue)}, on ${nameText(reason.dashboard)} ${span(reason, day)}`;
		case 'viewed': {
			const what = reason.dashboard === null ? 'opened Live Reports' : `viewed ${nameText(reason.dashboard)}`;
			const times = reason.times === 1 ? '' : ` (${countText(reason.times, 'time')} in the 30 days)`;
			return `${what} on ${day(reason.lastAt)}${times}`;
		}
		case 'permission':
			return `may view: the role ${nameText(reason.role)} has ${permissionName(reason.permission)}`;
	}
}

/** The rule that a reason follows. */
export function reasonRule(reason: Reason): RuleId {
	switch (reason.kind) {
		case 'member':
			return 'L4';
		case 'viewed':
			return 'L5';
		case 'permission':
			return 'L7';
	}
}

function span(
	{ since, until }: { readonly since: Seconds | null; readonly until: Seconds | null },
	day: (at: Seconds) => string
): string {
	if (since === null) return until === null ? 'all along' : `until ${day(until)}`;
	return until === null ? `since ${day(since)}` : `from ${day(since)} to ${day(until)}`;
}

/** The vendor's name of a Live Reports permission. */
export const permissionName = (permission: 'live-reports.full' | 'live-reports.view'): string =>
	permission === 'live-reports.full' ? 'Live Reports - Full Access' : 'Live Reports - View Only';

/** What license a seat has (L11), by its code. */
export function licenseText(code: number): string {
	if (code === LIVE_REPORTS_LICENSE) return 'Live Reports';
	return code === BOOSTER_LICENSE ? 'Call Queue Booster' : 'None left';
}

/** When a seat leaves the count if nothing new happens (L15). */
export const releaseSentence = (date: string | null): string =>
	date === null
		? 'The seat stays as long as the membership lasts.'
		: `If nothing new happens, the seat leaves the count on ${civilText(date)}.`;

/** Why a person counts in needed, in two words. */
export function basisText(permission: boolean, agent: boolean): string {
	if (permission && agent) return 'May view, and agent now';
	return permission ? 'May view' : 'Agent now';
}
