import { Id } from './id';
import { z } from './zod';

export const STATUSES = ['enabled', 'disabled', 'not-activated'] as const;
export const Status = z.enum(STATUSES);
export type Status = z.infer<typeof Status>;

/** A user extension. One role a person; no `costCenterId` means Root; no `status` means enabled. */
export const Person = z.strictObject({
	id: Id,
	name: z.string(),
	/** Text, never a number: "0101" is not "101". */
	extension: z.string(),
	email: z.string().optional(),
	roleId: Id,
	costCenterId: Id.optional(),
	status: Status.optional(),
	/** Marked as holding a Call Queues Booster (L11). */
	booster: z.boolean().optional()
});
export type Person = z.infer<typeof Person>;
