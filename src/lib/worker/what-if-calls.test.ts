import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import ten from '../content/ten-licenses.json';
import busy from '../content/busy-month.json';
import { DEFAULT_ROLE } from '$lib/domain/role';
import { type Scenario, type ScenarioFile } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { type WhatIfChange } from '$lib/domain/what-if';
import { scenarios } from '../../../tests/generate';
import { apply } from '../commands';
import { accountCosts } from '../engine/center-costs';
import { scenarioFromNumbers } from '../engine/from-numbers';
import { EMPTY_PARTITION } from '../store/chunks';
import { course } from './course';
import { hold } from './held';
import { pager } from './row-pages';
import { type Context } from './serve';
import { answerOf, forecastDays } from './what-if-answers';
import { rolesWithoutView, whatIfCalls } from './what-if-calls';
import { driverTable } from './drivers';
import { tried } from './tried';

const sample = (file: unknown): Scenario => {
	const one = file as ScenarioFile;
	return { ...one, viewings: packViewings(one.viewings) };
};
const TEN = sample(ten);
const BUSY = sample(busy);
const held = (scenario: Scenario, before?: ReturnType<typeof hold>) =>
	hold({ id: 's', revision: 1, scenario, partition: EMPTY_PARTITION }, before, 0);

const change = (command: string, input: unknown, id = command): WhatIfChange => ({
	id,
	command,
	input: JSON.stringify(input)
});

/** Changes of every kind that the page offers, some of which will be refused. */
const someChanges = fc
	.uniqueArray(
		fc.oneof(
			fc.record({
				product: fc.constantFrom('live-reports', 'call-queues-booster'),
				quantity: fc.integer({ min: -1, max: 30 })
			}),
			fc.constantFrom<WhatIfChange>(
				change('stopMonitoring', { stops: [{ queueId: null, dashboardId: null }] }),
				change('stopMonitoring', { stops: [{ queueId: 'q0', dashboardId: null }] }, 'stop q0'),
				change('setAssumption', { id: 'A-DUAL', choice: 'two' }),
				change('setAssumption', { id: 'A-LEAVER', choice: 'at-end' }, 'leaver'),
				change('stepClock', { days: 5 }),
				change('stepClock', { days: -9 }, 'back'),
				change('editAccount', { plan: 'customer-engagement-bundle' }),
				change('setRole', { personIds: ['p0'], roleId: 'standard' }),
				change('nothing', {})
			)
		),
		{ maxLength: 5, selector: (one) => JSON.stringify(one) }
	)
	.map((list) =>
		list.map((one, i) =>
			'command' in one
				? { ...one, id: `${one.id} ${i}` }
				: change('setOwned', { ...one, orderId: `new ${i}` }, `own ${i}`)
		)
	);

describe('[I1] a what-if', () => {
	test('applied is what was shown, and what is refused in it refuses the whole', () =>
		fc.assert(
			fc.property(scenarios, someChanges, (scenario, changes) => {
				const shown = answerOf(held(scenario), changes);
				const set = apply(scenario, {
					name: 'setWhatIfs',
					input: { whatIfs: [{ id: 'w', name: 'W', changes }] }
				});
				if (!set.ok) throw new Error(set.error.code);
				const applied = apply(set.value, { name: 'applyWhatIf', input: { whatIfId: 'w', name: 'W' } });
				expect(applied.ok).toBe(shown.changes.every(({ refusal }) => refusal === null));
				if (!applied.ok) return;
				const after = held(applied.value);
				expect(after.snapshot.summary).toEqual(shown.summary);
				expect(accountCosts(applied.value, after.snapshot)).toEqual(shown.costs);
			})
		));

	test('that changes nothing is today, and its forecast begins with its own figures', () =>
		fc.assert(
			fc.property(scenarios, someChanges, (scenario, changes) => {
				const the = held(scenario);
				expect(answerOf(the, []).summary).toBe(the.snapshot.summary);
				const { figures } = answerOf(the, changes).summary;
				const [first] = forecastDays(the, changes).days;
				expect([first?.active, first?.overage]).toEqual([figures.active, figures.overage]);
			})
		));

	test('goes on after a change that can’t be made, and says why it can’t', () => {
		const { changes, summary } = answerOf(held(TEN), [
			change('stopMonitoring', { stops: [{ queueId: 'gone', dashboardId: null }] }),
			change('setOwned', { product: 'live-reports', quantity: 12, orderId: 'o' })
		]);
		expect(changes.map(({ what, refusal }) => [what, refusal?.code ?? null])).toEqual([
			['Stop monitoring', 'UNKNOWN_QUEUE'],
			['Set licenses owned', null]
		]);
		expect(summary.figures.purchased.total).toBe(12);
	});

	test('is kept while nothing that is counted changes, drafts of what-ifs among it', () => {
		const before = held(TEN);
		const changes = [change('stepClock', { days: 1 })];
		const once = tried(before, changes);
		const drafted = apply(TEN, {
			name: 'setWhatIfs',
			input: { whatIfs: [{ id: 'w', name: 'W', changes }] }
		});
		if (!drafted.ok) throw new Error(drafted.error.code);
		const after = held(drafted.value, before);
		expect(after.document.scenario).toBe(drafted.value);
		expect(tried(after, changes)).toBe(once);
	});
});

describe('[L14] what drives the seats', () => {
	test.each(['queues', 'dashboards', 'widgets'] as const)(
		'%s: freed is what stopping it alone frees',
		(kind) => {
			for (const scenario of [TEN, BUSY]) {
				const the = held(scenario);
				const { rows } = pager(driverTable(the, [], kind))({
					sort: null,
					filter: '',
					from: 0,
					to: 99
				});
				expect(rows.length).toBeGreaterThan(0);
				for (const { queueId, dashboardId, freed } of rows) {
					const stop = change('stopMonitoring', { stops: [{ queueId, dashboardId }] });
					const after = answerOf(the, [stop]).summary.figures.needed;
					expect(the.snapshot.summary.figures.needed - after).toBe(freed);
					const stopped = pager(driverTable(the, [stop], kind))({
						sort: null,
						filter: '',
						from: 0,
						to: 99
					}).rows.find((row) => row.queueId === queueId && row.dashboardId === dashboardId);
					expect(stopped).toMatchObject({ isStopped: true, isOwnStop: true, freed: 0, shared: 0 });
				}
			}
		}
	);
});

test('[I2] viewing is revoked by the role that theirs is based on, else by the default role', () => {
	const viewers = TEN.people.filter(({ roleId }) => roleId === 'manager-view').map(({ id }) => id);
	const ids = TEN.people.map(({ id }) => id);
	expect(viewers.length).toBeGreaterThan(0);
	const roles = rolesWithoutView(TEN, ids);
	expect(roles.find(({ roleId }) => roleId === 'manager')?.personIds).toEqual(viewers);
	expect(roles.find(({ roleId }) => roleId === DEFAULT_ROLE)?.personIds).toEqual(
		TEN.people.filter(({ roleId }) => roleId === 'super-admin').map(({ id }) => id)
	);
});

test('[L4] the dated facts of a person and a queue', () => {
	const the = held(TEN);
	expect(course(the, 'person', 'nobody')).toBeNull();
	const queue = course(the, 'queue', TEN.queues[0]!.id);
	expect(queue?.name).toBe(TEN.queues[0]!.name);
	expect(queue?.rows.length).toBe(TEN.queues[0]!.members.length + 1);
	expect([queue?.from, queue?.to]).toEqual(['2026-10-26', '2026-11-24']);
	const viewer = TEN.viewings[0]!.personIds[0]!;
	expect(course(the, 'person', viewer)?.rows.flatMap(({ points }) => points).length).toBeGreaterThan(0);
});

describe('[I4] Boosters, where nobody is picked,', () => {
	const numbers = {
		queues: [
			{ name: 'Support', members: 5 },
			{ name: 'Sales', members: 3 }
		],
		overlaps: [{ first: 0, second: 1, members: 2 }],
		viewers: 3,
		viewersWhoAreMembers: 1
	};
	const account = { name: 'A', asOf: '2026-11-24T14:00:00Z', timeZone: 'UTC', currency: 'USD' };
	const prices = { liveReports: 2500, callQueuesBooster: 3500, customerEngagementBundle: null };
	const context = { progress: () => {}, pause: () => Promise.resolve() } as unknown as Context;
	const calls = (scenario: Scenario) =>
		whatIfCalls(
			() => Promise.reject(new Error('nothing is written')),
			() => Promise.resolve(held(scenario))
		);
	const optionsOf = (scenario: Scenario) =>
		calls(scenario).options({ scenarioId: 's', revision: 1, changes: [], chosen: null }, context);
	const made = (): Scenario => {
		const result = scenarioFromNumbers(numbers, account);
		if (!result.ok) throw new Error('these numbers are sound');
		return sample({ ...result.value, account: { ...result.value.account, prices } });
	};

	test('are in a scenario from numbers for whom the answer said', async () => {
		const told = await calls(TEN).numbers({ numbers, account, prices }, context);
		if (!told.ok) throw new Error('these numbers are sound');
		const { curves, ...answer } = await optionsOf(made());
		expect(answer.options[1]).toMatchObject({ option: 'boosters', state: 'applies', cost: 26_000n });
		expect({ ...answer, curves }).toEqual(told.value.options);
	});

	test('are for those who are marked, as soon as somebody is', async () => {
		const scenario = made();
		const people = scenario.people.map((one, at) => (at === 1 ? { ...one, booster: true } : one));
		const { options } = await optionsOf({ ...scenario, people });
		expect(options[1]?.licenses).toEqual({ 'live-reports': 7, 'call-queues-booster': 1 });
	});

	test('are not for those who left every queue', async () => {
		const scenario = made();
		const queues = scenario.queues.map((queue) => ({
			...queue,
			members: queue.members.map((member, at) => (at === 0 ? { ...member, to: account.asOf } : member))
		}));
		const { options } = await optionsOf({ ...scenario, queues });
		expect(options[1]?.licenses['call-queues-booster']).toBe(5);
	});
});
