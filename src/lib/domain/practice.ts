import { Id } from './id';
import { z } from './zod';

/** Who views what how often, for playing days: in every run of `everyDays` days once, on a day the seed picks. */
export const Routine = z.strictObject({
	seed: z.int(),
	viewers: z.array(
		z.strictObject({
			personId: Id,
			/** Null: opens Live Reports only. */
			dashboardId: Id.nullable(),
			everyDays: z.int().min(1).max(30)
		})
	)
});
export type Routine = z.infer<typeof Routine>;

/** What belongs to practicing and not to the organization; each key is there only once it was used. */
export const Practice = z.strictObject({
	/** The role that new users get, where it is not the predefined one. */
	defaultRoleId: Id.optional(),
	/** Who has Analytics on the app's main bar; null: the Trainer. */
	pinned: z.array(Id.nullable()).optional(),
	routine: Routine.optional()
});
export type Practice = z.infer<typeof Practice>;
