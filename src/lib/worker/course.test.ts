import { describe, expect, test } from 'vitest';
import ten from '../content/ten-licenses.json';
import { type Scenario, type ScenarioFile } from '$lib/domain/scenario';
import { packViewings, type Viewing } from '$lib/domain/viewing';
import { EMPTY_PARTITION } from '../store/chunks';
import { course } from './course';
import { hold } from './held';

const file = ten as ScenarioFile;
const PERSON = { ...file.people[0]!, id: 'eve', name: 'Eve', extension: '900' };
const NORTH = { id: 'north', name: 'North', extension: '800', members: [] };
const WALL = { id: 'wall', name: 'Wall', ownerId: 'eve', widgets: [] };

/** As of 24 Nov 2026, 14:00 in Detroit; the window begins on 26 Oct, 00:00 there. */
function asked(part: Partial<Scenario> & { seen?: readonly Viewing[] }, of: 'person' | 'queue', id: string) {
	const { seen = [], ...rest } = part;
	const scenario: Scenario = {
		...file,
		asOf: '2026-11-24T19:00:00Z',
		account: { ...file.account, timeZone: 'America/Detroit' },
		people: [PERSON],
		queues: [NORTH],
		dashboards: [WALL],
		orders: [],
		viewings: packViewings(seen),
		...rest
	};
	const document = { id: 's', revision: 1, scenario, partition: EMPTY_PARTITION };
	return course(hold(document, undefined, 0), of, id);
}
const watch = (id: string, from?: string, to?: string) => ({
	id,
	kind: 'service-level' as const,
	name: id,
	queueId: 'north',
	...(from !== undefined && { from }),
	...(to !== undefined && { to })
});

test('[L1] the days are those of the window, in the account’s zone; nothing dated is nothing to show', () => {
	expect(asked({}, 'person', 'eve')).toEqual({
		name: 'Eve',
		from: '2026-10-26',
		to: '2026-11-24',
		today: '2026-11-24',
		rows: [],
		more: 0
	});
	expect(asked({}, 'person', 'north')).toBeNull();
	expect(asked({}, 'queue', 'gone')).toBeNull();
});

describe('a person', () => {
	const rowsWith = (members: Scenario['queues'][number]['members'], rest: Partial<Scenario> = {}) =>
		asked({ queues: [{ ...NORTH, members }], ...rest }, 'person', 'eve')?.rows;

	test.each([
		['always', {}, { from: null, to: null }],
		['since before the window', { from: '2026-01-02T12:00:00Z' }, { from: '2026-01-02', to: null }],
		[
			'for some hours',
			{ from: '2026-11-03T14:00:00Z', to: '2026-11-03T18:00:00Z' },
			{ from: '2026-11-03', to: '2026-11-03' }
		],
		[
			'up to a midnight',
			{ from: '2026-11-03T14:00:00Z', to: '2026-11-06T05:00:00Z' },
			{ from: '2026-11-03', to: '2026-11-05' }
		],
		['until later than as-of', { to: '2026-12-01T00:00:00Z' }, { from: null, to: null }],
		['until as-of', { to: '2026-11-24T19:00:00Z' }, { from: null, to: '2026-11-24' }]
	])('[L2] a member %s: first and last day', (_, dates, days) =>
		expect(rowsWith([{ personId: 'eve', ...dates }])).toEqual([
			{ name: 'North', spans: [{ name: 'Member', ...days }], points: [] }
		])
	);

	test.each([
		['that ended as the window began', { to: '2026-10-26T04:00:00Z' }],
		['that has not begun', { from: '2026-11-24T19:00:01Z' }],
		['that lasts no time', { from: '2026-11-20T12:00:00Z', to: '2026-11-20T12:00:00Z' }]
	])('[L2] a membership %s is not shown', (_, dates) =>
		expect(rowsWith([{ personId: 'eve', ...dates }])).toEqual([])
	);

	test('[L3][L4] a queue says when dashboards watched it: each in its own life, together once', () => {
		const dashboards = [
			{
				...WALL,
				createdAt: '2026-11-02T12:00:00Z',
				widgets: [watch('a'), watch('b', '2026-11-05T12:00:00Z')]
			},
			{
				...WALL,
				id: 'desk',
				createdAt: '2026-10-28T12:00:00Z',
				deletedAt: '2026-10-30T12:00:00Z',
				widgets: [watch('c', '2026-10-01T00:00:00Z')]
			}
		];
		expect(rowsWith([{ personId: 'eve' }], { dashboards })).toEqual([
			{
				name: 'North',
				spans: [
					{ name: 'Member', from: null, to: null },
					{ name: 'On a dashboard', from: '2026-10-28', to: '2026-10-30' },
					{ name: 'On a dashboard', from: '2026-11-02', to: null }
				],
				points: []
			}
		]);
	});

	test('[L5] what was viewed is a row a dashboard, a point a day; what others viewed, and what the window lost, is not', () => {
		const view = (at: string, dashboardId: string | null = 'wall', personId = 'eve') => ({
			personId,
			dashboardId,
			at
		});
		const dashboards = [WALL, { ...WALL, id: 'twin' }];
		const seen = [
			view('2026-11-20T16:00:00Z'),
			view('2026-11-20T15:00:00Z'),
			view('2026-11-03T15:00:00Z'),
			view('2026-10-26T03:59:59Z'),
			view('2026-11-24T19:00:01Z'),
			view('2026-11-10T15:00:00Z', 'twin'),
			view('2026-11-11T15:00:00Z', null),
			view('2026-11-12T15:00:00Z', 'wall', 'bob')
		];
		expect(
			asked({ dashboards, seen }, 'person', 'eve')?.rows.map(({ name, points }) => [
				name,
				points.map(({ at }) => at)
			])
		).toEqual([
			['Wall', ['2026-11-03', '2026-11-20']],
			['Wall', ['2026-11-10']],
			['Live Reports, no dashboard opened', ['2026-11-11']]
		]);
	});
});

describe('a queue', () => {
	test('lists the dashboards that watch it, then its members, a returner once', () => {
		const queues = [
			{
				...NORTH,
				members: [
					{ personId: 'eve', from: '2026-11-20T12:00:00Z' },
					{ personId: 'eve', to: '2026-11-10T12:00:00Z' }
				]
			}
		];
		const dashboards = [
			{ ...WALL, widgets: [watch('a'), watch('b')] },
			{ ...WALL, id: 'other' }
		];
		expect(asked({ queues, dashboards }, 'queue', 'north')?.rows).toEqual([
			{ name: 'Wall', spans: [{ name: 'Watches the queue', from: null, to: null }], points: [] },
			{
				name: 'Eve',
				spans: [
					{ name: 'Member', from: null, to: '2026-11-10' },
					{ name: 'Member', from: '2026-11-20', to: null }
				],
				points: []
			}
		]);
	});

	test('says how many rows there was no room for', () => {
		const people = Array.from({ length: 55 }, (_, at) => ({ ...PERSON, id: `p${at}`, name: `P ${at}` }));
		const queues = [{ ...NORTH, members: people.map(({ id }) => ({ personId: id })) }];
		const answer = asked({ people, queues, dashboards: [] }, 'queue', 'north');
		expect(answer?.rows).toHaveLength(40);
		expect(answer?.more).toBe(15);
	});
});
