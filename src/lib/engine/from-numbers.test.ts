import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type NumberFault, type OwnNumbers } from '$lib/domain/own-numbers';
import { ScenarioFile } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { checkScenario } from '../files/check-scenario';
import { buildIndex } from './columnar';
import { evaluate } from './evaluate';
import { scenarioFromNumbers } from './from-numbers';

const account = { name: 'Acme', asOf: '2026-11-24T14:00:00Z', timeZone: 'America/Detroit', currency: 'USD' };
const two: OwnNumbers = {
	queues: [
		{ name: 'Support', members: 5 },
		{ name: ' ', members: 3 }
	],
	overlaps: [{ first: 0, second: 1, members: 2 }],
	viewers: 3,
	viewersWhoAreMembers: 1
};
const made = (numbers: OwnNumbers) => {
	const result = scenarioFromNumbers(numbers, account);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
};
const summaryOf = (file: ScenarioFile) => {
	const scenario = { ...file, viewings: packViewings(file.viewings) };
	return evaluate(buildIndex(scenario), scenario).summary;
};

it('[L6] [L7] [L12] 5 + 3 members, 2 of them in both, and 3 viewers, 1 of them a member: 8 seats', () => {
	const file = made(two);
	expect(summaryOf(file)).toMatchObject({
		figures: { needed: 8, agents: 6, viewers: 3, active: 8, overage: 8 },
		waterfall: { memberships: 8, repeats: 2, both: 1 },
		neededParts: { withPermission: 3, agentsNow: 6, both: 1, adminsLeftOut: 1 }
	});
	expect(file.queues.map(({ name }) => name)).toEqual(['Support', 'Queue 2']);
	expect(file.people.map(({ name }) => name)).toEqual([
		'Admin',
		...[1, 2, 3, 4, 5, 6].map((n) => `Agent ${n}`),
		'Viewer 1',
		'Viewer 2'
	]);
});

const whole = fc.nat({ max: 12 });
/** Numbers that can be: queues from their own members and the overlaps, so that nothing contradicts. */
const numbers: fc.Arbitrary<OwnNumbers> = fc
	.record({
		own: fc.array(whole, { maxLength: 5 }),
		shared: fc.array(whole, { minLength: 10, maxLength: 10 })
	})
	.chain(({ own, shared }) => {
		const pairs = own.flatMap((_, first) =>
			own.slice(first + 1).map((__, i) => ({ first: first + 1 + i, second: first }))
		);
		const overlaps = pairs.map((pair, i) => ({ ...pair, members: shared[i]! }));
		const queues = own.map((alone, q) => ({
			name: '',
			members: overlaps
				.filter(({ first, second }) => first === q || second === q)
				.reduce((sum, { members }) => sum + members, alone)
		}));
		const unique =
			own.reduce((sum, n) => sum + n, 0) + overlaps.reduce((sum, { members }) => sum + members, 0);
		return fc.record({ alone: whole, also: fc.nat({ max: unique }) }).map(({ alone, also }) => ({
			queues,
			overlaps,
			viewers: alone + also,
			viewersWhoAreMembers: also
		}));
	});
const sum = (list: readonly { readonly members: number }[]) =>
	list.reduce((total, { members }) => total + members, 0);

it('[L6] [L7] [L12] [S9] the engine counts the numbers that were given, in a file that opens', () => {
	fc.assert(
		fc.property(numbers, (given) => {
			const file = made(given);
			const unique = sum(given.queues) - sum(given.overlaps);
			const seats = unique + given.viewers - given.viewersWhoAreMembers;
			expect(summaryOf(file)).toMatchObject({
				figures: { needed: seats, agents: unique, viewers: given.viewers, active: seats },
				waterfall: {
					memberships: sum(given.queues),
					repeats: sum(given.overlaps),
					both: given.viewersWhoAreMembers
				}
			});
			expect(file.queues.map(({ members }) => members.length)).toEqual(
				given.queues.map(({ members }) => members)
			);
			expect(ScenarioFile.parse(file)).toEqual(file);
			expect(checkScenario({ ...file, viewings: packViewings(file.viewings) })).toEqual([]);
		}),
		{ numRuns: 200 }
	);
});

it.each<[string, Partial<OwnNumbers>, readonly NumberFault[]]>([
	[
		'fractions, negatives and numbers beyond the limit, all at once',
		{ viewers: 1.5, viewersWhoAreMembers: -1, queues: [{ name: '', members: 100_001 }], overlaps: [] },
		['queues.0.members', 'viewers', 'viewersWhoAreMembers'].map((field) => ({
			code: 'NOT_A_COUNT',
			field,
			most: 100_000
		}))
	],
	[
		'an overlap of a queue with itself, and with none',
		{
			overlaps: [
				{ first: 0, second: 0, members: 1 },
				{ first: 0, second: 2, members: 1 }
			]
		},
		[
			{ code: 'NOT_TWO_QUEUES', overlap: 0 },
			{ code: 'NOT_TWO_QUEUES', overlap: 1 }
		]
	],
	[
		'the same two queues the other way around',
		{
			overlaps: [
				{ first: 0, second: 1, members: 1 },
				{ first: 1, second: 0, members: 1 }
			]
		},
		[{ code: 'OVERLAP_TWICE', overlap: 1, first: 'Queue 2', second: 'Support' }]
	],
	[
		'more in both than one of them has',
		{ overlaps: [{ first: 0, second: 1, members: 4 }] },
		[{ code: 'OVERLAP_TOO_LARGE', overlap: 0, members: 4, queue: 'Queue 2', size: 3 }]
	],
	[
		'overlaps that fit alone and not together',
		{
			queues: [...two.queues, { name: 'Sales', members: 9 }],
			overlaps: [
				{ first: 0, second: 1, members: 2 },
				{ first: 2, second: 1, members: 2 }
			]
		},
		[{ code: 'OVERLAPS_TOO_MANY', queue: 'Queue 2', size: 3, members: 4 }]
	],
	[
		'more viewers in queues than viewers',
		{ viewersWhoAreMembers: 4 },
		[{ code: 'MORE_THAN_VIEWERS', members: 4, viewers: 3 }]
	],
	[
		'more viewers in queues than members',
		{ viewers: 9, viewersWhoAreMembers: 7 },
		[{ code: 'MORE_THAN_MEMBERS', members: 7, unique: 6 }]
	],
	[
		'more people than the limit, in all',
		{ queues: [{ name: '', members: 100_000 }], overlaps: [], viewersWhoAreMembers: 0 },
		[{ code: 'TOO_MANY_PEOPLE', people: 100_003, most: 100_000 }]
	]
])('refuses %s', (_, change, faults) => {
	expect(scenarioFromNumbers({ ...two, ...change }, account)).toEqual({ ok: false, error: faults });
});
