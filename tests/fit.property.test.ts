import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '$lib/commands';
import { FIT_KINDS, type FitAnswer, type FitDrop, type FitKind, type FitProgress } from '$lib/domain/fit';
import { type Scenario } from '$lib/domain/scenario';
import { toSeconds } from '$lib/domain/instant';
import { buildIndex } from '$lib/engine/columnar';
import { evaluate } from '$lib/engine/evaluate';
import { branch } from '$lib/engine/fit/branch';
import { closure, DROPPED, FREE, KEPT, pointOf } from '$lib/engine/fit/closure';
import { fewest, type Found } from '$lib/engine/fit/fewest';
import { fitWithin } from '$lib/engine/fit/fit';
import { type FitProblem, reduced } from '$lib/engine/fit/problem';
import { relax } from '$lib/engine/fit/relax';
import { scenarios } from './generate';

const neededIn = (scenario: Scenario): number =>
	evaluate(buildIndex(scenario), scenario).summary.figures.needed;

/** The scenario after the drops: the widgets that they name are really gone. */
const without = (scenario: Scenario, drops: readonly FitDrop[]): Scenario => ({
	...scenario,
	dashboards: scenario.dashboards.map((dashboard) => ({
		...dashboard,
		widgets: dashboard.widgets.filter(
			({ queueId }) =>
				!drops.some((drop) => names(drop, { kind: 'widget', queueId, dashboardId: dashboard.id }))
		)
	}))
});

/** The scenario after the command that the page makes of an answer. */
function applied(scenario: Scenario, drops: readonly FitDrop[]): Scenario {
	const stops = drops.map((drop) => ({
		queueId: drop.kind === 'dashboard' ? null : drop.queueId,
		dashboardId: drop.kind === 'queue' ? null : drop.dashboardId
	}));
	const done = apply(scenario, { name: 'stopMonitoring', input: { stops } });
	if (!done.ok) throw new Error(done.error.code);
	return done.value;
}

/** Whether a drop takes that queue off that dashboard. */
const names = (drop: FitDrop, on: Extract<FitDrop, { kind: 'widget' }>): boolean =>
	(drop.kind === 'dashboard' || drop.queueId === on.queueId) &&
	(drop.kind === 'queue' || drop.dashboardId === on.dashboardId);

/** Every queue on a dashboard that watches it at as-of, in plain loops. */
const watchedNow = (scenario: Scenario) => {
	const asOf = toSeconds(scenario.asOf);
	const holds = (from?: string, to?: string) =>
		(from === undefined || toSeconds(from) <= asOf) && (to === undefined || toSeconds(to) > asOf);
	return scenario.dashboards.flatMap(({ id, createdAt, deletedAt, widgets }) =>
		holds(createdAt, deletedAt)
			? widgets
					.filter((widget) => holds(widget.from, widget.to))
					.map(({ queueId }) => ({ kind: 'widget' as const, queueId, dashboardId: id }))
			: []
	);
};

/** Everything of a kind that watches now and that no exemption touches. */
function candidates(scenario: Scenario, kind: FitKind, exempt: readonly FitDrop[]): FitDrop[] {
	const watched = watchedNow(scenario);
	const all = watched.map((on): FitDrop => {
		if (kind === 'queues') return { kind: 'queue', queueId: on.queueId };
		return kind === 'dashboards' ? { kind: 'dashboard', dashboardId: on.dashboardId } : on;
	});
	return [...new Map(all.map((drop) => [JSON.stringify(drop), drop])).values()].filter(
		(drop) => !watched.some((on) => names(drop, on) && exempt.some((one) => names(one, on)))
	);
}

/** The fewest drops of all subsets, counted by the engine each; null where all together are too few. */
function bruteForce(scenario: Scenario, all: readonly FitDrop[], licenses: number): number | null {
	let fewestDrops: number | null = null;
	for (let set = 0; set < 1 << all.length; set++) {
		const drops = all.filter((_, i) => (set >> i) & 1);
		if (fewestDrops !== null && drops.length >= fewestDrops) continue;
		if (neededIn(without(scenario, drops)) <= licenses) fewestDrops = drops.length;
	}
	return fewestDrops;
}

function toTheEnd<T, R>(work: Generator<T, R>): { readonly slices: T[]; readonly value: R } {
	const slices: T[] = [];
	for (;;) {
		const { value, done } = work.next();
		if (done) return { slices, value };
		slices.push(value);
	}
}

const exemptions = (scenario: Scenario, picks: readonly number[]): FitDrop[] => {
	const watched = watchedNow(scenario);
	return watched.length === 0
		? []
		: picks.map((pick): FitDrop => {
				const on = watched[pick % watched.length]!;
				if (pick % 3 === 0) return { kind: 'queue', queueId: on.queueId };
				return pick % 3 === 1 ? { kind: 'dashboard', dashboardId: on.dashboardId } : on;
			});
};

/** Six people, four queues and three dashboards, much entangled at as-of, with all else as generated. */
const busy = fc
	.record({
		scenario: scenarios,
		members: fc.array(fc.integer({ min: 1, max: 63 }), { minLength: 4, maxLength: 4 }),
		watched: fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 3, maxLength: 3 }),
		roles: fc.array(fc.constantFrom('standard', 'standard', 'standard', 'view', 'super-admin'), {
			minLength: 6,
			maxLength: 6
		})
	})
	.map(({ scenario, members, watched, roles }): Scenario => {
		const bits = (mask: number) => [0, 1, 2, 3, 4, 5].filter((bit) => (mask >> bit) & 1);
		return {
			...scenario,
			people: roles.map((roleId, i) => ({
				name: '',
				extension: '',
				...scenario.people[i],
				id: `p${i}`,
				roleId
			})),
			queues: members.map((mask, q) => ({
				id: `q${q}`,
				name: '',
				extension: '',
				members: [...bits(mask).map((p) => ({ personId: `p${p}` })), ...(scenario.queues[q]?.members ?? [])]
			})),
			dashboards: watched.map((mask, d) => ({
				id: `d${d}`,
				name: '',
				ownerId: 'p0',
				widgets: [
					...bits(mask).map((q) => ({
						id: `busy${d}.${q}`,
						kind: 'service-level' as const,
						name: '',
						queueId: `q${q}`
					})),
					...(scenario.dashboards[d]?.widgets ?? [])
				]
			}))
		};
	});

const asked = fc.record({
	scenario: fc.oneof(scenarios, busy),
	kind: fc.constantFrom(...FIT_KINDS),
	tooMany: fc.integer({ min: 0, max: 6 }),
	picks: fc.array(fc.nat({ max: 50 }), { maxLength: 2 })
});

describe('for generated scenarios', () => {
	it('[I5] [L7] the answer fits when it is applied, keeps what is exempt, and nothing shorter fits', () => {
		const outcomes = { fits: 0, impossible: 0, drops: 0 };
		const several = { drops: 0, exempt: 0 };
		fc.assert(
			fc.property(asked, ({ scenario, kind, tooMany, picks }) => {
				const licenses = Math.max(0, neededIn(scenario) - tooMany);
				const exempt = exemptions(scenario, picks);
				const question = { kind, licenses, exempt };
				const { value: answer } = toTheEnd(fitWithin(buildIndex(scenario), scenario, question, Infinity));
				const all = candidates(scenario, kind, exempt);
				outcomes[answer.outcome]++;
				expect(answer.needed).toBe(neededIn(scenario));
				expect(answer.floor.seats).toBe(neededIn(without(scenario, all)));
				expect(answer.floor.byPermission).toBe(neededIn(without(scenario, candidates(scenario, kind, []))));
				expect(answer.floor.byPermission + answer.floor.byExemption).toBe(answer.floor.seats);
				const shortest = bruteForce(scenario, all, licenses);
				if (answer.outcome === 'impossible') return void expect(shortest).toBe(null);
				if (answer.outcome === 'fits') return void expect(shortest).toBe(0);
				expect(all).toEqual(expect.arrayContaining([...answer.drop]));
				expect(neededIn(without(scenario, answer.drop))).toBe(answer.neededAfter);
				expect(neededIn(applied(scenario, answer.drop))).toBe(answer.neededAfter);
				expect(answer.neededAfter).toBeLessThanOrEqual(licenses);
				expect(answer.drop).toHaveLength(shortest!);
				expect(answer).toMatchObject({ proved: true, bound: shortest });
				if (answer.drop.length > 1) several.drops++;
				if (all.length < candidates(scenario, kind, []).length) several.exempt++;
			}),
			{ numRuns: 2000 }
		);
		// The law was tried on every kind of answer.
		for (const count of [...Object.values(outcomes), ...Object.values(several)])
			expect(count).toBeGreaterThan(10);
	});
});

/** Problems with more entanglement than small scenarios have: items with 1 to 3 drops, people who wait for any. */
const problems = (items: number, people: number): fc.Arbitrary<FitProblem> =>
	fc
		.record({
			costs: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: items, maxLength: items }),
			waits: fc.array(
				fc.subarray([...Array(items).keys()], { minLength: 1, maxLength: Math.min(4, items) }),
				{
					minLength: 1,
					maxLength: people
				}
			)
		})
		.map(({ costs, waits }) => {
			const start = new Uint32Array(waits.length + 1);
			waits.forEach((own, p) => (start[p + 1] = start[p]! + own.length));
			const drops = costs.map((cost, i) =>
				Array.from({ length: cost }, (_, n): FitDrop => ({ kind: 'queue', queueId: `q${i}.${n}` }))
			);
			return toTheEnd(reduced({ start, item: Uint32Array.from(waits.flat()) }, drops)).value;
		});

const peopleIn = ({ weight }: FitProblem): number => weight.reduce((sum, one) => sum + one, 0);

/** Every set of items that decisions allow. */
function* allPoints(problem: FitProblem, fixed?: Uint8Array) {
	const items = problem.cost.length;
	for (let set = 0; set < 1 << items; set++) {
		const dropped = Uint8Array.from(problem.cost, (_, i) => (set >> i) & 1);
		if (fixed?.some((one, i) => (one === DROPPED && !dropped[i]) || (one === KEPT && dropped[i]))) continue;
		yield pointOf(problem, dropped);
	}
}

const cheapestOf = (problem: FitProblem, target: number, fixed?: Uint8Array): number =>
	Math.min(...[...allPoints(problem, fixed)].filter(({ freed }) => freed >= target).map(({ cost }) => cost));

const instances = fc
	.integer({ min: 1, max: 9 })
	.chain((items) => fc.tuple(problems(items, 24), fc.double({ min: 0, max: 1, noNaN: true })))
	.map(([problem, part]) => ({ problem, target: Math.max(1, Math.round(part * peopleIn(problem))) }));

describe('for generated problems', () => {
	it('[I5] merging equal people and equal items keeps people and drops', () => {
		fc.assert(
			fc.property(problems(6, 12), (problem) => {
				expect(problem.drops.map((some) => some.length)).toEqual([...problem.cost]);
				const rows = problem.cost.reduce((all, _, i) => {
					const { start, item } = problem.groupsOf;
					return all.add(item.subarray(start[i], start[i + 1]).join(' '));
				}, new Set<string>());
				expect(rows.size).toBe(problem.cost.length);
			})
		);
	});

	it('[I5] a closure is worth most of all sets, whatever is decided', () => {
		const decided = fc.array(fc.constantFrom(FREE, FREE, DROPPED, KEPT), { minLength: 9, maxLength: 9 });
		const price = fc.record({
			people: fc.integer({ min: 0, max: 9 }),
			drops: fc.integer({ min: 1, max: 9 })
		});
		fc.assert(
			fc.property(instances, decided, price, ({ problem }, decisions, { people, drops }) => {
				const fixed = Uint8Array.from(problem.cost, (_, i) => decisions[i]!);
				const { value } = toTheEnd(closure(problem, fixed, { people, drops }));
				expect(value).toEqual(pointOf(problem, value.dropped));
				value.dropped.forEach((dropped, i) => {
					if (fixed[i] !== FREE) expect(dropped).toBe(fixed[i] === DROPPED ? 1 : 0);
				});
				const worth = (point: { freed: number; cost: number }) => people * point.freed - drops * point.cost;
				expect(worth(value)).toBe(Math.max(...[...allPoints(problem, fixed)].map(worth)));
			}),
			{ numRuns: 400 }
		);
	});

	it('[I5] the bound is that of the lower hull of all sets, rounded up', () => {
		fc.assert(
			fc.property(instances, ({ problem, target }) => {
				const { value } = toTheEnd(relax(problem, new Uint8Array(problem.cost.length), target));
				const points = [...allPoints(problem)];
				let hull = Infinity;
				for (const a of points)
					for (const b of points)
						if (a.freed < target && b.freed >= target)
							hull = Math.min(hull, a.cost + ((b.cost - a.cost) * (target - a.freed)) / (b.freed - a.freed));
				expect(value.bound).toBe(Math.ceil(hull - 1e-9));
				expect(value.bound).toBeLessThanOrEqual(cheapestOf(problem, target));
				expect(value.enough.freed).toBeGreaterThanOrEqual(target);
			}),
			{ numRuns: 300 }
		);
	});

	it('[I5] enumeration and branching each end with the fewest drops, proved', () => {
		fc.assert(
			fc.property(instances, fc.constantFrom(0, 20), ({ problem, target }, enumerable) => {
				const { value } = toTheEnd(fewest(problem, target, enumerable));
				const shortest = cheapestOf(problem, target);
				expect(value.bound).toBe(shortest);
				expect(value.point.cost).toBe(shortest);
				expect(value.point).toEqual(pointOf(problem, value.point.dropped));
				expect(value.point.freed).toBeGreaterThanOrEqual(target);
			}),
			{ numRuns: 500 }
		);
	});

	it('[I5] branching alone, from no answer at all, finds it too, and its bound only rises', () => {
		fc.assert(
			fc.property(instances, ({ problem, target }) => {
				let cost = Infinity;
				const bounds: number[] = [];
				const branching = branch(
					problem,
					target,
					() => cost,
					// eslint-disable-next-line require-yield
					function* (enough) {
						expect(enough.freed).toBeGreaterThanOrEqual(target);
						cost = Math.min(cost, enough.cost);
					},
					(bound) => bounds.push(bound)
				);
				toTheEnd(branching);
				expect(cost).toBe(cheapestOf(problem, target));
				expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
				for (const bound of bounds) expect(bound).toBeLessThanOrEqual(cost);
			}),
			{ numRuns: 300 }
		);
	});

	it('[I5] from slice to slice the answer never gets longer nor the bound lower, and it can stop at any', () => {
		fc.assert(
			fc.property(problems(26, 60), (problem) => {
				const target = Math.ceil(peopleIn(problem) / 3);
				const search = fewest(problem, target, 0, 2_000);
				let before: Found | null = null;
				for (let step = 0; step < 60; step++) {
					const { value, done } = search.next();
					const found = done ? value : value.found;
					if (before) {
						expect(found!.point.cost).toBeLessThanOrEqual(before.point.cost);
						expect(found!.bound).toBeGreaterThanOrEqual(before.bound);
					}
					if (found) {
						expect(found.bound).toBeLessThanOrEqual(found.point.cost);
						expect(found.point.freed).toBeGreaterThanOrEqual(target);
						expect(found.point).toEqual(pointOf(problem, found.point.dropped));
					}
					before = found;
					if (done) break;
				}
				expect(before).not.toBe(null);
			}),
			{ numRuns: 40 }
		);
	});
});

describe('the same question', () => {
	it('[I5] has the same slices, and a budget of steps cuts them short', () => {
		fc.assert(
			fc.property(asked, fc.integer({ min: 3, max: 6 }), ({ scenario, kind, tooMany }, steps) => {
				const licenses = Math.max(0, neededIn(scenario) - tooMany);
				const ask = (budget: number) =>
					toTheEnd<FitProgress, FitAnswer>(
						fitWithin(buildIndex(scenario), scenario, { kind, licenses, exempt: [] }, budget)
					);
				const whole = ask(Infinity);
				expect(ask(Infinity)).toEqual(whole);
				const cut = ask(steps);
				expect(cut.slices).toEqual(whole.slices.slice(0, cut.slices.length));
				expect(cut.slices.length).toBeLessThan(steps);
			}),
			{ numRuns: 100 }
		);
	});
});
