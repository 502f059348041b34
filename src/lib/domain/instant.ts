import { z } from './zod';

const SHAPE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** True for `2026-11-24T14:00:00Z`: UTC, to the second, a day that exists. */
export const isInstant = (text: string): boolean =>
	SHAPE.test(text) && new Date(Date.parse(text)).toISOString() === text.replace('Z', '.000Z');

/** An instant: ISO 8601, UTC, to the second (SPEC §2). Instants compare as text. */
export const Instant = z.string().refine(isInstant, { error: 'instant' });
export type Instant = z.infer<typeof Instant>;

/** Seconds since 1970-01-01T00:00:00Z: the engine's unit of time. */
export type Seconds = number;

export const toSeconds = (instant: Instant): Seconds => Date.parse(instant) / 1000;

/** The instant of whole `seconds`; years 0000 to 9999. */
export const toInstant = (seconds: Seconds): Instant =>
	new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** A dated fact: half-open `[from, to)`. No `from`: always has been. No `to`: still is. */
export interface Dated {
	readonly from?: Instant | undefined;
	readonly to?: Instant | undefined;
}

/** Whether a dated fact holds at a moment: half-open, instants compare as text. */
export const holdsAt = ({ from, to }: Dated, at: Instant): boolean =>
	(from === undefined || from <= at) && (to === undefined || to > at);
