import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import ten from '../content/ten-licenses.json';
import { type Dashboard, type Widget } from '$lib/domain/dashboard';
import { type DashboardScope } from '$lib/domain/dashboard-rows';
import { type Scenario, type ScenarioFile } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { scenarios } from '../../../tests/generate';
import { apply } from '../commands';
import { EMPTY_PARTITION } from '../store/chunks';
import { dashboardAnswer, dashboardOwner, dashboardTable, findQueues, withoutView } from './dashboards-calls';
import { hold } from './held';
import { pager } from './row-pages';
import { widgetEffect } from './widget-effect';

const file = ten as ScenarioFile;
const TEN: Scenario = { ...file, viewings: packViewings(file.viewings) };
const held = (scenario: Scenario = TEN) =>
	hold({ id: 's', revision: 1, scenario, partition: EMPTY_PARTITION }, undefined, 0);
const board = (part: Partial<Dashboard>): Dashboard => ({
	id: 'd',
	name: 'Board',
	ownerId: 'sam',
	widgets: [],
	...part
});
const withBoards = (...dashboards: Dashboard[]): Scenario => ({ ...TEN, dashboards });
const widget = (queueId: string): Widget => ({
	id: 'new',
	kind: 'service-level',
	name: 'New',
	queueId,
	from: TEN.asOf
});
/** The ten-license example before anything is monitored: only Alice and Bob have a seat. */
const BARE = withBoards(board({ id: 'd-floor', name: 'Support floor', sharedWith: ['alice', 'bob'] }));

describe('the list', () => {
	const scenario = withBoards(
		board({ id: 'd10', name: 'Board 10', sharedWith: ['alice'] }),
		board({ id: 'd9', name: 'Board 9', ownerId: 'alice' }),
		board({ id: 'd8', name: 'Board 8' }),
		board({ id: 'gone', name: 'Gone', ownerId: 'alice', deletedAt: TEN.asOf }),
		board({ id: 'later', name: 'Later', ownerId: 'alice', createdAt: '2027-01-01T00:00:00Z' })
	);
	const ids = (actor: string | null, scope: DashboardScope = 'all') =>
		pager(dashboardTable(held(scenario), actor, scope))({ sort: null, filter: '', from: 0, to: 9 }).rows.map(
			({ id, reach }) => `${id} ${reach}`
		);

	test('has, with View Only, what is owned or shared, and with Full Access and for the Trainer all', () => {
		expect(ids('alice')).toEqual(['d9 own', 'd10 shared']);
		expect(ids('alice', 'own')).toEqual(['d9 own']);
		expect(ids('alice', 'shared')).toEqual(['d10 shared']);
		expect(ids('sam')).toEqual(['d8 own', 'd9 full', 'd10 own']);
		expect(ids(null)).toEqual(['d8 full', 'd9 full', 'd10 full']);
		expect(ids('john')).toEqual([]);
		expect(ids('nobody')).toEqual([]);
	});

	test('is filtered by name and owner, and sorted', () => {
		const page = pager(dashboardTable(held(scenario), null, 'all'));
		const at = { from: 0, to: 9 };
		expect(page({ sort: null, filter: 'ALICE', ...at }).rows.map(({ id }) => id)).toEqual(['d9']);
		const sort = { column: 'sharedWith', descending: true } as const;
		expect(page({ sort, filter: '', ...at }).rows[0]).toMatchObject({ id: 'd10', sharedWith: 1 });
	});
});

test('the address of a dashboard leads to it, or says what stands in the way', () => {
	const at = '2026-11-20T00:00:00Z';
	const scenario = withBoards(
		board({ id: 'gone', name: 'Gone', deletedAt: at }),
		board({ id: 'later', createdAt: '2027-01-01T00:00:00Z' }),
		board({ id: 'sams' })
	);
	const answer = (id: string, actor: string | null) => dashboardAnswer(held(scenario), id, actor);
	expect(answer('gone', null)).toEqual({ state: 'deleted', name: 'Gone', at });
	expect(answer('later', 'sam')).toMatchObject({ state: 'later' });
	expect(answer('sams', 'alice')).toEqual({ state: 'not-shared', owner: 'Sam' });
	expect(answer('never', null)).toEqual({ state: 'unknown' });
	expect(answer('sams', null)).toMatchObject({ state: 'open', detail: { owner: { name: 'Sam' } } });
});

test('[L11] a queue on a dashboard says which licenses its members hold', () => {
	const answer = dashboardAnswer(held(), 'd-floor', null);
	if (answer.state !== 'open') throw new Error(answer.state);
	const held3 = { liveReports: 3, booster: 0, without: 0, uncounted: 0 };
	expect(answer.detail.queues).toMatchObject([
		{ name: 'Detroit Support', members: 3, ...held3 },
		{ name: 'Belmont Support', members: 5, ...held3, liveReports: 5 }
	]);
	expect(answer.detail.widgets.map(({ name, members }) => [name, members])).toEqual([
		['Detroit service level', 3],
		['Belmont service level', 5]
	]);
	const disabled = { ...TEN, people: TEN.people.map((one) => ({ ...one, status: 'disabled' as const })) };
	expect(dashboardAnswer(held(disabled), 'd-floor', null)).toMatchObject({
		detail: { queues: [{ liveReports: 0, uncounted: 3 }, { uncounted: 5 }] }
	});
});

describe('[L4] [L11] before a widget is saved', () => {
	test('it says who would get a license, by name', () => {
		expect(widgetEffect(held(BARE), 'd-floor', widget('q-detroit'))).toEqual({
			members: 3,
			assigned: 3,
			assignedNames: ['John', 'Mike', 'Sarah'],
			without: 0,
			withoutNames: [],
			hadOne: 0,
			hadNone: 0,
			uncounted: 0,
			overage: { before: 0, after: 0 }
		});
		expect(widgetEffect(held(), 'd-floor', widget('q-detroit'))).toMatchObject({ assigned: 0, hadOne: 3 });
	});

	test('it says for whom none is left, and that overage rises', () => {
		const order = { ...TEN.orders[0]!, lines: [{ ...TEN.orders[0]!.lines[0]!, quantity: 4 }] };
		expect(widgetEffect(held({ ...BARE, orders: [order] }), 'd-floor', widget('q-detroit'))).toMatchObject({
			assigned: 2,
			assignedNames: ['John', 'Sarah'],
			without: 1,
			withoutNames: ['Mike'],
			overage: { before: 0, after: 1 }
		});
	});

	test('it names at most five, counts the disabled apart, and does not answer for a command that is refused', () => {
		const people = [...BARE.people];
		const mark = people.findIndex((one) => one.id === 'mark');
		people[mark] = { ...people[mark]!, status: 'disabled' };
		const members = [...BARE.queues[0]!.members, ...BARE.queues[1]!.members];
		const scenario = { ...BARE, people, queues: [BARE.queues[0]!, { ...BARE.queues[1]!, members }] };
		const effect = widgetEffect(held(scenario), 'd-floor', widget('q-belmont'));
		expect(effect).toMatchObject({ members: 8, assigned: 7, uncounted: 1 });
		expect(effect?.assignedNames).toHaveLength(5);
		expect(widgetEffect(held(), 'd-floor', widget('nowhere'))).toBeNull();
		expect(widgetEffect(held(), 'nowhere', widget('q-detroit'))).toBeNull();
	});
});

test('[W8] what is said before is what the engine counts after', () => {
	fc.assert(
		fc.property(scenarios, fc.nat(), fc.nat(), (scenario, d, q) => {
			const dashboard = scenario.dashboards[d % Math.max(1, scenario.dashboards.length)];
			const queue = scenario.queues[q % Math.max(1, scenario.queues.length)];
			if (!dashboard || !queue) return;
			const added = { ...widget(queue.id), id: 'never used before', from: scenario.asOf };
			const before = held(scenario);
			const effect = widgetEffect(before, dashboard.id, added);
			const input = { dashboardId: dashboard.id, widget: added };
			const done = apply(scenario, { name: 'addWidget', input });
			expect(effect === null).toBe(!done.ok);
			if (!effect || !done.ok) return;
			const after = held(done.value).snapshot.summary.figures;
			const { active } = before.snapshot.summary.figures;
			expect(effect.assigned + effect.without).toBe(after.active - active);
			expect(effect.overage.after).toBe(after.overage);
		})
	);
});

test('helpers of the forms: who may not view, who owns, which queues', () => {
	expect(withoutView(held(), ['alice', 'john', 'nobody']).map(({ name }) => name)).toEqual(['John']);
	expect(dashboardOwner(TEN)).toMatchObject({ id: 'sam', role: 'Super Admin' });
	expect(dashboardOwner({ ...TEN, people: [] })).toBeNull();
	expect(findQueues(TEN, ' DETROIT', 9)).toEqual([
		{ id: 'q-detroit', name: 'Detroit Support', extension: '201', members: 3 }
	]);
	expect(findQueues(TEN, '20', 1)).toHaveLength(1);
});
