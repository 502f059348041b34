import { expect, test } from 'vitest';
import { aboutText, type NameOf } from './history';

const NAMES: Record<string, string> = {
	p1: 'Alice',
	p2: 'Bob',
	p3: '',
	r1: 'Manager',
	q1: 'Detroit',
	d1: 'Floor'
};
const nameOf: NameOf = (_, id) => NAMES[id];

test.each([
	['stepClock', { days: 7 }, '7 days'],
	['setClock', { local: '2026-11-24T09:00' }, '2026-11-24, 09:00'],
	['renameScenario', { name: '' }, '(no name)'],
	['setRole', { personIds: ['p1', 'p2'], roleId: 'r1' }, 'Alice and Bob · Manager'],
	[
		'setRole',
		{ personIds: ['p1', 'p2', 'p3', 'p4', 'p5'], roleId: 'gone' },
		'Alice, Bob and 3 more · a role that is gone since'
	],
	['addPeople', { people: [{ name: 'Zoë' }] }, 'Zoë'],
	['addMembers', { personIds: ['p1'], at: '2026-11-24T14:00:00Z', queueId: 'q1' }, 'Detroit · Alice'],
	['shareDashboard', { dashboardId: 'd1', sharedWith: [] }, 'Floor · shared with nobody'],
	[
		'removePeople',
		{ personIds: ['p9'], dashboardsTo: 'p1' },
		'somebody who is gone since · their dashboards to Alice'
	],
	[
		'confirmOrder',
		{
			order: {
				lines: [
					{ product: 'live-reports', quantity: 10 },
					{ product: 'live-reports', quantity: 2 },
					{ product: 'call-queues-booster', quantity: 1 }
				]
			}
		},
		'12 Live Reports and 1 Call Queues Booster'
	],
	['recordViewing', { personId: 'p1', dashboardId: null, at: '' }, 'Live Reports, no dashboard · Alice'],
	['pinAnalytics', { personId: null, pinned: true }, 'Trainer · to the main bar'],
	['setAssumption', { id: 'A-DUAL', choice: 'two' }, 'A-DUAL: two'],
	['playDay', {}, ''],
	['unknown', null, ''],
	['unknown', { __proto__: 'x', toString: 1, other: { a: 1 } }, '']
])('%s %j says “%s”', (command, input, says) => {
	expect(aboutText(command, input, nameOf)).toBe(says);
});

test('a name that is very long, or turns the line around, stays within its place', () => {
	expect(aboutText('renameScenario', { name: 'x'.repeat(10_000) }, nameOf)).toHaveLength(61);
	expect(aboutText('renameScenario', { name: 'שלום' }, nameOf)).toBe('\u2068שלום\u2069');
});
