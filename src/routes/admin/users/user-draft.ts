import { type CostCenter, ROOT } from '$lib/domain/account';
import { type RoleRow, type UserRow } from '$lib/domain/admin-rows';
import { type Person, type Status } from '$lib/domain/person';
import { DEFAULT_ROLE } from '$lib/domain/role';
import { shortName } from '$lib/text/admin';
import { type NotDoneReason } from '$lib/text/refusals';
import { branchesOf } from '$lib/components/cost-center-tree';

/** What the form for one person holds. */
export interface UserDraft {
	name: string;
	extension: string;
	email: string;
	roleId: string;
	costCenterId: string;
	status: Status;
	booster: boolean;
}

/** The form as it opens: what is known of a person, or what new users get. */
export function draftOf(row: UserRow | null, roles: readonly RoleRow[]): UserDraft {
	if (row === null)
		return {
			name: '',
			extension: '',
			email: '',
			roleId: roles.find((role) => role.isDefault)?.id ?? DEFAULT_ROLE,
			costCenterId: ROOT,
			status: 'enabled',
			booster: false
		};
	const { name, extension, email, roleId, costCenterId, status, booster } = row;
	return { name, extension, email, roleId, costCenterId, status, booster };
}

/** The person that the form describes; what is as it is by default is left out, as files leave it out. */
export const personOf = (id: string, draft: UserDraft): Person => ({
	id,
	name: draft.name.trim(),
	extension: draft.extension.trim(),
	...(draft.email.trim() !== '' && { email: draft.email.trim() }),
	roleId: draft.roleId,
	...(draft.costCenterId !== ROOT && { costCenterId: draft.costCenterId }),
	...(draft.status !== 'enabled' && { status: draft.status }),
	...(draft.booster && { booster: true })
});

type Field = keyof UserDraft | 'form';

const FIELDS: Partial<Record<NotDoneReason['code'], Field>> = {
	DOUBLE_EXTENSION: 'extension',
	UNKNOWN_ROLE: 'roleId',
	LAST_SUPER_ADMIN: 'roleId',
	UNKNOWN_COST_CENTER: 'costCenterId'
};

/** The field that a refusal belongs beside. */
export function fieldOf(reason: NotDoneReason): Field {
	if (reason.code === 'EMPTY_NAME') return reason.path.endsWith('extension') ? 'extension' : 'name';
	if (reason.code === 'FORBIDDEN') return reason.permission === 'users.roles' ? 'roleId' : 'form';
	return FIELDS[reason.code] ?? 'form';
}

interface Option {
	readonly value: string;
	readonly label: string;
}

/** The roles as a list to choose from. */
export const roleOptions = (roles: readonly RoleRow[]): readonly Option[] =>
	roles.map((role) => ({ value: role.id, label: shortName(role.name) }));

/** The cost centers as a list to choose from, each indented under its parent. */
export const centerOptions = (centers: readonly CostCenter[]): readonly Option[] =>
	branchesOf(centers).map(({ center, depth }) => ({
		value: center.id,
		label: `${'\u2003'.repeat(Math.min(depth, 8))}${shortName(center.name)}`
	}));
