import { type Minor } from '$lib/domain/money';
import { type ReclaimReason, type ReclaimTotal } from '$lib/domain/reclaim';
import { countText, numberText } from './format';
import { moneyText } from './money';

/** The reclaim list's reasons (I7). */
export const RECLAIM_TEXT: Readonly<Record<ReclaimReason, string>> = {
	'permission-unused': 'May view, and did not in the 30 days',
	permission: 'May view, and did',
	agent: 'Agent now',
	both: 'May view, and agent now',
	leaving: 'In the count, and no longer needed'
};

/** The same as tabs name them: short. */
export const RECLAIM_TABS: Readonly<Record<ReclaimReason, string>> = {
	'permission-unused': 'Access not used',
	permission: 'Access used',
	agent: 'Agents',
	both: 'Both',
	leaving: 'Leaving'
};

/** What each tab of the reclaim list is about, and what would free its seats (L14). */
export const RECLAIM_MEANING: Readonly<Record<ReclaimReason, string>> = {
	'permission-unused':
		'These people hold a Live Reports permission, viewed nothing in the 30 days, and are in no monitored queue now. Each seat is needed for the permission alone: without it, the seat is free.',
	permission:
		'These people hold a Live Reports permission and used it in the 30 days, and are in no monitored queue now. Without the permission the seat is no longer needed; it leaves the active count on its release date.',
	agent:
		'These people are needed only as members of monitored queues. A seat is free once the person is in none of them, or nothing watches them any more.',
	both: 'These people hold a Live Reports permission and are in a monitored queue now. Either keeps the seat needed, so taking one away frees nothing.',
	leaving:
		'These people used a seat in the 30 days, and nothing keeps it needed now. It leaves the active count by itself on its release date.'
};

/** What a tab comes to: the exempt are left out of what is freed and what it costs. */
export function reclaimTotalSentence(
	{ people, exempt, freed, cost }: ReclaimTotal,
	currency: string
): string {
	if (people === 0) return 'Nobody is here.';
	const left = exempt === 0 ? '' : `, ${numberText(exempt)} of them exempt`;
	const price = cost === null ? 'price not known' : `${moneyText(cost, currency)} a month`;
	return `${countText(people, 'person', 'people')}${left}. ${countText(freed, 'needed seat')} to free${freed === 0 ? '' : `, ${price}`}.`;
}

/** The price of a license, where it may be missing. */
export const reclaimCostText = (cost: Minor | null, currency: string): string =>
	cost === null ? 'not known' : moneyText(cost, currency);

/** The button for everybody of a tab. */
export const revokeAllText = (people: number): string =>
	people === 1
		? 'Revoke viewing of the 1 that is not exempt'
		: `Revoke viewing of all ${numberText(people)} that are not exempt`;

/** Why somebody can't be taken by the list. */
export const IS_EXEMPT = 'Exempt: untick the mark first.';

/** How long ago somebody viewed; null: never. */
export function lastViewText(days: number | null): string {
	if (days === null) return 'never';
	if (days === 0) return 'today';
	return days === 1 ? 'yesterday' : `${countText(days, 'day')} ago`;
}
