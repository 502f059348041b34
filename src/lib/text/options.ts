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
import { PRODUCT_NAMES } from './figures';
import { countText, listText, numberText } from './format';
import { moneyText } from './money';

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
		return `To arrange: the bundle for ${countText(seats, 'seat')}, instead of today’s plan.`;
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
	if (best?.state !== 'applies') return whyNoneIsPriced(options, place);
	const priced = options.filter(({ state }) => state === 'applies').length;
	const cost = `${moneyText(best.cost, currency)} a month`;
	const names = cheapest.map((option) => `“${optionName(option, place)}”`);
	if (priced === 1) return `Only ${listText(names)} can be priced: ${cost}.`;
	return `${cheapest.length === 1 ? 'Cheapest' : 'Equally cheap'}: ${listText(names)}, ${cost}.`;
}

/** Where no price can be told: what is in the way of all of them, if it is the same. */
function whyNoneIsPriced(options: readonly CoverOption[], place: OptionPlace): string {
	const refused = options.flatMap((one) => (one.state === 'refused' ? [one.reasons] : []));
	if (refused.length < options.length || options.length === 0) return 'No option can be priced yet.';
	const common = refused[0]!.find(({ code }) =>
		refused.every((reasons) => reasons.some((one) => one.code === code))
	);
	return common ? optionReasonSentence(common, place) : 'No option is possible.';
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
