import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInstant, toSeconds } from '$lib/domain/instant';
import { type Scenario } from '$lib/domain/scenario';
import { Temporal } from '$lib/domain/temporal';
import { unpackViewings } from '$lib/domain/viewing';
import { buildIndex } from '$lib/engine/columnar';
import { evaluate } from '$lib/engine/evaluate';
import { reclaim } from '$lib/engine/reclaim';
import { lastActivity, releaseDates } from '$lib/engine/release-days';
import { scenarios } from './generate';
import { reference, releaseDate } from './reference';

const answer = (scenario: Scenario, exempt: readonly string[] = []) => {
	const index = buildIndex(scenario);
	const { columns, totals, row } = reclaim(index, scenario, evaluate(index, scenario), exempt);
	return { totals, rows: Array.from({ length: columns.count }, (_, i) => row(i)) };
};

/** Civil days since the latest viewing, by its definition. */
function daysSince({ viewings, asOf, account, assumptions }: Scenario, id: string): number | null {
	const dayOf = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(account.timeZone).toPlainDate();
	const ats = viewings
		.flatMap((block) => [...unpackViewings(block)])
		.filter((one) => one.personId === id && one.at <= asOf)
		.filter((one) => one.dashboardId !== null || assumptions['A-OPEN'] === 'yes')
		.map(({ at }) => at)
		.sort();
	return ats.length === 0 ? null : dayOf(ats.at(-1)!).until(dayOf(asOf), { largestUnit: 'days' }).days;
}

describe('for generated scenarios', () => {
	it('[L15] everybody’s release date at once is each one’s', () => {
		fc.assert(
			fc.property(scenarios, (scenario) => {
				const index = buildIndex(scenario);
				const { window, timeZone } = evaluate(index, scenario).summary;
				const { agent, viewer } = lastActivity(index, scenario);
				const dateOf = releaseDates(window, timeZone);
				scenario.people.forEach(({ id }, p) =>
					expect(dateOf(Math.max(agent[p]!, viewer[p]!))).toBe(releaseDate(scenario, id))
				);
			}),
			{ numRuns: 1000 }
		);
	});

	it('[I7] [L14] the list has who is needed or active, and frees what their one reason’s going frees', () => {
		const reasons = new Set<string>();
		fc.assert(
			fc.property(scenarios, (scenario) => {
				const { neededIds, activeIds, seats } = reference(scenario);
				const exempt = scenario.people.slice(0, 1).map(({ id }) => id);
				const { rows, totals } = answer(scenario, exempt);
				expect(rows.map(({ personId }) => personId).toSorted()).toEqual(
					scenario.people
						.map(({ id }) => id)
						.filter((id) => neededIds.includes(id) || activeIds.includes(id))
						.toSorted()
				);
				for (const row of rows) {
					const { personId } = row;
					const gone = (change: Partial<Scenario>) =>
						!reference({ ...scenario, ...change }).neededIds.includes(personId);
					const withoutPermission = {
						people: scenario.people.map((one) => (one.id === personId ? { ...one, roleId: 'standard' } : one))
					};
					const withoutQueues = {
						queues: scenario.queues.map((queue) => ({
							...queue,
							members: queue.members.filter((one) => one.personId !== personId)
						}))
					};
					const frees =
						neededIds.includes(personId) &&
						((row.permission && gone(withoutPermission)) || (row.agent && gone(withoutQueues)));
					expect(row.freed).toBe(frees ? 1 : 0);
					expect(row.permission || row.agent).toBe(neededIds.includes(personId));
					expect(row.seats).toBe(seats.filter((seat) => seat.personId === personId).length);
					expect(row.daysSinceViewed).toBe(daysSince(scenario, personId));
					expect(row.releaseDate).toBe(releaseDate(scenario, personId));
					expect(row.exempt).toBe(exempt.includes(personId));
					const viewed = seats.some((seat) => seat.personId === personId && seat.lastViewed !== null);
					expect(row.reason === 'permission-unused').toBe(row.permission && !row.agent && !viewed);
					reasons.add(row.reason);
				}
				for (const total of totals) {
					const mine = rows.filter((row) => row.reason === total.reason);
					expect(total.people).toBe(mine.length);
					expect(total.exempt).toBe(mine.filter((row) => row.exempt).length);
					expect(total.freed).toBe(mine.filter((row) => row.freed === 1 && !row.exempt).length);
				}
			}),
			{ numRuns: 500 }
		);
		expect(reasons.size).toBe(5);
	});

	it('[I3] [I7] costs are the price of the license that the seat has or would take, or under CEB of the bundle', () => {
		const price = fc.option(fc.nat(9999));
		fc.assert(
			fc.property(scenarios, price, price, price, (scenario, one, other, bundle) => {
				const prices = { liveReports: one, callQueuesBooster: other, customerEngagementBundle: bundle };
				const priced = { ...scenario, account: { ...scenario.account, prices } };
				const { seats } = reference(priced);
				const { rows, totals } = answer(priced);
				const isCeb = scenario.account.plan !== 'standard';
				for (const row of rows) {
					const person = scenario.people.find(({ id }) => id === row.personId)!;
					const licenses = seats.filter((seat) => seat.personId === row.personId);
					const has = (license: string) => licenses.some((seat) => seat.license === license);
					if (row.seats < 2) {
						const booster = has('booster') || (!has('live-reports') && person.booster === true);
						expect(row.product).toBe(booster ? 'call-queues-booster' : 'live-reports');
					}
					expect(row.cost).toBe(isCeb ? bundle : row.product === 'live-reports' ? one : other);
				}
				for (const { reason, cost } of totals) {
					const freed = rows.filter((row) => row.reason === reason && row.freed === 1);
					const known = freed.every((row) => row.cost !== null);
					expect(cost).toBe(known ? freed.reduce((sum, row) => sum + BigInt(row.cost!), 0n) : null);
				}
			}),
			{ numRuns: 300 }
		);
	});

	it('[I7] a viewing long ago counts its days; one that lies ahead is none', () => {
		const far = fc.sample(scenarios, 50).find(({ people }) => people.length > 0)!;
		const { id } = far.people[0]!;
		const at = (days: number) => toInstant(toSeconds(far.asOf) - days * 86_400);
		const only = (days: readonly number[]): Scenario => ({
			...far,
			account: { ...far.account, timeZone: 'UTC' },
			assumptions: { ...far.assumptions, 'A-OPEN': 'yes', 'A-STATUS': 'all', 'A-ADMIN': 'always' },
			people: [{ ...far.people[0]!, roleId: 'view' }],
			queues: [],
			dashboards: [],
			viewings: [
				{
					personIds: [id],
					dashboardIds: [null],
					person: new Uint32Array(days.length),
					dashboard: new Uint32Array(days.length),
					at: Float64Array.from(days, (one) => toSeconds(at(one)))
				}
			]
		});
		expect(answer(only([400, 500])).rows[0]!.daysSinceViewed).toBe(400);
		expect(answer(only([9000])).rows[0]!.daysSinceViewed).toBe(9000);
		expect(answer(only([400, -1])).rows[0]!.daysSinceViewed).toBe(400);
		expect(answer(only([-1])).rows[0]!.daysSinceViewed).toBe(null);
	});
});
