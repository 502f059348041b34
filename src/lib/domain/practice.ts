import { Id } from './id';
import { MOST_WHAT_IFS, WhatIf } from './what-if';
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

/** What "Fit within" never stops and the reclaim list never counts on (I5, I7). Ids of what is gone exempt nothing. */
export const Exempt = z.strictObject({
	people: z.array(Id),
	queues: z.array(Id),
	dashboards: z.array(Id)
});
export type Exempt = z.infer<typeof Exempt>;

/** What belongs to practicing and not to the organization; each key is there only once it was used. */
export const Practice = z.strictObject({
	/** The role that new users get, where it is not the predefined one. */
	defaultRoleId: Id.optional(),
	/** Who has Analytics on the app's main bar; null: the Trainer. */
	pinned: z.array(Id.nullable()).optional(),
	routine: Routine.optional(),
	/** What-ifs as they are drafted (I1, I3). */
	whatIfs: z.array(WhatIf).max(MOST_WHAT_IFS).optional(),
	exempt: Exempt.optional()
});
export type Practice = z.infer<typeof Practice>;
