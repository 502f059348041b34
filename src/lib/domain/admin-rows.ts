import type { Id } from './id';
import type { Instant } from './instant';
import type { Permission } from './permission';
import type { Status } from './person';
import type { PersonChoice } from './rows';

/** A person as the Admin Portal lists one; everything that its form needs. */
export interface UserRow {
	readonly id: Id;
	readonly name: string;
	readonly extension: string;
	readonly email: string;
	readonly roleId: Id;
	readonly role: string;
	readonly costCenterId: Id;
	readonly costCenter: string;
	readonly status: Status;
	readonly booster: boolean;
}

export const USER_COLUMNS = [
	'name',
	'extension',
	'email',
	'status',
	'role',
	'costCenter',
	'booster'
] as const;
export type UserColumn = (typeof USER_COLUMNS)[number];

/** A role, predefined or custom, and how many people have it. */
export interface RoleRow {
	readonly id: Id;
	readonly name: string;
	readonly description: string;
	readonly basedOn: Id | null;
	readonly permissions: readonly Permission[];
	/** Not editable. */
	readonly isPredefined: boolean;
	/** New users get it. */
	readonly isDefault: boolean;
	readonly users: number;
}

/** A call queue as the Admin Portal lists one. */
export interface QueueRow {
	readonly id: Id;
	readonly name: string;
	readonly extension: string;
	/** People who are members at as-of. */
	readonly members: number;
	/** The names of its managers, in their order. */
	readonly managers: readonly string[];
	/** Some dashboard watches it at as-of (L3). */
	readonly isMonitored: boolean;
}

export const QUEUE_COLUMNS = ['name', 'extension', 'members', 'managers', 'monitored'] as const;
export type QueueColumn = (typeof QUEUE_COLUMNS)[number];

/** One queue with what its own page says. */
export interface QueueDetail extends QueueRow {
	readonly managerChoices: readonly PersonChoice[];
	/** Names of the dashboards that watch it at as-of, each once. */
	readonly dashboards: readonly string[];
	/** Of the members now, those who count as agents while it is monitored (A-STATUS). */
	readonly agents: number;
	/** Memberships of any time. */
	readonly memberships: number;
}

/** Where a membership stands at as-of. */
export const MEMBER_STATES = ['now', 'left', 'later', 'never'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/** One dated membership of a queue; somebody who came back has several. */
export interface MembershipRow {
	/** Its index in the queue's list of members. */
	readonly place: number;
	readonly personId: Id;
	readonly name: string;
	readonly extension: string;
	/** Null: has always been. */
	readonly from: Instant | null;
	/** Null: still is. */
	readonly to: Instant | null;
	readonly state: MemberState;
}

export const MEMBERSHIP_COLUMNS = ['name', 'extension', 'from', 'to', 'state'] as const;
export type MembershipColumn = (typeof MEMBERSHIP_COLUMNS)[number];

/** What the start page of the Admin Portal counts. */
export interface AdminCounts {
	readonly users: number;
	readonly enabled: number;
	readonly customRoles: number;
	readonly queues: number;
	readonly monitored: number;
}

/** Why a pasted person can't be added as it stands. */
export type PastedPersonProblem =
	| { readonly code: 'NO_NAME' }
	| { readonly code: 'NO_EXTENSION' }
	| { readonly code: 'EXTENSION_TAKEN'; readonly by: string }
	| { readonly code: 'EXTENSION_TWICE'; readonly line: number }
	| { readonly code: 'UNKNOWN_ROLE'; readonly text: string }
	| { readonly code: 'UNKNOWN_COST_CENTER'; readonly text: string };

/** A pasted row as it was understood. */
export interface PastedPerson {
	/** Its line in the pasted text, from 1. */
	readonly line: number;
	readonly text: string;
	readonly name: string;
	readonly extension: string;
	readonly email: string;
	/** The default role where the row names none. */
	readonly roleId: Id;
	readonly role: string;
	readonly costCenterId: Id;
	readonly costCenter: string;
	readonly problems: readonly PastedPersonProblem[];
}

/** Why a pasted line adds no member. */
export type PastedMemberProblem =
	| { readonly code: 'UNKNOWN' }
	| { readonly code: 'SEVERAL'; readonly people: number }
	| { readonly code: 'MEMBER' }
	| { readonly code: 'TWICE'; readonly line: number };

export interface PastedMember {
	readonly line: number;
	readonly text: string;
	readonly person: PersonChoice | null;
	readonly problem: PastedMemberProblem | null;
}
