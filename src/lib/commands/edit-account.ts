import { Plan, Prices } from '$lib/domain/account';
import { isBlank } from '$lib/domain/blank';
import { Currency, LARGEST, type Minor } from '$lib/domain/money';
import { type Order } from '$lib/domain/order';
import { failed, ok } from '$lib/domain/result';
import { TimeZone } from '$lib/domain/time-zone';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { sameValues } from './same-values';

/**
 * Changes what the account says of itself; absent keys stay as they are. `shift`: by how many decimals the amounts move
 * with the currency, -2 from dollars with cents to yen; the platform's list of currencies is not the command's to read.
 */
export const editAccount = command({
	input: z.strictObject({
		name: z.string().optional(),
		plan: Plan.optional(),
		timeZone: TimeZone.optional(),
		currency: Currency.optional(),
		prices: Prices.optional(),
		shift: z.int().min(-9).max(9).optional()
	}),
	apply: (scenario, { shift = 0, ...changes }) => {
		if (changes.name !== undefined && isBlank(changes.name))
			return failed({ code: 'EMPTY_NAME', path: 'name' });
		const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
		const account = { ...scenario.account, ...given };
		if (shift !== 0) account.prices = movedPrices(account.prices, shift);
		const orders = shift === 0 ? scenario.orders : movedOrders(scenario.orders, shift);
		return ok(
			sameValues(account, scenario.account) && orders === scenario.orders
				? scenario
				: { ...scenario, account, orders }
		);
	}
});

/** An amount that can't be held any more is not known. */
function moved(amount: Minor | null, shift: number): Minor | null {
	if (amount === null) return null;
	const there = Math.round(amount * 10 ** shift);
	return there <= LARGEST ? there : null;
}

const movedPrices = (prices: Prices, shift: number): Prices => ({
	liveReports: moved(prices.liveReports, shift),
	callQueuesBooster: moved(prices.callQueuesBooster, shift),
	customerEngagementBundle: moved(prices.customerEngagementBundle, shift)
});

/** The orders at moved prices; the same list where no amount moves. */
function movedOrders(orders: readonly Order[], shift: number): readonly Order[] {
	const after = orders.map((order) => {
		const lines = order.lines.map((line) => {
			const unitPrice = line.unitPrice == null ? line.unitPrice : moved(line.unitPrice, shift);
			return unitPrice === line.unitPrice ? line : { ...line, unitPrice };
		});
		return lines.every((line, i) => line === order.lines[i]) ? order : { ...order, lines };
	});
	return after.every((order, i) => order === orders[i]) ? orders : after;
}
