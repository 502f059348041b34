import { type StoreFault } from '$lib/domain/fault';
import { type Refusal } from '$lib/domain/refusal';
import { faultLine } from './faults';
import { countText, listText, nameText } from './format';

/** Why a command was refused, and what to do: one or two plain sentences. */
export function refusalSentence(refusal: Refusal): string {
	switch (refusal.code) {
		case 'UNKNOWN_COMMAND':
			return `This version does not know the change “${refusal.name}”. Reload to get the newest version.`;
		case 'INVALID_INPUT':
			return invalid(refusal.path, refusal.problem);
		case 'EMPTY_NAME':
			return 'Enter a name: it can’t be empty.';
		case 'UNKNOWN_PERSON':
			return 'This person is no longer in the scenario. Look again and choose another.';
		case 'UNKNOWN_ROLE':
			return 'This role is no longer in the scenario. Look again and choose another.';
		case 'UNKNOWN_COST_CENTER':
			return 'This cost center is no longer in the account. Look again and choose another.';
		case 'ROOT_STAYS':
			return 'Root is the account’s top cost center: it can’t be removed or put under another.';
		case 'COST_CENTER_CYCLE':
			return `“${nameText(refusal.name)}” can’t be put under itself or under one of its own sub-centers. Choose another parent.`;
		case 'COST_CENTER_IN_USE':
			return `“${nameText(refusal.name)}” is in use by ${users(refusal)}. Move them first, then remove it.`;
		case 'DOUBLE_ID':
			return 'This was already added. Look again.';
		case 'OUT_OF_RANGE':
			return 'The clock can stand between the years 1971 and 9998. Choose a date in between.';
	}
}

function invalid(path: string, problem: string): string {
	if (problem === 'time-zone') return 'This browser does not know that time zone. Choose one from the list.';
	if (problem === 'currency') return 'Write a currency as three capital letters, such as USD or EUR.';
	if (path === 'local') return 'Choose a whole date and time.';
	return `This value is not possible${path === '' ? '' : ` (${path})`}. Correct it and try again.`;
}

const users = (use: { people: number; orders: number; children: number }): string =>
	listText(
		[
			use.people > 0 ? countText(use.people, 'person', 'people') : '',
			use.orders > 0 ? countText(use.orders, 'order') : '',
			use.children > 0 ? countText(use.children, 'sub-center') : ''
		].filter(Boolean)
	);

/** Why something asked for was not done. */
export type NotDoneReason =
	Refusal | StoreFault | { readonly code: 'CONFLICT' } | { readonly code: 'NOTHING_LEFT' };

/** A refusal, another tab's change, or a fault of the environment: what happened and what to do. */
export function notDoneSentence(reason: NotDoneReason): string {
	if ('detail' in reason) return faultLine(reason);
	if (reason.code === 'CONFLICT')
		return 'This scenario was changed in another tab. Nothing was done here: look again and repeat.';
	if (reason.code === 'NOTHING_LEFT') return 'There is nothing left to undo or redo.';
	return refusalSentence(reason);
}
