import { type StoreFault } from '$lib/domain/fault';
import { type Refusal } from '$lib/domain/refusal';
import { MOST_LICENSES } from '$lib/domain/cart';
import { grantSentence } from './access';
import { PERMISSION_LABELS } from './admin';
import { faultLine } from './faults';
import { countText, isolated, listText, nameText, numberText } from './format';

/** Why a command was refused, and what to do: one or two plain sentences. */
export function refusalSentence(refusal: Refusal): string {
	switch (refusal.code) {
		case 'UNKNOWN_COMMAND':
			return `This version does not know the change “${refusal.name}”. Reload to get the newest version.`;
		case 'INVALID_INPUT':
			return invalid(refusal.path, refusal.problem);
		case 'EMPTY_NAME':
			return refusal.path.endsWith('extension')
				? 'Enter an extension: it can’t be empty.'
				: 'Enter a name: it can’t be empty.';
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
			return `“${nameText(refusal.name)}” is in use by ${users(refusal)}. ${refusal.orders > 0 ? 'An order keeps its cost center, so it can’t be removed.' : 'Move them first, then remove it.'}`;
		case 'DOUBLE_ID':
			return 'This was already added. Look again.';
		case 'OUT_OF_RANGE':
			return 'The clock can stand between the years 1971 and 9998. Choose a date in between.';
		case 'FORBIDDEN':
			return forbiddenSentence(refusal);
		case 'UNKNOWN_QUEUE':
			return 'This call queue is no longer in the scenario. Look again and choose another.';
		case 'UNKNOWN_DASHBOARD':
			return 'This dashboard is no longer in the scenario. Look again and choose another.';
		case 'UNKNOWN_WIDGET':
			return 'This widget is no longer on the dashboard. Look again and choose another.';
		case 'UNKNOWN_MEMBERSHIP':
			return 'This membership is no longer in the queue. Look again and choose another.';
		case 'DOUBLE_EXTENSION':
			return `Extension ${quoted(refusal.extension)} belongs to ${quoted(refusal.name)}. Enter another.`;
		case 'LAST_SUPER_ADMIN':
			return 'At least one enabled person must stay Super Admin. Give somebody else that role first.';
		case 'OWNS_DASHBOARDS':
			return `Choose who gets their dashboards, or delete them: ${ownersText(refusal)}.`;
		case 'PREDEFINED_ROLE':
			return `${quoted(refusal.name)} is a predefined role: it can’t be edited or removed. Create a role based on it instead.`;
		case 'ROLE_IN_USE':
			return `${quoted(refusal.name)} is the role of ${countText(refusal.people, 'person', 'people')}. Give them another role, then remove it.`;
		case 'QUEUE_IN_USE':
			return `${quoted(refusal.name)} is watched by ${countText(refusal.widgets, 'widget')}. Take the queue off the dashboards in Live Reports, then remove it.`;
		case 'ALREADY_MEMBER':
			return refusal.people === 1
				? `${quoted(refusal.name)} is a member of this queue already. Choose somebody else.`
				: `${quoted(refusal.name)} and ${countText(refusal.people - 1, 'other')} are members of this queue already. Choose somebody else.`;
		case 'TO_BEFORE_FROM':
			return 'The end lies before the beginning. Choose a later end or an earlier beginning.';
		case 'DASHBOARD_GONE':
			return `${quoted(refusal.name)} does not exist at this moment of the sandbox: it was deleted, or is created later. Choose another dashboard.`;
		case 'NOT_SHARED':
			return `${quoted(refusal.name)} is not shared with you. Ask its owner, or somebody with Live Reports - Full Access, to share it.`;
		case 'UNKNOWN_WHAT_IF':
			return 'This what-if is no longer on the list. Look again and choose another.';
		case 'EMPTY_ORDER':
			return 'There is nothing in this order. Add licenses to the cart first.';
		case 'QUANTITY_OUT_OF_RANGE':
			return `A line of an order can have 1 to ${numberText(MOST_LICENSES)} licenses, not ${numberText(refusal.quantity)}. Change the quantity.`;
	}
}

function invalid(path: string, problem: string): string {
	if (problem === 'time-zone') return 'This browser does not know that time zone. Choose one from the list.';
	if (problem === 'currency') return 'Write a currency as three capital letters, such as USD or EUR.';
	if (path === 'local') return 'Choose a whole date and time.';
	return `This value is not possible${path === '' ? '' : ` (${path})`}. Correct it and try again.`;
}

/** A name within a sentence: short, never nothing, and unable to turn the words around it. */
function quoted(name: string): string {
	const letters = [...nameText(name)];
	return `“${isolated(letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join(''))}”`;
}
const LONGEST = 60;
/** How many roles a sentence names. */
const NAMED = 4;

function forbiddenSentence({ permission, roles, grantors }: Forbidden): string {
	const named = roles.slice(0, NAMED).map(quoted);
	const more = roles.length > NAMED ? [countText(roles.length - NAMED, 'more role')] : [];
	const have = roles.length === 1 ? 'Only the role' : 'The roles';
	return [
		`This needs the permission “${PERMISSION_LABELS[permission]}”.`,
		`${have} ${listText([...named, ...more])} ${roles.length === 1 ? 'has' : 'have'} it.`,
		grantSentence(grantors)
	].join(' ');
}
type Forbidden = Extract<Refusal, { code: 'FORBIDDEN' }>;

const ownersText = ({ people, dashboards }: { people: number; dashboards: number }): string =>
	`${countText(people, 'person owns', 'people own')} ${countText(dashboards, 'dashboard')}`;

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
		return 'This was changed in another tab. Nothing was done here: look again, and repeat it if you still want it.';
	if (reason.code === 'NOTHING_LEFT') return 'There is nothing left to undo or redo.';
	return refusalSentence(reason);
}
