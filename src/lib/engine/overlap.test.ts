import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import ten from '$lib/content/ten-licenses.json';
import { OVERLAP_KINDS, type OverlapAnswer, type OverlapKind } from '$lib/domain/overlap';
import { toSeconds } from '$lib/domain/instant';
import { type Scenario, ScenarioFile } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { scenarios } from '../../../tests/generate';
import { buildIndex } from './columnar';
import { evaluate } from './evaluate';
import { overlap } from './overlap';

const ask = (scenario: Scenario, kind: OverlapKind) => overlap(buildIndex(scenario), scenario, kind);

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

const sizeOf = ({ regions }: OverlapAnswer, place: number): number =>
	regions.filter(({ of }) => of.includes(place)).reduce((sum, { count }) => sum + count, 0);

it.each(OVERLAP_KINDS)(
	'[L7] %s: each agent is in exactly one region, and a set is as large as its members now',
	(kind) =>
		fc.assert(
			fc.property(scenarios, (scenario) => {
				const answer = ask(scenario, kind);
				const sets = naive(scenario, kind);
				expect([...answer.ids].sort()).toEqual(sets.map(({ id }) => id).sort());
				const placeOf = new Map(answer.ids.map((id, place) => [id, place]));
				const regionOf = new Map<string, number[]>();
				for (const { id, members } of sets)
					for (const person of members)
						regionOf.set(person, [...(regionOf.get(person) ?? []), placeOf.get(id)!]);
				const wanted = new Map<string, number>();
				for (const of of regionOf.values()) {
					const key = of.toSorted((a, b) => a - b).join();
					wanted.set(key, (wanted.get(key) ?? 0) + 1);
				}
				expect(
					new Map(answer.regions.map(({ of, count }) => [of.toSorted((a, b) => a - b).join(), count]))
				).toEqual(wanted);
				expect(new Set(answer.regions.map(({ of }) => of.join())).size).toBe(answer.regions.length);
				sets.forEach(({ id, members }) => expect(sizeOf(answer, placeOf.get(id)!)).toBe(members.size));
				const counts = answer.regions.map(({ count }) => count);
				expect(counts).toEqual(counts.toSorted((a, b) => b - a));
			})
		)
);

test('[L7] all regions together are the agents that needed counts now', () =>
	fc.assert(
		fc.property(scenarios, fc.constantFrom(...OVERLAP_KINDS), (scenario, kind) => {
			const { regions } = ask(scenario, kind);
			const { summary } = evaluate(buildIndex(scenario), scenario);
			expect(regions.reduce((sum, { count }) => sum + count, 0)).toBe(summary.neededParts.agentsNow);
		})
	));

test('[L7] the ten: two queues that share nobody', () => {
	const read = ScenarioFile.parse(ten);
	const answer = ask({ ...read, viewings: packViewings(read.viewings) }, 'queues');
	expect(answer.names).toEqual(['Detroit Support', 'Belmont Support']);
	expect(answer.regions).toEqual([
		{ of: [1], count: 5 },
		{ of: [0], count: 3 }
	]);
});
