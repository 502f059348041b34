import type { Usage } from '$lib/domain/forecast';
import type { Scenario } from '$lib/domain/scenario';
import type { Index } from './columnar';
import { dayCounts } from './day-counts';
import { partsByDay } from './parts-by-day';
import { daysBack } from './report-days';

/** I3's picture "active per day": each day of the window as a report of that day counts it. */
export function usage(index: Index, scenario: Scenario): Usage {
	const { plan, timeZone } = scenario.account;
	const days = daysBack(scenario.asOf, timeZone);
	return { plan, timeZone, days: dayCounts(scenario, days, partsByDay(index, scenario, days)) };
}
