import { Routine } from '$lib/domain/practice';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { unknownPerson } from './people';
import { withPractice } from './practice';
import { sameValues } from './same-values';

/** Sets who views what how often when days are played. */
export const setRoutine = command({
	input: z.strictObject({ routine: Routine }),
	apply: (scenario, { routine }) => {
		const unknown = unknownPerson(
			scenario,
			routine.viewers.map(({ personId }) => personId)
		);
		if (unknown) return failed(unknown);
		const dashboards = new Set(scenario.dashboards.map(({ id }) => id));
		for (const { dashboardId } of routine.viewers)
			if (dashboardId !== null && !dashboards.has(dashboardId))
				return failed({ code: 'UNKNOWN_DASHBOARD', dashboardId });
		const said = { ...routine, seed: routine.seed + 0 }; // no file can say -0
		if (sameValues(scenario.practice?.routine, said)) return ok(scenario);
		return ok(withPractice(scenario, { ...scenario.practice, routine: said }));
	}
});
