import type { Account } from '$lib/domain/account';
import { priceOf } from '$lib/domain/cart';
import type { Id } from '$lib/domain/id';
import type { Seconds } from '$lib/domain/instant';
import { seatsCost } from '$lib/domain/monthly-cost';
import type { Product } from '$lib/domain/order';
import {
	NEVER_VIEWED,
	type Reclaim,
	RECLAIM_REASONS,
	reclaimReason,
	type ReclaimColumns,
	type ReclaimTotal
} from '$lib/domain/reclaim';
import type { Scenario } from '$lib/domain/scenario';
import {
	BOOSTER_LICENSE,
	BY_AGENT,
	BY_PERMISSION,
	LIVE_REPORTS_LICENSE,
	NEVER,
	type Snapshot
} from '$lib/domain/snapshot';
import { calendarOf } from './calendar';
import type { Index } from './columnar';
import { marginal } from './marginal';
import { lastActivity, latestUntil, releaseDates } from './release-days';
import { momentOf } from './rules/moment';
import { secondsOf } from './seconds';
import { createToggles } from './toggles';

/** I7: everybody who takes a seat, by either count, and what their going would free. `snapshot`: of this scenario. */
export function reclaim(
	index: Index,
	scenario: Scenario,
	snapshot: Snapshot,
	exempt: readonly Id[]
): Reclaim {
	const columns = reclaimColumns(index, scenario, snapshot, exempt);
	const { people } = snapshot;
	const { plan, prices, timeZone } = scenario.account;
	const bundle = plan === 'standard' ? undefined : prices.customerEngagementBundle; // for each seat, as I3 counts it
	const priceFor = (product: Product) => (bundle === undefined ? priceOf(prices, product) : bundle);
	const releaseDate = releaseDates(snapshot.summary.window, timeZone);
	return {
		columns,
		totals: totalsOf(columns, scenario.account),
		row: (i) => {
			const p = columns.person[i]!;
			const product = columns.booster[i] === 1 ? 'call-queues-booster' : 'live-reports';
			const days = columns.daysSinceViewed[i]!;
			return {
				personId: people.ids[p]!,
				name: people.names[p]!,
				extension: people.extensions[p]!,
				reason: RECLAIM_REASONS[columns.reason[i]!]!,
				permission: (columns.basis[i]! & BY_PERMISSION) !== 0,
				agent: (columns.basis[i]! & BY_AGENT) !== 0,
				seats: columns.seats[i]!,
				queues: columns.queues[i]!,
				daysSinceViewed: days === NEVER_VIEWED ? null : days,
				freed: columns.freed[i]!,
				product,
				cost: priceFor(product),
				releaseDate: releaseDate(columns.lastActivity[i]!),
				exempt: columns.exempt[i] === 1
			};
		}
	};
}

function reclaimColumns(
	index: Index,
	scenario: Scenario,
	snapshot: Snapshot,
	exemptIds: readonly Id[]
): ReclaimColumns {
	const toggles = createToggles(index, scenario);
	const { permission, member, reasons } = toggles.state;
	const alone = marginal(toggles).permissions.freed;
	const queuesNow = new Uint32Array(permission.length);
	for (const p of member) queuesNow[p]!++;
	const seats = seatsByPerson(index, snapshot);
	const activity = lastActivity(index, scenario);
	const since = daysSinceViewed(index, scenario);
	const order = index.people.byName().sorted.filter((p) => reasons[p]! > 0 || seats.count[p]! > 0);
	const basis = Uint8Array.from(
		order,
		(p) => (permission[p] === 1 ? BY_PERMISSION : 0) | (queuesNow[p]! > 0 ? BY_AGENT : 0)
	);
	const exempt = new Uint8Array(permission.length);
	for (const id of exemptIds) {
		const p = index.people.ordinals.of(id);
		if (p !== undefined) exempt[p] = 1;
	}
	return {
		count: order.length,
		person: order,
		basis,
		reason: basis.map((bits, i) =>
			RECLAIM_REASONS.indexOf(reclaimReason(bits, activity.viewer[order[i]!] !== NEVER))
		),
		seats: Uint8Array.from(order, (p) => seats.count[p]!),
		queues: Uint32Array.from(order, (p) => queuesNow[p]!),
		daysSinceViewed: Int32Array.from(order, (p) => since(p)),
		freed: Uint8Array.from(order, (p, i) => (basis[i] === BY_AGENT ? 1 : alone[p]!)),
		booster: Uint8Array.from(order, (p) => seats.booster[p]!),
		lastActivity: Float64Array.from(order, (p) => Math.max(activity.agent[p]!, activity.viewer[p]!)),
		exempt: Uint8Array.from(order, (p) => exempt[p]!)
	};
}

/**
 * Active seats, and which license is paid for one: a Booster where a seat has it (L11), or where a marked person
 * has no license; else a Live Reports license.
 */
function seatsByPerson(index: Index, snapshot: Snapshot) {
	const { person, license } = snapshot.seats();
	const count = new Uint8Array(index.people.booster.length);
	const booster = index.people.booster.slice();
	for (let i = 0; i < person.length; i++) {
		const p = person[i]!;
		count[p]!++;
		if (license[i] === BOOSTER_LICENSE) booster[p] = 1;
		else if (license[i] === LIVE_REPORTS_LICENSE) booster[p] = 0;
	}
	return { count, booster };
}

const DAY = 86_400;
/** Viewings this many days ago are asked about one by one; for later ones the days' beginnings are kept. */
const FAR = 4000;

/** By person: whole civil days between the latest viewing and as-of. */
function daysSinceViewed(index: Index, scenario: Scenario): (p: number) => number {
	const { asOf, openCounts } = momentOf(index, scenario);
	const latest = latestUntil(index, openCounts, asOf);
	const calendar = calendarOf(scenario.account.timeZone);
	const today = calendar.dayOf(asOf);
	const starts: Seconds[] = [];
	const startBack = (days: number) => (starts[days] ??= calendar.startOf(calendar.plus(today, -days)));
	return (p) => {
		const at = latest[p]!;
		if (at === -Infinity) return NEVER_VIEWED;
		let days = Math.max(0, Math.ceil((startBack(0) - at) / DAY));
		if (days > FAR) return dayNumber(today) - dayNumber(calendar.dayOf(at));
		// Days of 23 or 25 hours put the guess off by one: the neighbors settle it.
		while (startBack(days) > at) days++;
		while (days > 0 && startBack(days - 1) <= at) days--;
		return days;
	};
}

const dayNumber = (date: string): number => secondsOf(`${date}T00:00:00Z`) / DAY;

function totalsOf(
	{ count, reason, freed, exempt, booster }: ReclaimColumns,
	account: Account
): readonly ReclaimTotal[] {
	const sums = RECLAIM_REASONS.map(() => ({ people: 0, exempt: 0, freed: 0, boosters: 0 }));
	for (let i = 0; i < count; i++) {
		const sum = sums[reason[i]!]!;
		sum.people++;
		if (exempt[i] === 1) sum.exempt++;
		else if (freed[i] === 1) {
			sum.freed++;
			sum.boosters += booster[i]!;
		}
	}
	return sums.map(({ people, exempt, freed, boosters }, i) => ({
		reason: RECLAIM_REASONS[i]!,
		people,
		exempt,
		freed,
		cost: seatsCost(account, freed, boosters)
	}));
}
