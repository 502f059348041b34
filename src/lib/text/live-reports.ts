import { type Plan } from '$lib/domain/account';
import { type WidgetKind } from '$lib/domain/dashboard';
import { type DashboardRow, type WatchedQueue, type WidgetEffect } from '$lib/domain/dashboard-rows';
import { countText, isolated, listText, nameText, numberText } from './format';

/** What else the vendor's portal reports, by the names of its permissions. */
export const OTHER_TILES = [
	'Performance Reports',
	'Quality of Service Reports',
	'Adoption and Usage Reports',
	'Company Numbers Reports'
] as const;

export const OTHER_TILES_NOTE =
	'The other reports bear the names of RingCentral’s permissions; how its portal arranges them was not found.';

export const KIND_NAMES: Readonly<Record<WidgetKind, string>> = {
	'service-level': 'Service level',
	'calls-in-queue': 'Calls in queue',
	'agents-available': 'Agents available',
	'average-speed-of-answer': 'Average speed of answer',
	'average-handle-time': 'Average handle time'
};

/** How well the kinds are founded. */
export const KINDS_NOTE =
	'One call queue a widget. Service level is documented as a widget, the two averages as figures of RingCentral’s analytics; the others are the sandbox’s own, because RingCentral’s list of widgets was not found.';

/** What a kind shows. */
export const KIND_HINTS: Readonly<Record<WidgetKind, string>> = {
	'service-level': 'Calls answered within the queue’s threshold, of all calls.',
	'calls-in-queue': 'Callers who wait.',
	'agents-available': 'Members who could take a call.',
	'average-speed-of-answer': 'How long callers wait.',
	'average-handle-time': 'How long a call takes.'
};

export const REACH_NAMES: Readonly<Record<DashboardRow['reach'], string>> = {
	own: 'Mine',
	shared: 'Shared with me',
	full: 'Others’'
};

const LONGEST = 60;
const short = (name: string): string => {
	const letters = [...nameText(name).slice(0, 4 * LONGEST)];
	return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('');
};
/** A name within a sentence. */
export const inSentence = (name: string): string => isolated(short(name));

const pad = (value: number): string => String(value).padStart(2, '0');

/** A widget's figure: “83%”, “4”, “0:42”; a dash where nobody could answer. */
export function liveText(kind: WidgetKind, value: number | null): string {
	if (value === null) return '–';
	switch (kind) {
		case 'service-level':
			return `${value}%`;
		case 'calls-in-queue':
		case 'agents-available':
			return numberText(value);
		case 'average-speed-of-answer':
		case 'average-handle-time':
			return `${Math.floor(value / 60)}:${pad(value % 60)}`;
	}
}

/** What stands under the figure. */
export function liveNote(kind: WidgetKind, value: number | null, members: number): string {
	if (value === null) return members === 0 ? 'nobody is in the queue' : 'nobody is there to answer';
	switch (kind) {
		case 'service-level':
			return 'answered in time';
		case 'calls-in-queue':
			return value === 1 ? 'caller waits' : 'callers wait';
		case 'agents-available':
			return `of ${countText(members, 'member')}`;
		case 'average-speed-of-answer':
			return 'minutes until answered';
		case 'average-handle-time':
			return 'minutes a call';
	}
}

/** The name that is offered for a widget. */
export const offeredName = (kind: WidgetKind, queue: string | null): string =>
	queue === null ? KIND_NAMES[kind] : `${short(queue)} ${KIND_NAMES[kind].toLowerCase()}`;

/** The first names, and how many more: “John, Sarah, Mike”, “John, … and 12 more”. */
function named(names: readonly string[], total: number): string {
	const shown = names.map(inSentence);
	return total > names.length
		? `${shown.join(', ')} and ${numberText(total - names.length)} more`
		: shown.join(', ');
}

/** What saving a widget would do, one sentence each. */
export function effectSentences(effect: WidgetEffect, plan: Plan): readonly string[] {
	const { members, assigned, without, hadOne, hadNone, uncounted, overage } = effect;
	if (members === 0)
		return ['Saving assigns no license: the queue has no members now. Whoever joins later counts then.'];
	if (plan === 'customer-engagement-bundle') return bundleSentences(effect);
	const counts = assigned + without + hadOne + hadNone;
	const said = [
		assigned > 0
			? `Saving assigns ${countText(assigned, 'license')}: ${named(effect.assignedNames, assigned)}.`
			: 'Saving assigns no license.'
	];
	if (hadOne > 0)
		said.push(
			hadOne === counts
				? `${hadOne === 1 ? 'The one member' : `All ${numberText(hadOne)} members`} already ${hadOne === 1 ? 'has' : 'have'} one.`
				: `${numberText(hadOne)} already ${hadOne === 1 ? 'has' : 'have'} one.`
		);
	if (without > 0) said.push(`No license is left for ${named(effect.withoutNames, without)}.`);
	if (hadNone > 0)
		said.push(`${numberText(hadNone)} already ${hadNone === 1 ? 'counts' : 'count'} without a license.`);
	if (overage.after > overage.before)
		said.push(`Overage rises from ${numberText(overage.before)} to ${numberText(overage.after)}.`);
	if (uncounted > 0) said.push(uncountedSentence(uncounted));
	return said;
}

function bundleSentences({ assigned, without, assignedNames, withoutNames, uncounted }: WidgetEffect) {
	const more = assigned + without;
	const names = [...assignedNames, ...withoutNames].slice(0, 5);
	return [
		more === 0
			? 'Nobody more counts as an agent. Live Reports is unlimited in this plan.'
			: `${countText(more, 'more person counts', 'more people count')}: ${named(names, more)}. Live Reports is unlimited in this plan, so no license is needed.`,
		...(uncounted > 0 ? [uncountedSentence(uncounted)] : [])
	];
}

const uncountedSentence = (count: number): string =>
	`${countText(count, 'member')} ${count === 1 ? 'is' : 'are'} not enabled and ${count === 1 ? 'takes' : 'take'} no seat (A-STATUS).`;

/** What licenses a queue's members hold: “3 Live Reports”, “1 Call Queues Booster”, “2 without a license”. */
export function licenseParts(queue: WatchedQueue, plan: Plan): readonly string[] {
	const { members, liveReports, booster, without, uncounted } = queue;
	if (members === 0) return ['no members now'];
	const none = `${numberText(uncounted)} without a seat`;
	if (plan === 'customer-engagement-bundle')
		return [
			...(members > uncounted ? [`${numberText(members - uncounted)} included in the plan`] : []),
			...(uncounted > 0 ? [none] : [])
		];
	return [
		...(liveReports > 0 ? [`${numberText(liveReports)} Live Reports`] : []),
		...(booster > 0 ? [`${numberText(booster)} Call Queues Booster`] : []),
		...(without > 0 ? [`${numberText(without)} without a license`] : []),
		...(uncounted > 0 ? [none] : [])
	];
}

/** Sharing with somebody who may not view: allowed, and to no avail until then; null where all may. */
export function unseenSentence(names: readonly string[]): string | null {
	if (names.length === 0) return null;
	const shown = names.slice(0, 5).map(inSentence);
	const more = names.length > 5 ? [countText(names.length - 5, 'other')] : [];
	const one = names.length === 1;
	const who = `${listText([...shown, ...more])} ${one ? 'has' : 'have'} no Live Reports permission`;
	return `${who}: sharing grants none, so they will see nothing until they get it by their role.`;
}

/** What opening a dashboard did. */
export const viewingSentence = (person: string | null): string =>
	person === null
		? 'You act as the Trainer, so looking records no viewing. To practice one, choose a person in “Acting as”.'
		: `Opening this page as ${inSentence(person)} records a viewing at the sandbox’s clock, at most one a minute.`;

export const PRACTICE_FIGURES = 'Practice figures: made up by the sandbox, the same for everybody.';

/** What stays of a dashboard that was deleted. */
export const deletedToast = (name: string): string =>
	`“${inSentence(name)}” deleted. What it watched until now can still count for 30 days.`;
