import { type Account, ROOT } from '$lib/domain/account';
import type { LicenseCounts, LicenseOverview } from '$lib/domain/billing-rows';
import type { Id } from '$lib/domain/id';
import { type Product, PRODUCTS } from '$lib/domain/order';
import type { Scenario } from '$lib/domain/scenario';
import { BOOSTER_LICENSE, LIVE_REPORTS_LICENSE, type Snapshot } from '$lib/domain/snapshot';

const PRODUCT_OF: ReadonlyMap<number, Product> = new Map([
	[LIVE_REPORTS_LICENSE, 'live-reports'],
	[BOOSTER_LICENSE, 'call-queues-booster']
]);

type Counting = {
	readonly owned: Record<Product, number>;
	readonly used: Record<Product, number>;
	without: number;
};

const perProduct = (): Record<Product, number> => ({ 'live-reports': 0, 'call-queues-booster': 0 });
const counting = (): Counting => ({ owned: perProduct(), used: perProduct(), without: 0 });

/** The center that takes what names this one: itself, or Root where it is none of the account's. */
export function centerOf({ costCenters }: Account): (id: Id | undefined) => Id {
	const known = new Set(costCenters.map(({ id }) => id));
	return (id) => (id !== undefined && known.has(id) ? id : ROOT);
}

/** Licenses owned (L8) and used (L11), in all and by cost center. */
export function licenseOverview(scenario: Scenario, snapshot: Snapshot): LicenseOverview {
	const { account, orders, asOf, people } = scenario;
	const centers = new Map(account.costCenters.map(({ id }) => [id, counting()]));
	const all = counting();
	const idOf = centerOf(account);
	const both = (id: Id | undefined) => [all, centers.get(idOf(id)) ?? counting()];
	for (const order of orders) {
		if (order.at > asOf) continue;
		for (const { product, quantity, costCenterId } of order.lines)
			for (const counts of both(costCenterId)) counts.owned[product] += quantity;
	}
	const seats = snapshot.seats();
	const isUnlimited = account.plan !== 'standard'; // nobody lacks a license (L10)
	for (let i = 0; i < seats.count; i++) {
		const product = PRODUCT_OF.get(seats.license[i]!);
		for (const counts of both(people[seats.person[i]!]!.costCenterId))
			if (product) counts.used[product]++;
			else if (!isUnlimited) counts.without++;
	}
	const byCenter = [...centers].map(([costCenterId, counts]) => ({ costCenterId, ...counts }));
	return { ...all, byCenter: byCenter.filter((counts) => !isNothing(counts)) };
}

const isNothing = ({ owned, used, without }: LicenseCounts): boolean =>
	without === 0 && PRODUCTS.every((product) => owned[product] === 0 && used[product] === 0);
