import { type NumberFault } from '$lib/domain/own-numbers';
import { type Figures } from '$lib/domain/snapshot';
import { countText, isolated, nameText, numberText } from './format';
import { moneyText } from './money';

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
