import { toSeconds, type Seconds } from './instant';

const FIRST = toSeconds('1971-01-01T00:00:00Z');
const LAST = toSeconds('9998-12-31T23:59:59Z');

/** Whether the clock may stand here: the report's 30 days and any zone's offset fit around it. */
export const inRange = (seconds: Seconds): boolean => seconds >= FIRST && seconds <= LAST;
