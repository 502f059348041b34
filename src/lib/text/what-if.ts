import { type Forecast, type LeaveReason, type Relief } from '$lib/domain/forecast';
import { type CoverOption, type OptionId, type OptionReason, type PriceName } from '$lib/domain/options';
import { type NumberFault } from '$lib/domain/own-numbers';
import { type ReclaimReason } from '$lib/domain/reclaim';
import { civilText, countText, isolated, listText, nameText, numberText } from './format';

/** The ways to cover the need (I4). */
export const OPTION_NAMES: Readonly<Record<OptionId, string>> = {
	'live-reports': 'Live Reports licenses for all',
	boosters: 'Boosters for those chosen, Live Reports for the rest',
	'customer-engagement-bundle': 'Customer Engagement Bundle (CEB) for all'
};

export const OPTION_STATES: Readonly<Record<CoverOption['state'], string>> = {
	applies: 'Possible',
	refused: 'Not possible',
	incomplete: 'A price is missing'
};

/** The account's prices, as settings name them. */
export const PRICE_NAMES: Readonly<Record<PriceName, string>> = {
	liveReports: 'Live Reports',
	callQueuesBooster: 'Call Queues Booster',
	customerEngagementBundle: 'Customer Engagement Bundle'
};

/** Said beside the option "CEB for all": what the count is founded on. */
export const CEB_SEATS_NOTE =
	'CEB is counted for each needed seat. Whether a whole account must change its plan is not documented.';

/** One reason against an option (I4). */
export function optionReasonSentence(reason: OptionReason): string {
	switch (reason.code) {
		case 'CEB_ALREADY':
			return 'The plan is Customer Engagement Bundle already: Live Reports is unlimited, so there is nothing to buy.';
		case 'NOBODY_TO_COVER':
			return 'No seat is needed: nobody may view, and nobody is an agent now.';
		case 'NOBODY_CHOSEN':
			return 'Nobody is chosen for a Booster. Choose at least one person.';
		case 'CHOSEN_NEED_NONE':
			return reason.chosen === 1
				? 'The chosen person needs no seat. Choose somebody who does.'
				: `None of the ${numberText(reason.chosen)} chosen people needs a seat. Choose somebody who does.`;
		case 'UNKNOWN_PEOPLE':
			return `${countText(reason.people, 'chosen person is', 'chosen people are')} no longer in the scenario. Choose again.`;
	}
}

/** Which prices an option waits for. */
export const missingPricesSentence = (missing: readonly PriceName[]): string =>
	`The price of ${listText(missing.map((name) => PRICE_NAMES[name]))} is not entered. Enter it in Settings: none is made up.`;

/** What a forecast takes for granted (I6), said beside it. */
export function forecastPremise({ goOnViewing, plan }: Forecast): string {
	const viewers =
		goOnViewing === 0
			? 'Nobody who viewed may still view, so no viewing is added'
			: `${countText(goOnViewing, 'person', 'people')} who viewed and still may view ${goOnViewing === 1 ? 'goes' : 'go'} on viewing every day`;
	const limit =
		plan === 'standard' ? '' : ' The plan is Customer Engagement Bundle: there is no overage on any day.';
	return `If the change is made now: ${viewers}, nobody else views, and everybody else leaves the count when their last day leaves the 30 days. What the scenario itself dates later comes true on its day.${limit}`;
}

/** When overage goes (I6). */
export function reliefSentence(relief: Relief): string {
	switch (relief.kind) {
		case 'unlimited':
			return 'There is no overage: the plan is Customer Engagement Bundle.';
		case 'already':
			return `There is no overage.${againText(relief.again)}`;
		case 'on':
			return `The first day without overage is ${civilText(relief.on)}, ${relief.inDays === 1 ? 'tomorrow' : `in ${countText(relief.inDays, 'day')}`}.${againText(relief.again)}`;
		case 'not-within':
			return `No day of the next ${numberText(relief.days)} is without overage: on the last one it is ${numberText(relief.overage)}.`;
	}
}

const againText = (again: string | null): string =>
	again === null ? '' : ` On ${civilText(again)} there is some again.`;

/** Why a seat leaves. */
export const LEAVE_TEXT: Readonly<Record<LeaveReason, string>> = {
	stopped: 'no longer an agent, by this change',
	'left-before': 'was no longer an agent before this change',
	'ends-later': 'stops being an agent later, as the scenario says',
	'lost-access': 'may no longer view, by this change',
	'had-no-access': 'could not view any more before this change'
};

/** The reclaim list's reasons (I7). */
export const RECLAIM_TEXT: Readonly<Record<ReclaimReason, string>> = {
	'permission-unused': 'May view, and did not in the 30 days',
	permission: 'May view, and did',
	agent: 'Agent now',
	both: 'May view, and agent now',
	leaving: 'In the count, and no longer needed'
};

/** How long ago somebody viewed; null: never. */
export function lastViewText(days: number | null): string {
	if (days === null) return 'never';
	if (days === 0) return 'today';
	return days === 1 ? 'yesterday' : `${countText(days, 'day')} ago`;
}

const quoted = (name: string): string => `“${isolated(nameText(name))}”`;

/** Why numbers make no scenario, and what to do. */
export function numberFaultSentence(fault: NumberFault): string {
	switch (fault.code) {
		case 'NOT_A_COUNT':
			return `Enter a whole number from 0 to ${numberText(fault.most)}.`;
		case 'NOT_TWO_QUEUES':
			return 'Choose two different queues for the members that they share.';
		case 'OVERLAP_TWICE':
			return `${quoted(fault.first)} and ${quoted(fault.second)} are there twice. Keep one of the two lines.`;
		case 'OVERLAP_TOO_LARGE':
			return `${countText(fault.members, 'person', 'people')} can’t be in ${quoted(fault.queue)}, which has ${countText(fault.size, 'member')}.`;
		case 'OVERLAPS_TOO_MANY':
			return `${quoted(fault.queue)} has ${countText(fault.size, 'member')}, and shares ${numberText(fault.members)} with other queues. Count each person in two queues at most.`;
		case 'MORE_THAN_VIEWERS':
			return `There are ${countText(fault.viewers, 'viewer')}, so ${numberText(fault.members)} of them can’t be members.`;
		case 'MORE_THAN_MEMBERS':
			return `The queues have ${countText(fault.unique, 'member')}, each person once, so ${countText(fault.members, 'viewer')} can’t be among them.`;
		case 'TOO_MANY_PEOPLE':
			return `These are ${countText(fault.people, 'person', 'people')}; a scenario from numbers holds up to ${numberText(fault.most)}.`;
	}
}
