import { ok } from '$lib/domain/result';
import { appendViewings } from '$lib/domain/viewing';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { daysLater } from './days-later';
import { routineViewings } from './routine-viewings';

/** Lets one day pass: the viewings of the routine that fall between now and this time tomorrow, then the clock. */
export const playDay = command({
	input: z.strictObject({}),
	apply: (scenario) => {
		const asOf = daysLater(scenario, 1);
		if (!asOf.ok) return asOf;
		const viewings = appendViewings(scenario.viewings, routineViewings(scenario, asOf.value));
		return ok({ ...scenario, asOf: asOf.value, viewings });
	}
});
