import { MOST_LICENSES } from '$lib/domain/cart';
import { Order, OrderLine } from '$lib/domain/order';
import { failed, ok } from '$lib/domain/result';
import { z } from '$lib/domain/zod';
import { command } from './command';
import { doubleId } from './double-id';
import { unknownCenter, unknownPerson } from './people';

/** Any number, so that one out of range is refused as what it is. */
const line = OrderLine.extend({ quantity: z.number() });

/** Buys licenses: they count from the order's moment on (L8). */
export const confirmOrder = command({
	input: z.strictObject({ order: Order.extend({ lines: z.array(line) }) }),
	needs: ['billing.purchase'],
	apply: (scenario, { order }) => {
		if (order.lines.length === 0) return failed({ code: 'EMPTY_ORDER' });
		for (const [i, { quantity, costCenterId }] of order.lines.entries()) {
			if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_LICENSES)
				return failed({ code: 'QUANTITY_OUT_OF_RANGE', path: `order.lines.${i}.quantity`, quantity });
			const unknown = unknownCenter(scenario, costCenterId);
			if (unknown) return failed(unknown);
		}
		const refusal =
			doubleId(scenario.orders, [order]) ??
			unknownPerson(scenario, order.placedBy === undefined ? [] : [order.placedBy]);
		return refusal ? failed(refusal) : ok({ ...scenario, orders: [...scenario.orders, order] });
	}
});
