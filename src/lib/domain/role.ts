import { Id } from './id';
import { type Permission, PERMISSIONS, Permission as PermissionSchema } from './permission';
import { z } from './zod';

/** A custom role. `permissions` is the whole set; `basedOn` only says where it started. */
export const Role = z.strictObject({
	id: Id,
	name: z.string(),
	description: z.string().optional(),
	basedOn: Id.optional(),
	permissions: z.array(PermissionSchema)
});
export type Role = z.infer<typeof Role>;

export const SUPER_ADMIN = 'super-admin';
/** New users get this role unless another is set as default. */
export const DEFAULT_ROLE = 'standard-international';

const BILLING: readonly Permission[] = [
	'billing.purchase',
	'billing.live-reports-license',
	'billing.cost-centers'
];

/** The seven predefined roles: not editable (SPEC §4). */
export const PREDEFINED_ROLES: readonly Role[] = [
	{ id: SUPER_ADMIN, name: 'Super Admin', permissions: [...PERMISSIONS] },
	{
		id: 'phone-system-admin',
		name: 'Phone System Admin',
		permissions: ['users.manage', 'users.roles', 'queues.manage']
	},
	{ id: 'billing-admin', name: 'Billing Admin', permissions: [...BILLING] },
	{ id: 'user-admin', name: 'User Admin', permissions: ['users.manage'] },
	{ id: 'manager', name: 'Manager', permissions: [] },
	{ id: DEFAULT_ROLE, name: 'Standard (International)', permissions: [] },
	{ id: 'standard', name: 'Standard', permissions: [] }
];

const predefined = new Map(PREDEFINED_ROLES.map((role) => [role.id, role]));

/** The role with this id, predefined or custom; undefined when there is none. */
export const roleById = (custom: readonly Role[], id: Id): Role | undefined =>
	predefined.get(id) ?? custom.find((role) => role.id === id);

/** Whether a role holds a permission; Full Access implies View Only. */
export const holds = (role: Pick<Role, 'permissions'>, permission: Permission): boolean =>
	role.permissions.includes(permission) ||
	(permission === 'live-reports.view' && role.permissions.includes('live-reports.full'));

/** Every role that can be given: the predefined ones, then the custom ones. */
export const allRoles = (custom: readonly Role[]): readonly Role[] => [...PREDEFINED_ROLES, ...custom];

export const isPredefinedRole = (id: Id): boolean => predefined.has(id);
