import { type Forecast, type LeaveReason, type Relief } from '$lib/domain/forecast';
import { type Minor } from '$lib/domain/money';
import {
	type BreakEven,
	type CoverOption,
	type OptionId,
	type OptionReason,
	type OptionSize,
	type PriceName,
	type Ratio
} from '$lib/domain/options';
import { type Product, PRODUCTS } from '$lib/domain/order';
import { type NumberFault } from '$lib/domain/own-numbers';
import { type Figures } from '$lib/domain/snapshot';
import { type ReclaimReason, type ReclaimTotal } from '$lib/domain/reclaim';
import { moneyText } from './money';
import { PRODUCT_NAMES } from './figures';
import { civilText, countText, isolated, listText, nameText, numberText } from './format';

/** The ways to cover the need (I4). */
export const OPTION_NAMES: Readonly<Record<OptionId, string>> = {
	'live-reports': 'Live Reports licenses for all',
	boosters: 'Boosters for those chosen, Live Reports for the rest',
	'customer-engagement-bundle': 'Customer Engagement Bundle (CEB) for all'
};

/** Beside a scenario, whose people are chosen and whose prices are in Settings; or beside numbers alone. */
export type OptionPlace = 'scenario' | 'numbers';

/** From numbers nobody can be chosen by name: Boosters are then for the members of the queues. */
export const optionName = (option: OptionId, place: OptionPlace): string =>
	option === 'boosters' && place === 'numbers'
		? 'Boosters for queue members, Live Reports for the rest'
		: OPTION_NAMES[option];

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
export function optionReasonSentence(reason: OptionReason, place: OptionPlace = 'scenario'): string {
	switch (reason.code) {
		case 'CEB_ALREADY':
			return 'The plan is Customer Engagement Bundle already: Live Reports is unlimited, so there is nothing to buy.';
		case 'NOBODY_TO_COVER':
			return 'No seat is needed: nobody may view, and nobody is an agent now.';
		case 'NOBODY_CHOSEN':
			return place === 'numbers'
				? 'No queue has a member, so nobody would get a Booster.'
				: 'Nobody is chosen for a Booster. Choose at least one person.';
		case 'CHOSEN_NEED_NONE':
			return reason.chosen === 1
				? 'The chosen person needs no seat. Choose somebody who does.'
				: `None of the ${numberText(reason.chosen)} chosen people needs a seat. Choose somebody who does.`;
		case 'UNKNOWN_PEOPLE':
			return `${countText(reason.people, 'chosen person is', 'chosen people are')} no longer in the scenario. Choose again.`;
	}
}

/** Which prices an option waits for. */
export const missingPricesSentence = (
	missing: readonly PriceName[],
	place: OptionPlace = 'scenario'
): string => {
	const names = listText(missing.map((name) => PRICE_NAMES[name]));
	const where = place === 'numbers' ? 'under Prices' : 'in Settings';
	return missing.length === 1
		? `The price of ${names} is not entered. Enter it ${where}: none is made up.`
		: `The prices of ${names} are not entered. Enter them ${where}: none is made up.`;
};

/** Licenses by product: “6 Live Reports and 4 Call Queues Booster licenses”; '' for none. */
function licensesText(quantities: OptionSize['licenses']): string {
	const some = PRODUCTS.filter((product) => quantities[product] > 0);
	const last = some.at(-1);
	if (last === undefined) return '';
	const parts = some.map((product) => `${numberText(quantities[product])} ${PRODUCT_NAMES[product]}`);
	return `${listText(parts)} ${quantities[last] === 1 ? 'license' : 'licenses'}`;
}

/** What an option takes in all (I4). */
export const optionSizeSentence = ({ option, seats, licenses }: OptionSize): string =>
	option === 'customer-engagement-bundle'
		? `Covers ${countText(seats, 'needed seat')} with the bundle; no license of its own is needed.`
		: `Covers ${countText(seats, 'needed seat')} with ${licensesText(licenses) || 'no license'}.`;

/** What is to be bought for it, beyond what is owned. */
export function toBuySentence({ option, seats, toBuy }: OptionSize): string {
	if (option === 'customer-engagement-bundle')
		return `To arrange: the bundle for ${countText(seats, 'seat')}, instead of the plan of now.`;
	const wanted = licensesText(toBuy);
	return wanted === '' ? 'Nothing to buy: the owned licenses are enough.' : `To buy: ${wanted}.`;
}

/** What is owned beyond what it takes; null: nothing. */
export function spareSentence({ spare }: OptionSize): string | null {
	const owned = licensesText(spare);
	return owned === '' ? null : `To spare: ${owned}. Lowering licenses isn’t self-service.`;
}

/** The lines of an order that this option asks for. */
export const linesToBuy = ({
	toBuy
}: OptionSize): readonly { readonly product: Product; readonly quantity: number }[] =>
	PRODUCTS.map((product) => ({ product, quantity: toBuy[product] })).filter(({ quantity }) => quantity > 0);

/** The outcome in a line, to be read out when it changes. */
export function cheapestSentence(
	options: readonly CoverOption[],
	cheapest: readonly OptionId[],
	currency: string,
	place: OptionPlace
): string {
	const best = options.find((one) => one.state === 'applies' && cheapest.includes(one.option));
	if (best?.state !== 'applies') return 'No option can be priced yet.';
	const priced = options.filter(({ state }) => state === 'applies').length;
	const cost = `${moneyText(best.cost, currency)} a month`;
	const names = cheapest.map((option) => `“${optionName(option, place)}”`);
	if (priced === 1) return `Only ${listText(names)} can be priced: ${cost}.`;
	return `${cheapest.length === 1 ? 'Cheapest' : 'Equally cheap'}: ${listText(names)}, ${cost}.`;
}

const SHORT_NAMES: Readonly<Record<OptionId, string>> = {
	'live-reports': 'Live Reports for all',
	boosters: 'Boosters for some',
	'customer-engagement-bundle': 'CEB for all'
};

/** Half of a minor unit goes up. */
const rounded = ({ numerator, denominator }: Ratio): bigint =>
	(2n * numerator + denominator) / (2n * denominator);

/** Up to which price which option costs less (I4), by price; the exact one may be a fraction, so rounding is said. */
export const breakEvenGroups = (
	breakEven: readonly BreakEven[],
	currency: string
): readonly { readonly title: string; readonly sentences: readonly string[] }[] =>
	[...new Set(breakEven.map(({ price }) => price))].map((price) => {
		const those = breakEven.filter((one) => one.price === price);
		const entered = those[0]?.entered ?? null;
		const yours = entered === null ? 'not entered' : `yours is ${moneyText(entered, currency)}`;
		return {
			title: `${PRICE_NAMES[price]}, ${yours}`,
			sentences: those.map((one) => breakEvenSentence(one, currency))
		};
	});

function breakEvenSentence({ at, below, above }: BreakEven, currency: string): string {
	const [low, high] = [SHORT_NAMES[below], SHORT_NAMES[above]];
	if (at.numerator === 0n)
		return `At any price above ${moneyText(0n, currency)}, “${high}” costs less than “${low}”.`;
	const isExact = at.denominator === 1n ? '' : ' (rounded)';
	return `Below ${moneyText(rounded(at), currency)}${isExact} a seat, “${low}” costs less than “${high}”.`;
}

/** The one public price that was found: Call Queues Booster, USD a month, in cents. An example, not a quote. */
export const EXAMPLE_PRICE = { name: 'callQueuesBooster', currency: 'USD', amount: 3500 } as const;
export const EXAMPLE_PRICE_LABEL = `Use the example price ${moneyText(EXAMPLE_PRICE.amount, EXAMPLE_PRICE.currency)}`;
export const EXAMPLE_PRICE_NOTE =
	'For Call Queues Booster, a seat and month: the only public price that was found, and an example. Yours may differ; ask RingCentral.';
export const EXAMPLE_PRICE_USED = `${moneyText(EXAMPLE_PRICE.amount, EXAMPLE_PRICE.currency)} for Call Queues Booster is the example price, the only public one that was found. Yours may differ; ask RingCentral.`;

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

/** What a scenario from numbers is called until somebody names it. */
export const FROM_NUMBERS = 'From numbers';

/** Said while what is entered has no answer. */
export const STALE_NUMBERS =
	'What is entered can’t be counted yet; the reason stands beside its field. The figures are those from before.';

/** What the placeholders stand for. */
export const NUMBERS_PREMISE =
	'One dashboard watches every queue, and every viewer has viewed it. A placeholder Super Admin owns it and is left out (A-ADMIN). Everybody is in one queue, or in two.';

/** The figures that numbers come to. */
export const numbersFigures = (
	{ needed, agents, viewers }: Figures,
	cost: bigint | null,
	currency: string
): readonly { readonly term: string; readonly value: string }[] => [
	{ term: 'Seats needed', value: numberText(needed) },
	{ term: 'Agents', value: numberText(agents) },
	{ term: 'Viewers', value: numberText(viewers) },
	{
		term: 'Live Reports for all, a month',
		value: cost === null ? 'not known' : moneyText(cost, currency)
	}
];
