import { Id } from './id';
import { Instant } from './instant';
import { LARGEST, Minor } from './money';
import { z } from './zod';

export const PRODUCTS = ['live-reports', 'call-queues-booster'] as const;
export const Product = z.enum(PRODUCTS);
export type Product = z.infer<typeof Product>;

export const OrderLine = z.strictObject({
	product: Product,
	quantity: z.int().nonnegative().max(LARGEST),
	unitPrice: Minor.nullable().optional(),
	costCenterId: Id
});
export type OrderLine = z.infer<typeof OrderLine>;

/** A confirmed order: it counts from `at` on (L8). */
export const Order = z.strictObject({
	id: Id,
	at: Instant,
	placedBy: Id.optional(),
	lines: z.array(OrderLine)
});
export type Order = z.infer<typeof Order>;
