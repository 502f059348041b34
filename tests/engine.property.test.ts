import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Scenario } from '$lib/domain/scenario';
import { NEVER, NONE, type Snapshot } from '$lib/domain/snapshot';
import { because } from '$lib/engine/because';
import { buildIndex, type Index } from '$lib/engine/columnar';
import { evaluate } from '$lib/engine/evaluate';
import { marginal } from '$lib/engine/marginal';
import { createToggles } from '$lib/engine/toggles';
import { scenarios } from './generate';
import { reference, type ReferenceDetail, type ReferenceSeat, releaseDate } from './reference';

const LICENSES = ['none', 'live-reports', 'booster'] as const;
const seconds = (at: number) => (at === NEVER ? null : at);

function seatsOf(snapshot: Snapshot): ReferenceSeat[] {
	const rows = snapshot.seats();
	return Array.from({ length: rows.count }, (_, i) => ({
		personId: snapshot.people.ids[rows.person[i]!]!,
		viewer: (rows.role[i]! & 1) !== 0,
		agent: (rows.role[i]! & 2) !== 0,
		lastViewed: seconds(rows.lastViewed[i]!),
		queues: rows.queues[i]!,
		dashboards: rows.dashboards[i]!,
		license: LICENSES[rows.license[i]!]!,
		firstActivity: rows.firstActivity[i]!
	}));
}

function detailsOf(snapshot: Snapshot, { queues, dashboards }: Scenario): ReferenceDetail[] {
	const rows = snapshot.details();
	return Array.from({ length: rows.count }, (_, i) => ({
		personId: snapshot.people.ids[rows.person[i]!]!,
		queueId: rows.queue[i] === NONE ? null : queues[rows.queue[i]!]!.id,
		dashboardId: dashboards[rows.dashboard[i]!]!.id,
		lastViewed: seconds(rows.lastViewed[i]!),
		license: LICENSES[rows.license[i]!]!
	}));
}

const answerTo = (scenario: Scenario, index: Index = buildIndex(scenario)) => {
	const snapshot = evaluate(index, scenario);
	return { summary: snapshot.summary, seats: seatsOf(snapshot), details: detailsOf(snapshot, scenario) };
};

const holdsFor = (runs: number, law: (scenario: Scenario) => void) =>
	fc.assert(fc.property(scenarios, law), { numRuns: runs });

function freeze<T>(value: T): T {
	if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
	Object.values(value).forEach(freeze);
	return Object.freeze(value);
}

describe('for generated scenarios', () => {
	it('[L1] [L4] [L5] [L6] [L7] [L8] [L9] [L10] [L11] [L12] the engine answers as the reference does', () => {
		holdsFor(2000, (scenario) => {
			const expected = reference(scenario);
			const { summary, seats, details } = answerTo(scenario);
			expect(summary.window.startsAt).toBe(expected.windowStart);
			expect(summary.figures.needed).toBe(expected.needed);
			expect(summary.neededParts).toEqual(expected.neededParts);
			expect(summary.waterfall).toEqual(expected.waterfall);
			expect(seats).toEqual(expected.seats);
			expect(details).toEqual(expected.details);
		});
	});

	it('[L9] [L11] the seats without a license are as many as the overage', () => {
		holdsFor(500, (scenario) => {
			const { plan } = scenario.account;
			const { summary, seats } = answerTo({
				...scenario,
				account: { ...scenario.account, plan: 'standard' }
			});
			expect(seats.filter((seat) => seat.license === 'none')).toHaveLength(summary.figures.overage);
			if (plan !== 'standard') expect(answerTo(scenario).summary.figures.overage).toBe(0);
		});
	});

	it('[L13] [L15] a person has reasons exactly when they count, and the release date is the brute one', () => {
		holdsFor(1000, (scenario) => {
			const index = buildIndex(scenario);
			const snapshot = evaluate(index, scenario);
			const expected = reference(scenario);
			for (const { id } of scenario.people) {
				const why = because(index, scenario, snapshot, id)!;
				expect(why.active.length > 0).toBe(expected.activeIds.includes(id));
				expect(why.needed.length > 0).toBe(expected.neededIds.includes(id));
				expect(why.licenses.map((code) => LICENSES[code])).toEqual(
					expected.seats.filter((seat) => seat.personId === id).map((seat) => seat.license)
				);
				expect(why.releaseDate).toBe(releaseDate(scenario, id));
			}
		});
	});

	it('[W8] frozen input stays as it is, and the same question has the same answer', () => {
		holdsFor(200, (scenario) => {
			const before = structuredClone(scenario);
			const index = buildIndex(freeze(scenario));
			expect(answerTo(scenario, index)).toEqual(answerTo(scenario, index));
			expect(scenario).toEqual(before);
		});
	});

	it('[W8] an index built on the one before answers as a fresh one does', () => {
		fc.assert(
			fc.property(scenarios, scenarios, fc.nat(63), (one, other, parts) => {
				// `next` takes some of its lists from another scenario, and keeps the others as they were.
				const next: Scenario = {
					...one,
					people: parts & 1 ? one.people.map((person, i) => ({ ...other.people[i], ...person })) : one.people,
					queues: parts & 2 ? one.queues.slice(1) : one.queues,
					dashboards: parts & 4 ? one.dashboards.toReversed() : one.dashboards,
					viewings: parts & 8 ? one.viewings.slice(1) : one.viewings,
					roles: parts & 16 ? one.roles.slice(1) : one.roles,
					asOf: parts & 32 ? other.asOf : one.asOf,
					assumptions: other.assumptions
				};
				const cut = parts & 2 ? withoutQueue(next, one.queues[0]?.id) : next;
				expect(answerTo(cut, buildIndex(cut, buildIndex(one)))).toEqual(answerTo(cut));
			}),
			{ numRuns: 500 }
		);
	});

	it('[L14] toggles count needed seats as a recount does, and so does each marginal seat', () => {
		const steps = fc.array(fc.record({ kind: fc.nat(3), a: fc.nat(), b: fc.nat() }), { maxLength: 8 });
		fc.assert(
			fc.property(scenarios, steps, (scenario, moves) => {
				const index = buildIndex(scenario);
				const toggles = createToggles(index, scenario);
				const off = new Off(scenario);
				expect(toggles.needed).toBe(off.needed());
				for (const { kind, a, b } of moves) {
					const q = a % scenario.queues.length;
					const d = b % scenario.dashboards.length;
					const p = a % scenario.people.length;
					if (kind === 0 && scenario.queues[q]) toggles.toggleQueue(q);
					if (kind === 1 && scenario.dashboards[d]) toggles.toggleDashboard(d);
					if (kind === 2 && scenario.queues[q] && scenario.dashboards[d])
						toggles.toggleQueueOnDashboard(q, d);
					if (kind === 3 && scenario.people[p]) toggles.togglePersonPermission(p);
					off.flip(kind, kind === 1 ? d : kind === 3 ? p : q, d);
					expect(toggles.needed).toBe(off.needed());
				}
				const { people, permissions, queues, dashboards, queueOnDashboard } = marginal(toggles);
				scenario.queues.forEach((_, q) => expect(queues.freed[q]).toBe(off.freedBy(0, q, 0)));
				scenario.dashboards.forEach((_, d) => expect(dashboards.freed[d]).toBe(off.freedBy(1, d, d)));
				queueOnDashboard.queue.forEach((q, i) => {
					expect(queueOnDashboard.freed[i]).toBe(off.freedBy(2, q, queueOnDashboard.dashboard[i]!));
				});
				const needed = off.neededIds();
				scenario.people.forEach(({ id }, p) => {
					expect(permissions.freed[p]).toBe(off.freedBy(3, p, 0));
					expect(people.freed[p]).toBe(needed.includes(id) ? 1 : 0);
				});
			}),
			{ numRuns: 500 }
		);
	});

	it('[L14] freed and shared seats together are those that a thing supports', () => {
		holdsFor(300, (scenario) => {
			const { queues, dashboards, queueOnDashboard } = marginal(
				createToggles(buildIndex(scenario), scenario)
			);
			const agentsNow = (q: number | null, d: number | null) =>
				reference({
					...scenario,
					queues: scenario.queues.filter((_, i) => q === null || i === q),
					dashboards: scenario.dashboards.filter((_, i) => d === null || i === d)
				}).neededParts.agentsNow;
			scenario.queues.forEach((_, q) =>
				expect(queues.freed[q]! + queues.shared[q]!).toBe(agentsNow(q, null))
			);
			scenario.dashboards.forEach((_, d) =>
				expect(dashboards.freed[d]! + dashboards.shared[d]!).toBe(agentsNow(null, d))
			);
			queueOnDashboard.queue.forEach((q, i) =>
				expect(queueOnDashboard.freed[i]! + queueOnDashboard.shared[i]!).toBe(
					agentsNow(q, queueOnDashboard.dashboard[i]!)
				)
			);
		});
	});
});

/** The scenario after `id` went, with the widgets that watched it. */
const withoutQueue = (scenario: Scenario, id: string | undefined): Scenario => ({
	...scenario,
	dashboards: scenario.dashboards.map((dashboard) => ({
		...dashboard,
		widgets: dashboard.widgets.filter((widget) => widget.queueId !== id)
	}))
});

/** What is off, and what the reference counts without it: widgets and permissions really gone. */
class Off {
	private readonly keys = new Set<string>();
	private readonly scenario: Scenario;

	constructor(scenario: Scenario) {
		this.scenario = scenario;
	}

	flip(kind: number, a: number, d: number): void {
		const key = kind === 2 ? `2 ${a} ${d}` : `${kind} ${a}`;
		if (!this.keys.delete(key)) this.keys.add(key);
	}

	neededIds(): string[] {
		const { queues, people, dashboards } = this.scenario;
		const offWidget = (queueId: string, d: number) => {
			const q = queues.findIndex((queue) => queue.id === queueId);
			return this.keys.has(`0 ${q}`) || this.keys.has(`1 ${d}`) || this.keys.has(`2 ${q} ${d}`);
		};
		return reference({
			...this.scenario,
			people: people.map((person, p) =>
				this.keys.has(`3 ${p}`) ? { ...person, roleId: 'standard' } : person
			),
			dashboards: dashboards.map((dashboard, d) => ({
				...dashboard,
				widgets: dashboard.widgets.filter((widget) => !offWidget(widget.queueId, d))
			}))
		}).neededIds;
	}

	needed(): number {
		return this.neededIds().length;
	}

	/** Needed seats that go when one more thing goes; none when it is off already. */
	freedBy(kind: number, a: number, d: number): number {
		if (this.keys.has(kind === 2 ? `2 ${a} ${d}` : `${kind} ${a}`)) return 0;
		const before = this.needed();
		this.flip(kind, a, d);
		const after = this.needed();
		this.flip(kind, a, d);
		return before - after;
	}
}
