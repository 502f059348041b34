import { z } from './zod';

/** An amount in integer minor units (cents). */
export const Minor = z.int().nonnegative();
export type Minor = z.infer<typeof Minor>;

/** ISO 4217, three capitals. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, { error: 'currency' });
export type Currency = z.infer<typeof Currency>;
