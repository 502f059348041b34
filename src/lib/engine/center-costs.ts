import type { CostCenter } from '$lib/domain/account';
import { priceOf } from '$lib/domain/cart';
import type { AccountCosts, CenterFigure, CenterFigures } from '$lib/domain/center-costs';
import type { Id } from '$lib/domain/id';
import { monthlyCost } from '$lib/domain/monthly-cost';
import type { Scenario } from '$lib/domain/scenario';
import { BOOSTER_LICENSE, NO_LICENSE, NO_SEAT, type Snapshot } from '$lib/domain/snapshot';
import { centerOf } from './license-overview';

const NOTHING: CenterFigure = { count: 0, boosters: 0, cost: 0n };
const NO_FIGURES: CenterFigures = { needed: NOTHING, active: NOTHING, purchased: NOTHING };
const NAMES = ['needed', 'active', 'purchased'] as const;

/** I3, I4: what needed, active and purchased cost a month by cost center. `snapshot` is of this scenario. */
export function accountCosts(scenario: Scenario, snapshot: Snapshot): AccountCosts {
	const { account, people, orders, asOf } = scenario;
	const idOf = centerOf(account);
	const owns = new Map<Id, CenterFigures>(account.costCenters.map(({ id }) => [id, NO_FIGURES]));
	const put = (name: keyof CenterFigures, id: Id, figure: CenterFigure) => {
		const known = owns.get(id) ?? NO_FIGURES;
		owns.set(id, { ...known, [name]: sum(known[name], figure) });
	};
	const seatFigure = seatPrices(scenario);
	const neededBy = snapshot.neededBy();
	const seats = snapshot.seatLicenses();
	const needed = tally();
	const active = tally();
	people.forEach(({ costCenterId, booster = false }, p) => {
		const id = idOf(costCenterId);
		if (neededBy[p] !== 0) needed.count(id, booster);
		for (const license of [seats.viewer[p]!, seats.agent[p]!])
			if (license !== NO_SEAT)
				active.count(id, license === BOOSTER_LICENSE || (license === NO_LICENSE && booster));
	});
	for (const [id, counts] of needed.found) put('needed', id, seatFigure(counts));
	for (const [id, counts] of active.found) put('active', id, seatFigure(counts));
	for (const order of orders) {
		if (order.at > asOf) continue;
		for (const { product, quantity, unitPrice, costCenterId } of order.lines) {
			const price = unitPrice ?? priceOf(account.prices, product);
			put('purchased', idOf(costCenterId), {
				count: quantity,
				boosters: product === 'call-queues-booster' ? quantity : 0,
				cost: quantity === 0 ? 0n : price === null ? null : BigInt(quantity) * BigInt(price)
			});
		}
	}

	const within = withChildren(account.costCenters, owns);
	return {
		all: [...owns.values()].reduce(sumAll, NO_FIGURES),
		centers: account.costCenters
			.map(({ id }) => ({ costCenterId: id, own: owns.get(id)!, within: within.get(id)! }))
			.filter((center) => NAMES.some((name) => center.within[name].count > 0))
	};
}

interface Counts {
	readonly count: number;
	readonly boosters: number;
}

/** Counts by center: how many entries, and how many of them are Boosters. */
function tally() {
	const found = new Map<Id, { count: number; boosters: number }>();
	const count = (center: Id, isBooster: boolean): void => {
		let counts = found.get(center);
		if (!counts) found.set(center, (counts = { count: 0, boosters: 0 }));
		counts.count++;
		if (isBooster) counts.boosters++;
	};
	return { found: found as ReadonlyMap<Id, Counts>, count };
}

/** What seats cost: by license, or under CEB each the bundle's price, as the option "CEB for all" counts it. */
const seatPrices =
	({ account: { plan, prices } }: Scenario) =>
	({ count, boosters }: Counts): CenterFigure => {
		if (plan === 'standard') {
			const quantities = { 'live-reports': count - boosters, 'call-queues-booster': boosters };
			return { count, boosters, cost: monthlyCost(quantities, prices) };
		}
		const price = prices.customerEngagementBundle;
		return { count, boosters: 0, cost: price === null ? null : BigInt(count) * BigInt(price) };
	};

const sum = (a: CenterFigure, b: CenterFigure): CenterFigure => ({
	count: a.count + b.count,
	boosters: a.boosters + b.boosters,
	cost: a.cost === null || b.cost === null ? null : a.cost + b.cost
});

const sumAll = (a: CenterFigures, b: CenterFigures): CenterFigures => ({
	needed: sum(a.needed, b.needed),
	active: sum(a.active, b.active),
	purchased: sum(a.purchased, b.purchased)
});

/** Each center with everything under it. Once around a circle is enough: a center is never its own child twice. */
function withChildren(
	centers: readonly CostCenter[],
	owns: ReadonlyMap<Id, CenterFigures>
): ReadonlyMap<Id, CenterFigures> {
	const parents = new Map(centers.map(({ id, parentId }) => [id, parentId ?? undefined]));
	const within = new Map(owns);
	for (const { id } of centers) {
		const seen = new Set([id]);
		for (let up = parents.get(id); up !== undefined && !seen.has(up); up = parents.get(up)) {
			seen.add(up);
			const known = within.get(up);
			if (known) within.set(up, sumAll(known, owns.get(id)!));
		}
	}
	return within;
}
