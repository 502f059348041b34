import { type CenterFigures } from '$lib/domain/center-costs';
import { type OptionId } from '$lib/domain/options';
import { countText, numberText, isolated, listText } from './format';
import { type OptionPlace } from './options';

type Format = (amount: number) => string;

/** “$420.00”, or with the change to another amount “$420.00 (−$70.00)”. */
export function costBarText(amount: number | null, before: number | null, format: Format): string {
	if (amount === null) return 'not known';
	if (before === null || before === amount) return format(amount);
	return `${format(amount)} (${amount > before ? '+' : '−'}${format(Math.abs(amount - before))})`;
}

/** What cost by cost center shows: the total of today and of each what-if. */
export function costSentence(
	totals: readonly { readonly name: string; readonly total: number | null }[],
	format: Format
): string {
	const [today] = totals;
	if (!today) return 'There is no cost to show.';
	const words = totals.map(({ name, total }, at) => {
		const text = costBarText(total, at === 0 ? null : today.total, format);
		return `${isolated(name)} ${text}`;
	});
	return `A month in total: ${listText(words)}.`;
}

/** “From 43 licenses, Bundle costs less than Live Reports”. */
export const breakEvenText = (point: {
	readonly licenses: number;
	readonly cheaper: string;
	readonly dearer: string;
}): string =>
	`from ${countText(point.licenses, 'license')}, ${isolated(point.cheaper)} costs less than ${isolated(point.dearer)}`;

interface Price {
	readonly name: string;
	readonly cost: number;
	readonly text: string;
}

/** “Live Reports $420.00, Bundle $900.00”. */
export const costAtText = (prices: readonly Price[]): string =>
	prices.map(({ name, text }) => `${isolated(name)} ${text}`).join(', ');

/** What the cost curve shows: the cheapest option at each marker, then where the order of options changes. */
export function curveSentence(curves: {
	readonly markers: readonly {
		readonly name: string;
		readonly licenses: number;
		readonly prices: readonly Price[];
	}[];
	readonly breakEvens: readonly {
		readonly licenses: number;
		readonly cheaper: string;
		readonly dearer: string;
	}[];
}): string {
	// Markers at which the same options cost least are told together.
	const places = new Map<string, string[]>();
	for (const { name, licenses, prices } of curves.markers) {
		const least = Math.min(...prices.map(({ cost }) => cost));
		const best = prices.filter(({ cost }) => cost === least);
		if (!best[0]) continue;
		const who = `${listText(best.map((price) => isolated(price.name)))} ${best.length === 1 ? 'costs' : 'cost'} least`;
		const place = `${best[0].text} a month for ${numberText(licenses)} (${isolated(name)})`;
		places.set(who, [...(places.get(who) ?? []), place]);
	}
	const cheapest = [...places].map(([who, at]) => `${who}: ${listText(at)}`);
	const changes = curves.breakEvens.map((point) => breakEvenText(point));
	return (
		[...cheapest, ...changes].map((words) => `${words[0]?.toUpperCase()}${words.slice(1)}.`).join(' ') ||
		'No option has a price.'
	);
}

/** The title of the curves. */
export const CURVE_TITLE = 'Cost a month, by number of licenses';

/** Options where there is little room: at the end of a line. */
export const OPTION_SHORT: Readonly<Record<OptionId, string>> = {
	'live-reports': 'Live Reports',
	boosters: 'Boosters and Live Reports',
	'customer-engagement-bundle': 'CEB'
};

/** What a cost by cost center can be the cost of. */
export const COST_TEXT: Readonly<Record<keyof CenterFigures, string>> = {
	needed: 'Needed seats',
	active: 'Active seats',
	purchased: 'Licenses owned'
};

/** What the curve of Boosters is founded on: who takes one, before the rest take Live Reports. */
export function boostersNote(boosters: number, place: OptionPlace): string {
	const first =
		boosters === 1 ? 'first license is a Booster' : `first ${numberText(boosters)} licenses are Boosters`;
	const whom =
		place === 'numbers'
			? 'the queues’ members'
			: 'those marked as holding one, or with nobody marked for the queues’ members';
	return `Boosters and Live Reports: the ${first}, for ${whom}; the rest are Live Reports.`;
}

/** “3 other cost centers”: those that there is no room for. */
export const othersText = (count: number): string => countText(count, 'other cost center');

export const costTitle = (what: keyof CenterFigures): string =>
	`Cost a month by cost center: ${COST_TEXT[what].toLowerCase()}`;

/** The same where there is no what-if, and no today. */
export const NEEDED_MARKER = 'Needed';

/** What a license count is marked as; `whatIf` null: today's. */
export const markerText = (what: 'needed' | 'owned', whatIf: string | null): string =>
	`${what === 'needed' ? 'Needed' : 'Licenses owned'} ${whatIf === null ? 'today' : `with “${isolated(whatIf)}”`}`;
