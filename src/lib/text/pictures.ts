import { type CenterFigures } from '$lib/domain/center-costs';
import { type OptionId, type OptionReason, type PriceName } from '$lib/domain/options';
import { type OverlapKind } from '$lib/domain/overlap';
import { civilText, countText, isolated, listText, numberText } from './format';
import { missingPricesSentence, optionReasonSentence } from './what-if';

/** “3 Nov” of a civil day, YYYY-MM-DD. */
export const shortDayText = (date: string): string => civilText(date).split(' ').slice(0, 2).join(' ');

/** “26 Oct to 24 Nov 2026”, with both years where they differ. */
export function daySpanText(from: string, to: string): string {
	const first = from.slice(0, 4) === to.slice(0, 4) ? shortDayText(from) : civilText(from);
	return from === to ? civilText(to) : `${first} to ${civilText(to)}`;
}

interface Day {
	readonly date: string;
	readonly active: number;
	readonly purchased?: number;
}

const overText = (active: number, purchased: number): string =>
	active > purchased
		? `${numberText(active - purchased)} over`
		: active === purchased
			? 'none to spare'
			: `${numberText(purchased - active)} to spare`;

const ofText = ({ active, purchased }: Omit<Day, 'date'>): string =>
	purchased === undefined
		? `${numberText(active)} active`
		: `${numberText(active)} active of ${numberText(purchased)} purchased, ${overText(active, purchased)}`;

/** “104 active of 100 purchased, 4 over. Fewer queues: 90 active of 100 purchased, 10 to spare”. */
export const usageDayText = (
	day: Omit<Day, 'date'>,
	whatIf?: Omit<Day, 'date'> & { readonly name: string }
): string => ofText(day) + (whatIf ? `. ${isolated(whatIf.name)}: ${ofText(whatIf)}` : '');

interface UsageStory {
	/** As `daySpanText` has it. */
	readonly span: string;
	readonly days: readonly Day[];
	readonly whatIf?:
		{ readonly name: string; readonly days: readonly Day[]; readonly clear?: number | undefined } | undefined;
}

const isOver = ({ active, purchased }: Day): boolean => active > (purchased ?? Infinity);

/** What the steps of active seats show. */
export function usageSentence({ span, days, whatIf }: UsageStory): string {
	const [first] = days;
	if (!first) return 'There is no day to show.';
	const peak = days.reduce((best, day) => (day.active > best.active ? day : best), first);
	const isFlat = days.every(({ active }) => active === first.active);
	const course = isFlat
		? `${span}: ${countText(first.active, 'active seat')} every day`
		: `${span}: active seats peak at ${numberText(peak.active)} on ${shortDayText(peak.date)}`;
	const over = days.filter(isOver).length;
	const bought = days.some(({ purchased }) => purchased !== undefined);
	const above = !bought
		? ''
		: over === 0
			? ', never above the licenses purchased'
			: `, above the licenses purchased ${over === days.length ? 'every day' : `on ${numberText(over)} of ${countText(days.length, 'day')}`}`;
	return `${course}${above}.${whatIf ? ` ${whatIfText(whatIf)}` : ''}`;
}

function whatIfText({ name, days, clear }: NonNullable<UsageStory['whatIf']>): string {
	const who = `With “${isolated(name)}”`;
	if (clear !== undefined) {
		const again = days.slice(clear).find(isOver);
		return `${who}, the first day without overage is ${civilText(days[clear]!.date)}${again ? `; on ${civilText(again.date)} there is some again` : ''}.`;
	}
	const last = days.at(-1);
	const over = days.find(isOver);
	if (!last || !over) {
		const none = days.some(({ purchased }) => purchased !== undefined) ? ', and there is no overage' : '';
		return `${who}, ${numberText(last?.active ?? 0)} are active on the last day${none}.`;
	}
	const seats = ({ active, purchased = 0 }: Day) =>
		`${countText(active - purchased, 'seat')} ${active - purchased === 1 ? 'is' : 'are'}`;
	return over === days[0]
		? `${who}, ${seats(last)} still over on the last day.`
		: `${who}, there is no overage until ${civilText(over.date)}, when ${seats(over)} over.`;
}

interface ChainPart {
	readonly label: string;
	readonly sign: string;
	readonly value: number;
}

/** “Memberships 10 − repeats 2 = agents 8.”: a waterfall in one line. */
export const chainSentence = (parts: readonly ChainPart[]): string =>
	parts.length === 0
		? 'There is nothing to add up.'
		: `${parts.map(({ label, sign, value }) => `${sign === '' ? '' : `${sign} `}${label}: ${numberText(value)}`).join(' ')}.`;

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

interface Dated {
	readonly name: string;
	readonly from: string | null;
	readonly to: string | null;
}

/** What a person or queue can be assigned to, as the lanes name it. */
export const COURSE_TEXT = {
	member: 'Member',
	monitored: 'On a dashboard',
	watching: 'Watches the queue',
	viewed: 'Viewed',
	opened: 'Live Reports, no dashboard opened'
};

/** “Member, from 3 Nov 2026, still so”, “Member, 3 Nov to 5 Nov 2026”: both days are days with it. */
export function spanText({ name, from, to }: Dated): string {
	const who = isolated(name);
	if (to === null) return `${who}, ${from === null ? 'always' : `from ${civilText(from)}`}, still so`;
	return `${who}, ${from === null ? `until ${civilText(to)}` : daySpanText(from, to)}`;
}

/** “Viewed Floor wallboard, 20 Nov 2026”. */
export const pointText = ({ name, at }: { readonly name: string; readonly at: string }): string =>
	`${isolated(name)}, ${civilText(at)}`;

/** What the lanes show: how much, and between which days. */
export function lanesSentence(course: {
	readonly from: string;
	readonly to: string;
	readonly rows: readonly { readonly spans: readonly Dated[]; readonly points: readonly unknown[] }[];
}): string {
	const spans = course.rows.flatMap((row) => row.spans);
	const points = course.rows.flatMap((row) => row.points).length;
	const open = spans.filter(({ to }) => to === null).length;
	const going =
		open === 0
			? spans.length === 1
				? 'ended'
				: 'all ended'
			: spans.length === 1
				? 'still going on'
				: `${open === spans.length ? 'all' : numberText(open)} still going on`;
	const facts = [
		...(spans.length === 0 ? [] : [`${countText(spans.length, 'period')}, ${going}`]),
		...(points === 0 ? [] : [countText(points, 'day with a viewing', 'days with a viewing')])
	];
	return `${daySpanText(course.from, course.to)}: ${facts.join('; ') || 'nothing'}.`;
}

/** “4 agents in both”, “2 agents in all three”, “5 agents in 7 sets at once”, of a region of `sets` sets. */
export const membersText = (members: string, sets: number): string =>
	sets === 1 ? `${members}, nowhere else` : `${members} in exactly these ${numberText(sets)}`;

/** What an overlap shows: how many are in several sets, and the two that share most. */
export function overlapSentence(overlap: {
	readonly total: string;
	readonly several: number;
	readonly greatest?: { readonly a: string; readonly b: string; readonly shared: number } | undefined;
}): string {
	const { total, several, greatest } = overlap;
	if (!greatest) return `${total}, none in more than one.`;
	const both = `${isolated(greatest.a)} and ${isolated(greatest.b)}`;
	return `${numberText(several)} of ${total} ${several === 1 ? 'is' : 'are'} in more than one; ${both} share most, ${numberText(greatest.shared)}.`;
}

/** How true the areas of three circles are, in percent of all members. */
export function eulerNote(error: number, lost: readonly string[]): string {
	const percent = (error * 100).toFixed(1);
	const truth =
		error < 0.0005
			? 'Areas are true to the counts.'
			: `Three circles cannot show these counts exactly: areas are off by up to ${percent} % of the whole. The numbers are exact.`;
	return lost.length === 0 ? truth : `${truth} Without an area of its own: ${listText(lost)}.`;
}

export const SMALLER_NOTE = 'Overlaps that there is no room for, the smallest ones, are in the table only.';
export const MATRIX_NOTE =
	'Shown are those that share most with each other, or with what is searched for. Beside a name stands how many it has in all; in a square, how many are in both.';

/** “Detroit Support and Belmont Support”, the name of a cell. */
export const pairName = (a: string, b: string): string => `${isolated(a)} and ${isolated(b)}`;

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

export const OVERLAP_TEXT: Readonly<Record<OverlapKind, { readonly label: string; readonly title: string }>> =
	{
		queues: { label: 'Call queues', title: 'Agents now, by the monitored queues that they share' },
		dashboards: { label: 'Dashboards', title: 'Agents now, by the dashboards that they share' }
	};

/** Said where a PNG could not be made. */
export const NOT_DRAWN = 'This browser could not make a PNG of the picture. Download the SVG instead.';

/** Why a picture is empty, and where to change that. */
export interface Nothing {
	readonly title: string;
	readonly text: string;
	readonly link: {
		readonly to: '/settings/' | '/admin/queues/' | '/analytics/live-reports/';
		readonly label: string;
	} | null;
}

const LIVE_REPORTS = { to: '/analytics/live-reports/', label: 'Open Live Reports' } as const;
const SETTINGS = { to: '/settings/', label: 'Open Settings' } as const;

export const NO_SEATS: Nothing = {
	title: 'No seat to show',
	text: 'Nobody viewed a dashboard and no monitored queue had a member in these days, and no license is owned.',
	link: LIVE_REPORTS
};

export const NO_MEMBERS: Nothing = {
	title: 'No monitored queue has a member now',
	text: 'An agent is a member of a queue that a dashboard watches. Add members to a call queue, and a widget that watches it.',
	link: { to: '/admin/queues/', label: 'Open Call queues' }
};

export const NO_PEOPLE: Nothing = {
	title: 'There is nobody and no queue yet',
	text: 'Once there are users and call queues, this shows since when somebody is a member and what was viewed on which day.',
	link: { to: '/admin/queues/', label: 'Open Call queues' }
};

export const GONE: Nothing = {
	title: 'No longer in the scenario',
	text: 'Choose another.',
	link: null
};

export const noDates = (name: string): Nothing => ({
	title: 'Nothing in these 30 days',
	text: `“${isolated(name)}” was assigned to nothing, and nothing was viewed.`,
	link: null
});

export const noPrices = (missing: readonly PriceName[]): Nothing => ({
	title: missing.length === 1 ? 'A price is missing' : 'Prices are missing',
	text: missingPricesSentence(missing),
	link: SETTINGS
});

export const noCost = (what: string): Nothing => ({
	title: `No cost: there are no ${what.toLowerCase()}`,
	text: 'Nothing is counted, so there is nothing to pay for.',
	link: null
});

export const noOption = (reasons: readonly OptionReason[]): Nothing => ({
	title: 'No option to compare',
	text: [...new Set(reasons.map((reason) => optionReasonSentence(reason)))].join(' '),
	link: null
});

/** “3 of the needed seats take Boosters”: what the curve of Boosters is founded on. */
export const boostersNote = (boosters: number): string =>
	`Boosters and Live Reports: the first ${countText(boosters, 'license is a Booster', 'licenses are Boosters')}, for those marked as holding one, or with nobody marked for the queues’ members; the rest are Live Reports.`;

/** Said below a list of dates that was cut. */
export const moreRowsNote = (more: number): string =>
	`${countText(more, 'further row is', 'further rows are')} left out.`;

/** “3 other cost centers”: those that there is no room for. */
export const othersText = (count: number): string => countText(count, 'other cost center');

/** Said where today's days are other days than the what-if's. */
export const MOVED_NOTE = 'The what-if moves the clock, so today’s course is not drawn beside it.';

/** The waterfall's title; null: of today. */
export const reasonsTitle = (whatIf: string | null): string =>
	whatIf === null ? 'Seats by reason, today' : `Seats by reason, with “${isolated(whatIf)}”`;

export const costTitle = (what: keyof CenterFigures): string =>
	`Cost a month by cost center: ${COST_TEXT[what].toLowerCase()}`;

/** What a license count is marked as; `whatIf` null: today's. */
export const markerText = (what: 'needed' | 'owned', whatIf: string | null): string =>
	`${what === 'needed' ? 'Needed' : 'Licenses owned'} ${whatIf === null ? 'today' : `with “${isolated(whatIf)}”`}`;
