import { expect, it } from 'vitest';
import { DEFAULT_ASSUMPTIONS } from '$lib/domain/assumption';
import { type Scenario } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { buildIndex } from './columnar';

const viewing = { personId: 'a', dashboardId: 'd', at: '2026-11-20T12:00:00Z' };
const scenario: Scenario = {
	name: '',
	asOf: '2026-11-24T12:00:00Z',
	account: {
		name: '',
		plan: 'standard',
		timeZone: 'UTC',
		currency: 'USD',
		prices: { liveReports: null, callQueuesBooster: null, customerEngagementBundle: null },
		costCenters: [{ id: 'root', name: 'Root' }]
	},
	assumptions: DEFAULT_ASSUMPTIONS,
	roles: [],
	people: [
		{ id: 'a', name: 'Ann', extension: '1', roleId: 'standard' },
		{ id: 'b', name: 'Ben', extension: '2', roleId: 'standard' }
	],
	queues: [
		{ id: 'q', name: 'Q', extension: '3', members: [{ personId: 'b' }, { personId: 'nobody' }] },
		{ id: 'r', name: 'R', extension: '4', members: [{ personId: 'a', to: '2026-11-01T00:00:00Z' }] }
	],
	dashboards: [
		{
			id: 'd',
			name: 'D',
			ownerId: 'a',
			widgets: [{ id: 'w', kind: 'service-level', name: '', queueId: 'q' }]
		}
	],
	viewings: packViewings([viewing]),
	orders: []
};
const before = buildIndex(scenario);

it('[W8] moving the clock, assuming otherwise or buying rebuilds nothing', () => {
	const after = buildIndex(
		{
			...scenario,
			asOf: '2026-12-24T12:00:00Z',
			assumptions: { ...DEFAULT_ASSUMPTIONS, 'A-DUAL': 'two' },
			orders: [{ id: 'o', at: '2026-11-24T12:00:00Z', lines: [] }]
		},
		before
	);
	expect(after).toEqual(before);
	for (const part of ['people', 'queues', 'dashboards', 'members', 'watchings', 'viewings'] as const)
		expect(after[part]).toBe(before[part]);
	expect(after.byPerson).toBe(before.byPerson);
});

it('[W8] editing one person rebuilds only people, and keeps their ordinals', () => {
	const [ann, ben] = scenario.people;
	const after = buildIndex({ ...scenario, people: [{ ...ann!, status: 'disabled' }, ben!] }, before);
	expect(after.people).not.toBe(before.people);
	expect(after.people.ordinals).toBe(before.people.ordinals);
	expect(after.people.byName).toBe(before.people.byName);
	expect(Array.from(after.people.enabled)).toEqual([0, 1]);
	for (const part of ['queues', 'dashboards', 'members', 'watchings', 'viewings'] as const)
		expect(after[part]).toBe(before[part]);
});

it('[W8] a renamed person gets a place in the order of names again', () => {
	const [ann, ben] = scenario.people;
	const after = buildIndex({ ...scenario, people: [{ ...ann!, name: 'Zed' }, ben!] }, before);
	expect(Array.from(after.people.byName().sorted)).toEqual([1, 0]);
	expect(Array.from(before.people.byName().sorted)).toEqual([0, 1]);
});

it('[W8] a new viewing block leaves the others as they were read', () => {
	const viewings = [...scenario.viewings, ...packViewings([{ ...viewing, dashboardId: null }])];
	const after = buildIndex({ ...scenario, viewings }, before);
	expect(after.viewings.blocks[0]).toBe(before.viewings.blocks[0]);
	expect(after.viewings.blocks).toHaveLength(2);
});

it('[L4] memberships stand queue by queue, those without an end first, and nobody has no length', () => {
	const { start, lasting, person, to } = before.members;
	expect(Array.from(start)).toEqual([0, 2, 3]);
	expect(Array.from(lasting)).toEqual([1, 2]);
	expect(Array.from(person)).toEqual([1, 0, 0]);
	expect(Array.from(to)).toEqual([Infinity, 0, Date.parse('2026-11-01T00:00:00Z') / 1000]);
});
