import { isBlank } from '$lib/domain/blank';
import { Plan, Prices } from '$lib/domain/account';
import { Currency } from '$lib/domain/money';
import { failed, ok } from '$lib/domain/result';
import { TimeZone } from '$lib/domain/time-zone';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { sameValues } from './same-values';

/** Changes what the account says of itself; absent keys stay as they are. */
export const editAccount = command({
	input: z.strictObject({
		name: z.string().optional(),
		plan: Plan.optional(),
		timeZone: TimeZone.optional(),
		currency: Currency.optional(),
		prices: Prices.optional()
	}),
	apply: (scenario, changes) => {
		if (changes.name !== undefined && isBlank(changes.name))
			return failed({ code: 'EMPTY_NAME', path: 'name' });
		const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
		const account = { ...scenario.account, ...given };
		return ok(sameValues(account, scenario.account) ? scenario : { ...scenario, account });
	}
});
