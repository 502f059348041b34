import { z } from './zod';

/** An id is any text of 1 to 200 characters; ids of one collection are unique within it. */
export const Id = z.string().min(1).max(200);
export type Id = z.infer<typeof Id>;
