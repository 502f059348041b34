import type { Seconds } from '$lib/domain/instant';
import type { Scenario } from '$lib/domain/scenario';
import type { ReportWindow } from '$lib/domain/snapshot';
import type { Index } from '../columnar';
import { windowAt } from './window';

/** What every rule needs to know: the window (L1), the time that it covers, and the assumptions in force. */
export interface Moment {
	readonly window: ReportWindow;
	readonly asOf: Seconds;
	/** The window as a half-open interval: instants are whole seconds, so as-of itself is the last one in it. */
	readonly start: Seconds;
	readonly end: Seconds;
	/** A-LEAVER `at-end`: only what holds at as-of counts. */
	readonly atEnd: boolean;
	/** A-OPEN `yes`: opening Live Reports without a dashboard is a viewing. */
	readonly openCounts: boolean;
	/** A-DUAL `two`: somebody who both views and is an agent takes two seats. */
	readonly twoSeats: boolean;
	/** A-ADMIN `when-viewed`: a Super Admin's permission counts only with a viewing in the window. */
	readonly adminsWhenViewed: boolean;
	/** By person: 1 where the person's status lets them count (A-STATUS). */
	readonly counts: Uint8Array;
}

export function momentOf(index: Index, scenario: Scenario): Moment {
	const { asOf, account, assumptions } = scenario;
	const window = windowAt(asOf, account.timeZone);
	return {
		window,
		asOf: window.endsAt,
		start: window.startsAt,
		end: window.endsAt + 1,
		atEnd: assumptions['A-LEAVER'] === 'at-end',
		openCounts: assumptions['A-OPEN'] === 'yes',
		twoSeats: assumptions['A-DUAL'] === 'two',
		adminsWhenViewed: assumptions['A-ADMIN'] === 'when-viewed',
		counts:
			assumptions['A-STATUS'] === 'all'
				? new Uint8Array(index.people.enabled.length).fill(1)
				: index.people.enabled
	};
}

/** L2: whether `[from, to)` meets `[lo, hi)`, an interval already cut to the window. */
export const overlaps = (from: Seconds, to: Seconds, lo: Seconds, hi: Seconds): boolean =>
	(from > lo ? from : lo) < (to < hi ? to : hi);
