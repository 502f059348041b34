import { Id } from './id';
import { z } from './zod';

/** How many what-ifs stand beside today (I3), and how many changes one can have. */
export const MOST_WHAT_IFS = 4;
export const MOST_CHANGES = 50;
/** How many characters the input of one change can have: what names more people than fit is several changes. */
export const MOST_INPUT = 2_000_000;

/** One change of a what-if: a command as it would be dispatched (I1), its input as JSON text. */
export const WhatIfChange = z.strictObject({
	id: Id,
	command: z.string().max(100),
	input: z.string().max(MOST_INPUT)
});
export type WhatIfChange = z.infer<typeof WhatIfChange>;

/** The scenario plus a list of commands, in their order; nothing changes until it is applied (I1). */
export const WhatIf = z.strictObject({
	id: Id,
	name: z.string().max(200),
	changes: z.array(WhatIfChange).max(MOST_CHANGES)
});
export type WhatIf = z.infer<typeof WhatIf>;
