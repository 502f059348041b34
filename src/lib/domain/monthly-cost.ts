import type { Account, Prices } from './account';
import { priceOf } from './cart';
import { type Product, PRODUCTS } from './order';

export type Quantities = Readonly<Record<Product, number>>;

/** What licenses cost a month by the account's prices, in minor units; null where a price that it takes is not known. */
export function monthlyCost(quantities: Quantities, prices: Prices): bigint | null {
	let sum = 0n;
	for (const product of PRODUCTS) {
		if (quantities[product] === 0) continue;
		const price = priceOf(prices, product);
		if (price === null) return null;
		sum += BigInt(quantities[product]) * BigInt(price);
	}
	return sum;
}

/** What seats cost a month: by license, of which `boosters` are Call Queues Booster, or under CEB each the bundle's price (I4). */
export function seatsCost(
	{ plan, prices }: Pick<Account, 'plan' | 'prices'>,
	seats: number,
	boosters: number
): bigint | null {
	if (plan === 'standard')
		return monthlyCost({ 'live-reports': seats - boosters, 'call-queues-booster': boosters }, prices);
	const price = prices.customerEngagementBundle;
	if (seats === 0) return 0n;
	return price === null ? null : BigInt(seats) * BigInt(price);
}
