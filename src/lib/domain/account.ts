import { Id } from './id';
import { Currency, Minor } from './money';
import { TimeZone } from './time-zone';
import { z } from './zod';

export const ROOT = 'root';

export const CostCenter = z.strictObject({
	id: Id,
	name: z.string(),
	code: z.string().optional(),
	parentId: Id.nullable().optional()
});
export type CostCenter = z.infer<typeof CostCenter>;

/** `customer-engagement-bundle` (CEB) has unlimited Live Reports (L10). */
export const PLANS = ['standard', 'customer-engagement-bundle'] as const;
export const Plan = z.enum(PLANS);
export type Plan = z.infer<typeof Plan>;

/** Per seat and month, in minor units; null: not known. None is ever invented. */
export const Prices = z.strictObject({
	liveReports: Minor.nullable(),
	callQueuesBooster: Minor.nullable(),
	customerEngagementBundle: Minor.nullable()
});
export type Prices = z.infer<typeof Prices>;

export const Account = z.strictObject({
	name: z.string(),
	plan: Plan,
	timeZone: TimeZone,
	currency: Currency,
	prices: Prices,
	costCenters: z.array(CostCenter)
});
export type Account = z.infer<typeof Account>;
