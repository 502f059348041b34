import { isBlank } from '$lib/domain/blank';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';

export const renameScenario = command({
	input: z.strictObject({ name: z.string() }),
	apply: (scenario, { name }) => {
		if (isBlank(name)) return failed({ code: 'EMPTY_NAME', path: 'name' });
		return ok(name === scenario.name ? scenario : { ...scenario, name });
	}
});
