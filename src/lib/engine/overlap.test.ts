import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import ten from '$lib/content/ten-licenses.json';
import {
	MOST_CROSSED,
	MOST_TOLD,
	OVERLAP_KINDS,
	type OverlapKind,
	type Pair,
	type PairOverlap,
	type Region,
	type RegionOverlap
} from '$lib/domain/overlap';
import { toSeconds } from '$lib/domain/instant';
import { type Scenario, ScenarioFile } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { scenarios } from '../../../tests/generate';
import { buildIndex } from './columnar';
import { evaluate } from './evaluate';
import { overlap } from './overlap';
import { type Work } from './work';

/** Names are ids, so that what is told by name can be found again. */
const named = (scenario: Scenario): Scenario => ({
	...scenario,
	queues: scenario.queues.map((one) => ({ ...one, name: one.id })),
	dashboards: scenario.dashboards.map((one) => ({ ...one, name: one.id }))
});

function toTheEnd<T>(work: Work<T>): T {
	for (;;) {
		const { value, done } = work.next();
		if (done) return value;
	}
}
function askRegions(scenario: Scenario, kind: OverlapKind): RegionOverlap {
	const answer = toTheEnd(overlap(buildIndex(scenario), scenario, { kind, search: '' }));
	if (answer.kind !== 'regions') throw new Error('few sets are told by regions');
	return answer;
}
function askPairs(scenario: Scenario, kind: OverlapKind, search = ''): PairOverlap {
	const answer = toTheEnd(overlap(buildIndex(scenario), scenario, { kind, search, few: -1 }));
	if (answer.kind !== 'pairs') throw new Error('many sets are told by pairs');
	return answer;
}

/** Who counts for what at as-of, in the plainest loops: each thing with the people who are agents by it. */
function naive({ queues, dashboards, people, assumptions, asOf }: Scenario, kind: OverlapKind) {
	const now = toSeconds(asOf);
	const isNow = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
		(from === undefined || toSeconds(from) <= now) && (to === undefined || toSeconds(to) > now);
	const counted = new Set(
		people
			.filter(({ status = 'enabled' }) => assumptions['A-STATUS'] === 'all' || status === 'enabled')
			.map(({ id }) => id)
	);
	const watched = dashboards
		.filter(({ createdAt, deletedAt }) => isNow({ from: createdAt, to: deletedAt }))
		.map(({ id, widgets }) => ({ id, queues: widgets.filter(isNow).map(({ queueId }) => queueId) }));
	const membersOf = (queueIds: readonly string[]) =>
		new Set(
			queues
				.filter(({ id }) => queueIds.includes(id))
				.flatMap(({ members }) => members.filter(isNow).map(({ personId }) => personId))
				.filter((id) => counted.has(id))
		);
	const things =
		kind === 'queues'
			? queues
					.filter(({ id }) => watched.some((dashboard) => dashboard.queues.includes(id)))
					.map(({ id }) => ({ id, members: membersOf([id]) }))
			: watched.map(({ id, queues: own }) => ({ id, members: membersOf(own) }));
	return things.filter(({ members }) => members.size > 0);
}

it.each(OVERLAP_KINDS)(
	'[L7] %s: each agent is in exactly one region, and a set is as large as its members now',
	(kind) =>
		fc.assert(
			fc.property(scenarios, (generated) => {
				const scenario = named(generated);
				const answer = askRegions(scenario, kind);
				const sets = naive(scenario, kind);
				expect([...answer.names].sort()).toEqual(sets.map(({ id }) => id).sort());
				const placeOf = new Map(answer.names.map((id, place) => [id, place]));
				const regionOf = new Map<string, number[]>();
				for (const { id, members } of sets)
					for (const person of members)
						regionOf.set(person, [...(regionOf.get(person) ?? []), placeOf.get(id)!]);
				const wanted = new Map<string, number>();
				for (const of of regionOf.values()) {
					const key = of.toSorted((a, b) => a - b).join();
					wanted.set(key, (wanted.get(key) ?? 0) + 1);
				}
				expect(new Map(answer.regions.map(({ of, count }) => [of.join(), count]))).toEqual(wanted);
				expect(answer.count).toBe(wanted.size);
				expect(new Set(answer.regions.map(({ of }) => of.join())).size).toBe(answer.regions.length);
				sets.forEach(({ id, members }) => expect(answer.sizes[placeOf.get(id)!]).toBe(members.size));
				const counts = answer.regions.map(({ count }) => count);
				expect(counts).toEqual(counts.toSorted((a, b) => b - a));
			})
		)
);

/** As generated, with six more queues in which people meet, watched by two more dashboards. */
const entangled = fc
	.record({
		scenario: scenarios,
		members: fc.array(fc.subarray([0, 1, 2, 3, 4, 5]), { minLength: 6, maxLength: 6 }),
		watched: fc.array(fc.subarray([0, 1, 2, 3, 4, 5]), { minLength: 2, maxLength: 2 })
	})
	.map(({ scenario, members, watched }): Scenario => {
		const { people } = scenario;
		if (people.length === 0) return scenario;
		const queues = members.map((places, q) => ({
			id: `more${q}`,
			name: '',
			extension: '',
			members: places.flatMap((p) => (people[p] ? [{ personId: people[p].id }] : []))
		}));
		const dashboards = watched.map((places, d) => ({
			id: `board${d}`,
			name: '',
			ownerId: people[0]!.id,
			widgets: places.map((q) => ({
				id: `more${d}.${q}`,
				kind: 'service-level' as const,
				name: '',
				queueId: `more${q}`
			}))
		}));
		return {
			...scenario,
			queues: [...scenario.queues, ...queues],
			dashboards: [...scenario.dashboards, ...dashboards]
		};
	});

it.each(OVERLAP_KINDS)('[L7] %s: each two share who is in both, greatest first, as searched for', (kind) => {
	const seen = { pairs: 0, found: 0 };
	fc.assert(
		fc.property(entangled, fc.constantFrom('', 'more1', 'BOARD', 'none'), (generated, search) => {
			const scenario = named(generated);
			const sets = naive(scenario, kind);
			const both = (a: string, b: string) => {
				const [one, other] = [a, b].map((id) => sets.find((set) => set.id === id)!.members);
				return [...one!].filter((id) => other!.has(id)).length;
			};
			const answer = askPairs(scenario, kind, search);
			const all = sets.flatMap((a, at) =>
				sets.slice(at + 1).flatMap((b) => {
					const shared = both(a.id, b.id);
					return shared > 0 ? [{ a: a.id, b: b.id, shared }] : [];
				})
			);
			const found = all.filter(({ a, b }) => [a, b].some((id) => id.includes(search.toLowerCase())));
			const text = (pairs: readonly Pair[]) =>
				pairs.map(({ a, b, shared }) => `${[a, b].sort().join()} ${shared}`).sort();
			expect(text(answer.pairs)).toEqual(text(found));
			expect(answer.count).toBe(found.length);
			const counts = answer.pairs.map(({ shared }) => shared);
			expect(counts).toEqual(counts.toSorted((a, b) => b - a));
			expect(answer.greatest?.shared ?? 0).toBe(Math.max(0, ...all.map(({ shared }) => shared)));
			answer.names.forEach((a, row) => {
				expect(answer.sizes[row]).toBe(sets.find(({ id }) => id === a)!.members.size);
				answer.names
					.slice(0, row)
					.forEach((b, column) => expect(answer.crossed[row]![column]).toBe(both(a, b)));
			});
			expect(new Set(answer.names).size).toBe(answer.names.length);
			const { total, several, greatest } = askRegions(scenario, kind);
			expect([answer.total, answer.several, answer.greatest]).toEqual([total, several, greatest]);
			seen.pairs += answer.pairs.length;
			seen.found += Number(search !== '' && found.length > 0);
		}),
		{ numRuns: 400 }
	);
	for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
});

test('[L7] of hundreds of thousands of pairs the greatest are told, the first of many equal ones', () => {
	const people = ['p0', 'p1', 'p2'].map((id) => ({ id, name: id, extension: id, roleId: 'standard' }));
	const queues = Array.from({ length: 700 }, (_, q) => ({
		id: `q${q}`,
		name: `Queue ${q}`,
		extension: `${q}`,
		members: (q === 3 || q === 5 ? ['p0', 'p1', 'p2'] : ['p0', 'p1']).map((personId) => ({ personId }))
	}));
	const widgets = queues.map(({ id }) => ({ id: `w${id}`, kind: 'service-level', name: '', queueId: id }));
	const scenario = ScenarioFile.parse({
		...ten,
		people,
		queues,
		dashboards: [{ id: 'd', name: 'D', ownerId: 'p0', widgets }],
		viewings: [],
		orders: []
	});
	const many = { ...scenario, viewings: [] };
	const answer = askPairs(many, 'queues');
	expect(answer).toMatchObject({ total: 3, several: 3, count: (700 * 699) / 2 });
	expect(answer.greatest).toEqual({ a: 'Queue 3', b: 'Queue 5', shared: 3 });
	expect(answer.pairs).toHaveLength(MOST_TOLD);
	expect(answer.pairs.slice(0, 3)).toEqual([
		answer.greatest,
		{ a: 'Queue 0', b: 'Queue 1', shared: 2 },
		{ a: 'Queue 0', b: 'Queue 2', shared: 2 }
	]);
	expect(answer.names).toHaveLength(MOST_CROSSED);
	expect(answer.names.slice(0, 4)).toEqual(['Queue 3', 'Queue 5', 'Queue 0', 'Queue 1']);
	const searched = askPairs(many, 'queues', ' queue 699');
	expect(searched.count).toBe(699);
	expect(searched.names[0]).toBe('Queue 699');
	expect(searched.greatest).toEqual(answer.greatest);
});

test('[L7] all regions together are the agents that needed counts now', () =>
	fc.assert(
		fc.property(scenarios, fc.constantFrom(...OVERLAP_KINDS), (scenario, kind) => {
			const { regions, total, several } = askRegions(scenario, kind);
			const { summary } = evaluate(buildIndex(scenario), scenario);
			const sum = (some: readonly Region[]) => some.reduce((all, { count }) => all + count, 0);
			expect([total, sum(regions)]).toEqual(Array(2).fill(summary.neededParts.agentsNow));
			expect(several).toBe(sum(regions.filter(({ of }) => of.length > 1)));
		})
	));

test('[L7] the ten: two queues that share nobody', () => {
	const read = ScenarioFile.parse(ten);
	const answer = askRegions({ ...read, viewings: packViewings(read.viewings) }, 'queues');
	expect(answer.names).toEqual(['Detroit Support', 'Belmont Support']);
	expect(answer.regions).toEqual([
		{ of: [1], count: 5 },
		{ of: [0], count: 3 }
	]);
});
