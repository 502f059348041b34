import {
	type AdminCounts,
	type MemberState,
	type PastedMemberProblem,
	type PastedPersonProblem,
	type QueueDetail
} from '$lib/domain/admin-rows';
import { type Assumptions } from '$lib/domain/assumption';
import { type Instant, toInstant } from '$lib/domain/instant';
import { type Permission } from '$lib/domain/permission';
import { type Status } from '$lib/domain/person';
import { PREDEFINED_ROLES } from '$lib/domain/role';
import { Temporal } from '$lib/domain/temporal';
import { countText, isolated, listText, momentText, nameText, numberText } from './format';

/** The parts of the Admin Portal, in the order of its navigation. */
export const ADMIN_PARTS = ['overview', 'users', 'roles', 'queues', 'analytics'] as const;
export type AdminPart = (typeof ADMIN_PARTS)[number];

export const ADMIN_PART_NAMES: Readonly<Record<AdminPart, string>> = {
	overview: 'Overview',
	users: 'Users',
	roles: 'Roles',
	queues: 'Call queues',
	analytics: 'Analytics & Logs'
};

export const ADMIN_PART_TEXT: Readonly<Record<Exclude<AdminPart, 'overview'>, string>> = {
	users: 'People with their extension, role, cost center and status. Add one, or paste many.',
	roles: 'What each role may do, and who has it. Live Reports access comes with a role.',
	queues: 'Queues, their managers and their members, with the dates of every membership.',
	analytics: 'Leads to the Analytics Portal, where Live Reports is.'
};

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
	enabled: 'Enabled',
	disabled: 'Disabled',
	'not-activated': 'Not Activated'
};

/** The categories of the permission editor, each with its permissions in their order. */
export const PERMISSION_CATEGORIES: readonly {
	readonly name: string;
	readonly permissions: readonly Permission[];
}[] = [
	{ name: 'Analytics', permissions: ['live-reports.full', 'live-reports.view'] },
	{
		name: 'Billing',
		permissions: ['billing.purchase', 'billing.live-reports-license', 'billing.cost-centers']
	},
	{ name: 'User Management', permissions: ['users.manage', 'users.roles'] },
	{ name: 'Phone System', permissions: ['queues.manage'] }
];

export const PERMISSION_LABELS: Readonly<Record<Permission, string>> = {
	'live-reports.full': 'Live Reports - Full Access',
	'live-reports.view': 'Live Reports - View Only',
	'billing.purchase': 'Purchase Licenses and Devices',
	'billing.live-reports-license': 'Live Reports License',
	'billing.cost-centers': 'Cost centers',
	'users.manage': 'Users',
	'users.roles': 'Roles',
	'queues.manage': 'Call queues'
};

export const PERMISSION_HINTS: Readonly<Record<Permission, string>> = {
	'live-reports.full': 'Create, edit and delete dashboards. Whoever has it needs a license.',
	'live-reports.view': 'View dashboards that others share. Whoever has it needs a license.',
	'billing.purchase': 'Buy licenses in the Billing Portal.',
	'billing.live-reports-license': 'Concerns the license in Billing.',
	'billing.cost-centers': 'Add and change cost centers.',
	'users.manage': 'Add, change and remove users.',
	'users.roles': 'Create roles, and change who has which.',
	'queues.manage': 'Add and change call queues, their managers and members.'
};

/** A known mix-up: a permission of Billing reads as if it opened dashboards. */
export const BILLING_TRAP =
	'Billing › “Live Reports License” gives no access to dashboards. For that, tick Analytics › “Live Reports - Full Access” or “Live Reports - View Only”.';

/** What a role may do, in the order of the editor: “Live Reports - View Only and Users”. */
export function permissionsText(permissions: readonly Permission[]): string {
	const names = PERMISSION_CATEGORIES.flatMap((category) => category.permissions)
		.filter((permission) => permissions.includes(permission))
		.map((permission) => PERMISSION_LABELS[permission]);
	return names.length === 0 ? 'None of those practiced here' : listText(names);
}

export const ROLE_STEPS = [
	{ label: 'Select Role' },
	{ label: 'Describe Role' },
	{ label: 'Permissions' },
	{ label: 'Create Role' },
	{ label: 'Assign or Later' }
] as const;

export const PREDEFINED_NOTE =
	'A predefined role: it can be assigned, not edited. To change what it grants, make a new role that starts from it.';

export const DEFAULT_NOTE = 'The default affects new users only: whoever has a role already keeps it.';

export const MEMBER_STATE_NAMES: Readonly<Record<MemberState, string>> = {
	now: 'Member now',
	left: 'Left',
	later: 'Joins later',
	never: 'No time at all'
};

/** Whether a queue is monitored now, by what, and what follows (L3, L4). */
export function monitoredSentence({ isMonitored, dashboards, members, agents }: QueueDetail): string {
	if (!isMonitored) return 'It is on no dashboard now, so its members are no agents now.';
	const named = dashboards.slice(0, 5).map((name) => `“${shortIsolated(name)}”`);
	const others = dashboards.length > 5 ? [countText(dashboards.length - 5, 'other dashboard')] : [];
	const on = `On ${listText([...named, ...others])}.`;
	if (agents < members)
		return `${on} ${numberText(agents)} of its ${countText(members, 'member')} ${agents === 1 ? 'counts as an agent' : 'count as agents'}: who is not enabled takes no seat (A-STATUS).`;
	return `${on} ${members === 1 ? 'Its member counts as an agent' : `Its ${countText(members, 'member')} count as agents`}.`;
}

export function pastedPersonProblem(problem: PastedPersonProblem): string {
	switch (problem.code) {
		case 'NO_NAME':
			return 'The name is missing.';
		case 'NO_EXTENSION':
			return 'The extension is missing.';
		case 'EXTENSION_TAKEN':
			return `The extension belongs to “${shortIsolated(problem.by)}”.`;
		case 'EXTENSION_TWICE':
			return `The extension stands in line ${problem.line} too.`;
		case 'UNKNOWN_ROLE':
			return `There is no role “${shortIsolated(problem.text)}”.`;
		case 'UNKNOWN_COST_CENTER':
			return `There is no cost center “${shortIsolated(problem.text)}”.`;
	}
}

export function pastedMemberProblem(problem: PastedMemberProblem): string {
	switch (problem.code) {
		case 'UNKNOWN':
			return 'No user has this name or extension.';
		case 'SEVERAL':
			return `${countText(problem.people, 'user')} have this name. Give the extension.`;
		case 'MEMBER':
			return 'Is a member already.';
		case 'TWICE':
			return `Stands in line ${problem.line} too.`;
	}
}

/** “12 of 14 rows can be added.” */
export function pastedSentence(good: number, all: number): string {
	if (all === 0) return 'Paste rows above to see what they mean.';
	if (good === all) return all === 1 ? 'The row can be added.' : `All ${countText(all, 'row')} can be added.`;
	const left = countText(all - good, 'row has', 'rows have');
	return `${left} a problem and ${all - good === 1 ? 'is' : 'are'} left out; ${countText(good, 'row')} can be added.`;
}

/**
 * What a field of a date and time means: null where it is empty, undefined where it holds no such date.
 * Left as it was `shown`, it means the instant that it was: a field shows no seconds, and no time twice.
 */
export const typedInstant = (
	local: string,
	shown: string,
	was: Instant | null,
	zone: string
): Instant | null | undefined => (local === shown ? was : local === '' ? null : instantIn(local, zone));

function instantIn(local: string, zone: string): Instant | undefined {
	try {
		const zoned = Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toZonedDateTime(zone);
		return toInstant(Math.floor(zoned.epochMilliseconds / 1000));
	} catch {
		return undefined; // Temporal's way to say that no such date exists
	}
}

/** A name where there is little room: in titles and on buttons. */
export const shortName = (name: string): string => nameText(name).slice(0, 100);

/** The same within a sentence. */
export const shortIsolated = (name: string): string => isolated(shortName(name));

/** A placeholder for somebody who is yet to be hired for a queue. */
export const hiredName = (place: number, queue: string): string =>
	`Person to hire ${place} (${shortName(queue)})`;

/** What the start page says of each part: “14 users, 13 of them enabled”. */
export const adminFacts = (counts: AdminCounts): Readonly<Record<'users' | 'roles' | 'queues', string>> => ({
	users:
		counts.users === 0
			? 'No user yet'
			: `${countText(counts.users, 'user')}, ${numberText(counts.enabled)} of them enabled`,
	roles: `${numberText(PREDEFINED_ROLES.length)} predefined, ${numberText(counts.customRoles)} custom`,
	queues:
		counts.queues === 0
			? 'No call queue yet'
			: `${countText(counts.queues, 'call queue')}, ${numberText(counts.monitored)} monitored now`
});

/** What can be set for many users at once. */
export const BULK_LABELS = {
	role: 'Role',
	costCenter: 'Cost center',
	status: 'Status',
	booster: 'Booster mark'
} as const;

export const BOOSTER_CHOICES = [
	{ value: 'yes', label: 'Holds a Call Queues Booster' },
	{ value: 'no', label: 'No Booster' }
] as const;

/** What removing people means, before it is done. */
export const removeTitle = (count: number, name: string | null): string =>
	`Remove ${name === null ? countText(count, 'user') : shortIsolated(name)}`;

export const removeSentence = (count: number): string =>
	`${count === 1 ? 'The user leaves' : `The ${countText(count, 'user')} leave`} every call queue, with the whole history of memberships and viewings. To keep the history, disable instead. Undo brings ${count === 1 ? 'the user' : 'them'} back.`;

/** Why people who own dashboards can't simply be removed. */
export const ownersSentence = (people: number, dashboards: number): string =>
	`${countText(people, 'user owns', 'users own')} ${countText(dashboards, 'dashboard')}. Choose what happens to ${dashboards === 1 ? 'it' : 'them'}.`;

export const PASTE_PEOPLE_HINT =
	'One user a line: name, extension, email, role, cost center, separated by tabs (as copied from a spreadsheet) or commas. The last three may be missing.';

export const PASTE_MEMBERS_HINT = 'One member a line: a name or an extension.';

/** When a membership began; null: no beginning is known. */
export const beginText = (from: Instant | null, zone: string): string =>
	from === null ? 'always' : momentText(from, zone);

/** When a membership ended; null: it lasts. */
export const endText = (to: Instant | null, zone: string): string =>
	to === null ? 'still' : momentText(to, zone);

/** Why a role can't be removed now, or false. */
export const roleInUse = (users: number): string | false =>
	users > 0 && `${countText(users, 'user has', 'users have')} it. Give them another role first.`;

/** What a membership that ended still counts for, by the assumption in force. */
export const leaverSentence = (assumptions: Assumptions): string =>
	assumptions['A-LEAVER'] === 'any-time'
		? 'One that ended still counts while it touches the 30 days (A-LEAVER).'
		: 'One that ended counts no longer (A-LEAVER).';
