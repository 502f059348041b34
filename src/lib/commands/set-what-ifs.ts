import { MOST_WHAT_IFS, WhatIf } from '$lib/domain/what-if';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { doubleId } from './double-id';
import { withPractice } from './practice';
import { sameValues } from './same-values';

/** Keeps the what-ifs as they are drafted; the account stays as it is (I1, I3). */
export const setWhatIfs = command({
	input: z.strictObject({ whatIfs: z.array(WhatIf).max(MOST_WHAT_IFS) }),
	apply: (scenario, { whatIfs }) => {
		const refusal =
			doubleId([], whatIfs) ??
			doubleId(
				[],
				whatIfs.flatMap(({ changes }) => changes)
			);
		if (refusal) return failed(refusal);
		if (sameValues({ whatIfs }, { whatIfs: scenario.practice?.whatIfs ?? [] })) return ok(scenario);
		return ok(withPractice(scenario, { ...scenario.practice, whatIfs }));
	}
});
