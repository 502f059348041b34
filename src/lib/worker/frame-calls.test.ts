import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Scenario } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { changesNote } from '$lib/text/changes';
import { type SandboxDatabase } from '../store/db';
import { dispatch } from '../store/dispatch';
import { step } from '../store/undo';
import { openDatabase } from '../store/open';
import { madeScenario, renamed, request, stored } from '../store/store-fixture';
import { find, historyRows } from './frame-calls';
import { hold } from './held';
import { playPlan } from './play-plan';
import { seatChanges } from './seat-changes';

let db: SandboxDatabase;
let databases = 0;

beforeEach(async () => {
	db = await openDatabase(`frame ${++databases}`);
});
afterEach(async () => {
	await db.delete();
});

const window = (from: number, to: number, filter = '') => ({ sort: null, filter, from, to });

async function withHistory() {
	let doc = await stored(db, 's', madeScenario());
	for (const asked of [
		renamed(doc.scenario, 0, 'Alice'),
		{ ...request('stepClock', { days: 1 }), actor: 'p1' },
		request('renameScenario', { name: 'Third' })
	]) {
		const done = await dispatch(db, doc, asked);
		if (!done.ok) throw new Error(done.error.code);
		doc = done.value;
	}
	return doc;
}

test('the history lists what was done, newest first, down to the start, and marks what is undone', async () => {
	const { scenario } = await withHistory();
	await step(db, 's', 'undo', 4, 9000);
	const page = await historyRows(db, 's', scenario, window(0, 50));
	expect(page.total).toBe(4);
	expect(page.rows.map(({ seq, about, by, state, reachable }) => [seq, about, by, state, reachable])).toEqual(
		[
			[3, 'Third', null, 'undone', true],
			[2, '1 day', 'Person 1', 'here', false],
			[1, 'Alice', null, 'done', true],
			[0, '', null, 'done', true]
		]
	);
	expect(page.rows.map((row) => row.asOf?.slice(0, 10))).toEqual([
		'2026-11-25',
		'2026-11-24',
		'2026-11-24',
		undefined
	]);
});

test('a window of the history reads only its own entries and joins its neighbors without a gap', async () => {
	const { scenario } = await withHistory();
	const rows = [];
	for (let from = 0; from < 4; from += 2)
		rows.push(...(await historyRows(db, 's', scenario, window(from, from + 2))).rows);
	expect(rows.map(({ seq }) => seq)).toEqual([3, 2, 1, 0]);
	expect(await historyRows(db, 's', scenario, window(10, 20))).toMatchObject({ total: 4, rows: [] });
	const found = await historyRows(db, 's', scenario, window(0, 9, 'ALICE'));
	expect(found).toMatchObject({ total: 1, rows: [{ seq: 1 }] });
	await db.journal.update(['s', 1], { other: null });
	const old = await historyRows(db, 's', scenario, window(0, 9));
	expect(old.rows.map(({ reachable }) => reachable)).toEqual([false, true, true, false]);
});

const counted = (scenario: Scenario) =>
	hold({ id: 's', revision: 1, scenario, partition: undefined as never }, undefined, 0);
const pause = async () => undefined;

const aging: Scenario = {
	...madeScenario(4, 0),
	asOf: '2026-11-24T14:00:00Z',
	viewings: packViewings([
		{ personId: 'p1', dashboardId: 'd0', at: '2026-10-25T14:00:00Z' },
		{ personId: 'p2', dashboardId: 'd0', at: '2026-11-24T13:00:00Z' },
		{ personId: 'p3', dashboardId: 'd0', at: '2026-11-01T13:00:00Z' }
	])
};

test('[L1] [L13] a step of the clock says who left, who entered and why', async () => {
	const changes = await seatChanges(counted(aging), '2026-11-23T13:00:00Z', 9, pause);
	expect(changes).toMatchObject({ left: 1, entered: 1, from: '2026-11-23T13:00:00Z', to: aging.asOf });
	expect(changes.seats).toMatchObject([
		{ personId: 'p1', kind: 'left', reason: { kind: 'viewed', dashboard: 'Floor wallboard' } },
		{ personId: 'p2', kind: 'entered', reason: { kind: 'viewed' } }
	]);
	expect(await seatChanges(counted(aging), '2026-11-23T13:00:00Z', 1, pause)).toMatchObject({
		left: 1,
		entered: 1,
		seats: [{ personId: 'p1' }]
	});
	expect(await seatChanges(counted(aging), aging.asOf, 9, pause)).toMatchObject({ left: 0, entered: 0 });
});

test('[L4] [L13] who left by a date that lay ahead at the step’s start left then, not “not yet”', async () => {
	const [queue] = aging.queues;
	const leaving: Scenario = {
		...aging,
		viewings: packViewings([]),
		queues: [{ ...queue!, members: [{ personId: 'p1', to: '2026-11-28T09:00:00Z' }] }]
	};
	const told = async (scenario: Scenario, from: string) =>
		changesNote(await seatChanges(counted(scenario), from, 9, pause));
	const later: Scenario = { ...leaving, asOf: '2027-01-24T14:00:00Z' };
	expect(await told(later, aging.asOf)).toContain(' until 28 Nov 2026, window');
	const atEnd: Scenario = { ...later, assumptions: { ...later.assumptions, 'A-LEAVER': 'at-end' } };
	expect(await told(atEnd, aging.asOf)).toContain(' until 28 Nov 2026, window');
	const members = [{ personId: 'p1', from: '2026-11-01T09:00:00Z', to: '2026-11-02T09:00:00Z' }];
	const before: Scenario = { ...leaving, asOf: '2026-10-01T14:00:00Z', queues: [{ ...queue!, members }] };
	expect(await told(before, aging.asOf)).toContain('not yet at that time');
});

test('[A-DUAL] with two seats a dual person may lose one of them', async () => {
	const dual: Scenario = {
		...aging,
		assumptions: { ...aging.assumptions, 'A-DUAL': 'two' },
		viewings: packViewings([{ personId: 'p0', dashboardId: 'd0', at: '2026-10-25T14:00:00Z' }])
	};
	const changes = await seatChanges(counted(dual), '2026-11-23T14:00:00Z', 9, pause);
	expect(changes).toMatchObject({ left: 1, seats: [{ personId: 'p0', reason: { kind: 'viewed' } }] });
});

test('the finder finds by name and extension, names that begin so first, and no deleted dashboard', () => {
	const scenario: Scenario = {
		...madeScenario(3),
		people: [
			{ id: 'a', name: 'Joan Ann', extension: '7', roleId: 'view' },
			{ id: 'b', name: 'Ann Lee', extension: '8', roleId: 'view' }
		],
		dashboards: [
			{ id: 'd0', name: 'Annual', ownerId: 'a', widgets: [] },
			{ id: 'd1', name: 'Annex', ownerId: 'a', deletedAt: '2026-11-01T00:00:00Z', widgets: [] }
		]
	};
	expect(find(scenario, ' ANN ', 5)).toMatchObject({
		people: [{ id: 'b', role: 'View' }, { id: 'a' }],
		queues: [],
		dashboards: [{ id: 'd0', detail: 'Joan Ann' }]
	});
	expect(find(scenario, '201', 5).queues).toMatchObject([{ id: 'q0', detail: '201' }]);
	expect(find(scenario, 'ann', 1).people).toMatchObject([{ id: 'b' }]);
	expect(find(scenario, '  ', 5)).toEqual({ people: [], queues: [], dashboards: [] });
});

test('a routine is read off the last 30 days until there is one, and then named', () => {
	const { snapshot } = counted(aging);
	expect(playPlan(aging, snapshot.summary.window)).toEqual({
		seed: 1,
		suggested: true,
		dashboards: [{ id: 'd0', name: 'Floor wallboard' }],
		viewers: [
			{ personId: 'p2', person: 'Person 2', dashboardId: 'd0', dashboard: 'Floor wallboard', everyDays: 30 },
			{ personId: 'p3', person: 'Person 3', dashboardId: 'd0', dashboard: 'Floor wallboard', everyDays: 30 }
		]
	});
	const viewers = [
		{ personId: 'p1', dashboardId: null, everyDays: 2 },
		{ personId: 'gone', dashboardId: 'd0', everyDays: 3 }
	];
	const set: Scenario = { ...aging, practice: { routine: { seed: 7, viewers } } };
	expect(playPlan(set, snapshot.summary.window)).toEqual({
		seed: 7,
		suggested: false,
		dashboards: [{ id: 'd0', name: 'Floor wallboard' }],
		viewers: [{ personId: 'p1', person: 'Person 1', dashboardId: null, dashboard: null, everyDays: 2 }]
	});
});
