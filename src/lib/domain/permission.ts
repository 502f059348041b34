import { z } from './zod';

export const PERMISSIONS = [
	'live-reports.full',
	'live-reports.view',
	'billing.purchase',
	'billing.live-reports-license',
	'billing.cost-centers',
	'users.manage',
	'users.roles',
	'queues.manage'
] as const;

export const Permission = z.enum(PERMISSIONS);
export type Permission = z.infer<typeof Permission>;
