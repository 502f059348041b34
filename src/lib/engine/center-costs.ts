import type { CostCenter } from '$lib/domain/account';
import { priceOf } from '$lib/domain/cart';
import type { AccountCosts, CenterFigure, CenterFigures } from '$lib/domain/center-costs';
import type { Id } from '$lib/domain/id';
import { seatsCost } from '$lib/domain/monthly-cost';
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
	const count = tally(idOf);
	for (let p = 0; p < people.length; p++) {
		const isNeeded = neededBy[p] !== 0;
		const viewer = seats.viewer[p]!;
		const agent = seats.agent[p]!;
		if (!isNeeded && viewer === NO_SEAT && agent === NO_SEAT) continue;
		const { costCenterId, booster = false } = people[p]!;
		const { needed, active } = count.at(costCenterId);
		if (isNeeded) add(needed, booster);
		if (viewer !== NO_SEAT) add(active, takesBooster(viewer, booster));
		if (agent !== NO_SEAT) add(active, takesBooster(agent, booster));
	}
	for (const [id, { needed, active }] of count.found) {
		put('needed', id, seatFigure(needed));
		put('active', id, seatFigure(active));
	}
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

/** How many seats, and how many of them are Boosters. */
interface Counts {
	count: number;
	boosters: number;
}

function add(counts: Counts, isBooster: boolean): void {
	counts.count++;
	if (isBooster) counts.boosters++;
}

/** What a seat without a license would take is what its person is marked for. */
const takesBooster = (license: number, booster: boolean): boolean =>
	license === BOOSTER_LICENSE || (license === NO_LICENSE && booster);

interface SeatCounts {
	readonly needed: Counts;
	readonly active: Counts;
}

/** Counts by center. Neighbors in the list are mostly of one center: it is looked up where it changes. */
function tally(idOf: (id: Id | undefined) => Id) {
	const found = new Map<Id, SeatCounts>();
	let last: { readonly named: Id | undefined; readonly counts: SeatCounts } | undefined;
	const at = (named: Id | undefined): SeatCounts => {
		if (last && last.named === named) return last.counts;
		const id = idOf(named);
		let counts = found.get(id);
		if (!counts)
			found.set(id, (counts = { needed: { count: 0, boosters: 0 }, active: { count: 0, boosters: 0 } }));
		last = { named, counts };
		return counts;
	};
	return { found: found as ReadonlyMap<Id, SeatCounts>, at };
}

/** What seats cost, as the option "CEB for all" counts it under CEB: Boosters are no licenses of their own there. */
const seatPrices =
	({ account }: Scenario) =>
	({ count, boosters }: Readonly<Counts>): CenterFigure => ({
		count,
		boosters: account.plan === 'standard' ? boosters : 0,
		cost: seatsCost(account, count, boosters)
	});

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
