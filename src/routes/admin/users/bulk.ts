import { type CostCenter } from '$lib/domain/account';
import { type RoleRow } from '$lib/domain/admin-rows';
import { type Status, STATUSES } from '$lib/domain/person';
import { BOOSTER_CHOICES, type BULK_LABELS, STATUS_NAMES } from '$lib/text/admin';
import { type NotDoneReason } from '$lib/text/refusals';
import { type Dispatch } from '$lib/components/dispatch';
import { centerOptions, roleOptions } from './user-draft';

/** What can be set for many people at once. */
export type BulkKind = keyof typeof BULK_LABELS;

/** The values to choose from. */
export function bulkOptions(kind: BulkKind, roles: readonly RoleRow[], centers: readonly CostCenter[]) {
	switch (kind) {
		case 'role':
			return roleOptions(roles);
		case 'costCenter':
			return centerOptions(centers);
		case 'status':
			return STATUSES.map((value) => ({ value, label: STATUS_NAMES[value] }));
		case 'booster':
			return BOOSTER_CHOICES;
	}
}

/** Sets one value for many people, in one command. Answers why not, or null. */
export function setForMany(
	dispatch: Dispatch,
	kind: BulkKind,
	ids: readonly string[],
	value: string
): Promise<NotDoneReason | null> {
	const personIds = [...ids];
	switch (kind) {
		case 'role':
			return dispatch('setRole', { personIds, roleId: value });
		case 'costCenter':
			return dispatch('setCostCenter', { personIds, costCenterId: value });
		case 'status':
			return dispatch('setStatus', { personIds, status: value as Status });
		case 'booster':
			return dispatch('setBooster', { personIds, booster: value === 'yes' });
	}
}
