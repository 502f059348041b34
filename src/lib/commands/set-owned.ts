import { ROOT } from '$lib/domain/account';
import { MOST_LICENSES } from '$lib/domain/cart';
import { Id } from '$lib/domain/id';
import { type Order, Product } from '$lib/domain/order';
import { failed, ok } from '$lib/domain/result';
import { type Scenario } from '$lib/domain/scenario';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { doubleId } from './double-id';

/**
 * Sets how many licenses of a product are owned as of now (I2): more are an order of today; fewer shorten the
 * newest lines, as if less had been bought, because lowering has no order of its own.
 */
export const setOwned = command({
	input: z.strictObject({ product: Product, quantity: z.number(), orderId: Id }),
	needs: ['billing.purchase'],
	apply: (scenario, { product, quantity, orderId }) => {
		if (!Number.isInteger(quantity) || quantity < 0 || quantity > MOST_LICENSES)
			return failed({ code: 'QUANTITY_OUT_OF_RANGE', path: 'quantity', quantity });
		const more = quantity - owned(scenario, product);
		if (more === 0) return ok(scenario);
		if (more < 0) return ok({ ...scenario, orders: shortened(scenario, product, -more) });
		const order: Order = {
			id: orderId,
			at: scenario.asOf,
			lines: [{ product, quantity: more, costCenterId: ROOT }]
		};
		const refusal = doubleId(scenario.orders, [order]);
		return refusal ? failed(refusal) : ok({ ...scenario, orders: [...scenario.orders, order] });
	}
});

function owned({ orders, asOf }: Scenario, product: Product): number {
	let sum = 0;
	for (const { at, lines } of orders)
		if (at <= asOf) for (const line of lines) if (line.product === product) sum += line.quantity;
	return sum;
}

/** The orders with `less` fewer of a product, newest first; orders that keep all are the same objects. */
function shortened({ orders, asOf }: Scenario, product: Product, less: number): readonly Order[] {
	const left = [...orders];
	const newest = orders
		.map((order, place) => ({ order, place }))
		.filter(({ order }) => order.at <= asOf)
		.toSorted((a, b) => (a.order.at < b.order.at ? 1 : a.order.at > b.order.at ? -1 : b.place - a.place));
	let rest = less;
	for (const { order, place } of newest) {
		const lines = order.lines.map((line) => {
			if (line.product !== product || rest === 0 || line.quantity === 0) return line;
			const taken = Math.min(rest, line.quantity);
			rest -= taken;
			return { ...line, quantity: line.quantity - taken };
		});
		if (lines.some((line, i) => line !== order.lines[i])) left[place] = { ...order, lines };
		if (rest === 0) break;
	}
	return left;
}
