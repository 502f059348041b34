import type { Id } from '$lib/domain/id';
import type { Quantities } from '$lib/domain/monthly-cost';
import {
	type CoverOption,
	type CoverOptions,
	OPTION_IDS,
	type OptionId,
	type OptionReason,
	type OptionSize
} from '$lib/domain/options';
import { type Product, PRODUCTS } from '$lib/domain/order';
import type { Scenario } from '$lib/domain/scenario';
import type { Snapshot } from '$lib/domain/snapshot';
import type { Index } from './columnar';
import { breakEvens, costCurves, costOf, missingPrices, seatsOf } from './cost-curve';

/**
 * I4: what covers the needed seats (L7), at what price. `chosen`: who gets a Booster in the second option; of them
 * only those who need a seat take one. `snapshot` is of this scenario; no price but the account's is used. The curves
 * go to twice the need, or to `reach` where that is more.
 */
export function coverOptions(
	index: Index,
	scenario: Scenario,
	snapshot: Snapshot,
	chosen: readonly Id[],
	reach = 1
): CoverOptions {
	const { prices, plan } = scenario.account;
	const { figures } = snapshot.summary;
	const { needed } = figures;
	const owned: Quantities = {
		'live-reports': figures.purchased.liveReports,
		'call-queues-booster': figures.purchased.callQueuesBooster
	};
	const set = chosenOf(index, snapshot, chosen);
	const isCeb = plan === 'customer-engagement-bundle';

	const reasonsAgainst = (option: OptionId): readonly OptionReason[] => [
		...(isCeb ? [{ code: 'CEB_ALREADY' } as const] : []),
		...(needed === 0 ? [{ code: 'NOBODY_TO_COVER' } as const] : []),
		...(option === 'boosters' ? set.reasons : [])
	];
	const optionOf = (option: OptionId): CoverOption => {
		const size = sizeOf(option, needed, set.needing, owned);
		const reasons = reasonsAgainst(option);
		if (reasons.length > 0) return { ...size, state: 'refused', reasons };
		const seats = seatsOf(option, needed, set.needing);
		const missing = missingPrices(seats, prices);
		if (missing.length > 0) return { ...size, state: 'incomplete', missing };
		const { toBuy } = size;
		const added =
			option === 'customer-engagement-bundle'
				? seats
				: {
						liveReports: toBuy['live-reports'],
						callQueuesBooster: toBuy['call-queues-booster'],
						customerEngagementBundle: 0
					};
		return { ...size, state: 'applies', cost: costOf(seats, prices), added: costOf(added, prices) };
	};

	const options = OPTION_IDS.map(optionOf);
	const offered = options.filter(({ state }) => state !== 'refused').map(({ option }) => option);
	return {
		options,
		cheapest: cheapestOf(options),
		breakEven: breakEvens(offered, needed, set.needing, prices),
		curves: costCurves(offered, Math.max(1, needed * 2, reach), set.needing, prices)
	};
}

/** How many of the chosen need a seat, and what speaks against the choice; each person once. */
function chosenOf(
	index: Index,
	snapshot: Snapshot,
	chosen: readonly Id[]
): { readonly needing: number; readonly reasons: readonly OptionReason[] } {
	const isNeeded = new Uint8Array(index.people.ordinals.ids.length);
	for (const p of snapshot.needed().person) isNeeded[p] = 1;
	const ids = new Set(chosen);
	let unknown = 0;
	let needing = 0;
	for (const id of ids) {
		const p = index.people.ordinals.of(id);
		if (p === undefined) unknown++;
		else needing += isNeeded[p]!;
	}
	const known = ids.size - unknown;
	return {
		needing,
		reasons: [
			...(ids.size === 0 ? [{ code: 'NOBODY_CHOSEN' } as const] : []),
			...(known > 0 && needing === 0 ? [{ code: 'CHOSEN_NEED_NONE', chosen: known } as const] : []),
			...(unknown > 0 ? [{ code: 'UNKNOWN_PEOPLE', people: unknown } as const] : [])
		]
	};
}

function sizeOf(option: OptionId, seats: number, boosters: number, owned: Quantities): OptionSize {
	const { liveReports, callQueuesBooster } = seatsOf(option, seats, boosters);
	const licenses: Quantities = { 'live-reports': liveReports, 'call-queues-booster': callQueuesBooster };
	const per = (count: (product: Product) => number) =>
		Object.fromEntries(PRODUCTS.map((product) => [product, Math.max(0, count(product))])) as Quantities;
	return {
		option,
		seats,
		licenses,
		toBuy: per((product) => licenses[product] - owned[product]),
		spare: per((product) => owned[product] - licenses[product])
	};
}

function cheapestOf(options: readonly CoverOption[]): readonly OptionId[] {
	const priced = options.filter((one) => one.state === 'applies');
	const least = priced.reduce<bigint | null>(
		(cost, one) => (cost === null || one.cost < cost ? one.cost : cost),
		null
	);
	return priced.filter(({ cost }) => cost === least).map(({ option }) => option);
}
