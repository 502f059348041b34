import { z } from './zod';

/** The largest amount or quantity: sums of many stay exact integers. */
export const LARGEST = 1_000_000_000;

/** An amount in integer minor units (cents). */
export const Minor = z.int().nonnegative().max(LARGEST);
export type Minor = z.infer<typeof Minor>;

/** ISO 4217, three capitals. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, { error: 'currency' });
export type Currency = z.infer<typeof Currency>;
