import { z } from './zod';

/** True for an IANA zone that this platform knows; bare offsets are not zones. */
export function isTimeZone(name: string): boolean {
	if (!/^[A-Za-z]/.test(name)) return false;
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false; // Intl's only way to say that it does not know a zone
	}
}

export const TimeZone = z.string().refine(isTimeZone, { error: 'time-zone' });
export type TimeZone = z.infer<typeof TimeZone>;
