import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FitAnswer, FitDrop, FitKind } from '$lib/domain/fit';
import { type Scenario, ScenarioFile } from '$lib/domain/scenario';
import { packViewings } from '$lib/domain/viewing';
import { buildIndex } from '../columnar';
import { fitWithin } from './fit';

const CASE = join(import.meta.dirname, '../../../../tests/cases/ten-licenses.json');
const read = ScenarioFile.parse((JSON.parse(readFileSync(CASE, 'utf8')) as { scenario: unknown }).scenario);
const ten: Scenario = { ...read, viewings: packViewings(read.viewings) };

function fit(
	scenario: Scenario,
	kind: FitKind,
	licenses: number,
	exempt: readonly FitDrop[] = []
): FitAnswer {
	const search = fitWithin(buildIndex(scenario), scenario, { kind, licenses, exempt }, Infinity);
	for (;;) {
		const { value, done } = search.next();
		if (done) return value;
	}
}

const detroit = { queueId: 'q-detroit' };
const belmont = { queueId: 'q-belmont' };
const floorBoard = { dashboardId: 'd-floor' };
const supervisors = { seats: 2, byPermission: 2, byExemption: 0 };

describe('the ten-license example', () => {
	it('[I5] fits within ten as it is', () => {
		expect(fit(ten, 'queues', 10)).toEqual({ outcome: 'fits', needed: 10, floor: supervisors });
	});

	it('[I5] fits within seven without Detroit, within five without Belmont, within two without both', () => {
		const without = (neededAfter: number, ...drop: FitDrop[]) => ({
			outcome: 'drops',
			needed: 10,
			neededAfter,
			floor: supervisors,
			drop,
			bound: drop.length,
			proved: true
		});
		const [noDetroit, noBelmont] = [
			{ kind: 'queue', ...detroit },
			{ kind: 'queue', ...belmont }
		] as const;
		// Dropping Belmont alone reaches seven too; that it frees more is no reason against it.
		expect(fit(ten, 'queues', 7)).toEqual(without(5, noBelmont));
		expect(fit(ten, 'queues', 5)).toEqual(without(5, noBelmont));
		expect(fit(ten, 'queues', 7, [noBelmont])).toEqual({
			...without(7, noDetroit),
			floor: { seats: 7, byPermission: 2, byExemption: 5 }
		});
		expect(fit(ten, 'queues', 2)).toEqual(without(2, noDetroit, noBelmont));
		expect(fit(ten, 'dashboards', 9)).toEqual(without(2, { kind: 'dashboard', ...floorBoard }));
		expect(fit(ten, 'widgets', 5)).toEqual(without(5, { kind: 'widget', ...belmont, ...floorBoard }));
	});

	it('[I5] [L7] never fits below its two supervisors', () => {
		expect(fit(ten, 'dashboards', 1)).toEqual({ outcome: 'impossible', needed: 10, floor: supervisors });
	});

	it('[I5] an exempt queue keeps its people, and a dashboard that watches it cannot go', () => {
		const exempt: FitDrop[] = [{ kind: 'queue', ...belmont }];
		const floor = { seats: 10, byPermission: 2, byExemption: 8 };
		expect(fit(ten, 'dashboards', 9, exempt)).toEqual({ outcome: 'impossible', needed: 10, floor });
		expect(fit(ten, 'queues', 6, exempt)).toMatchObject({ outcome: 'impossible', floor: { seats: 7 } });
		expect(fit(ten, 'widgets', 7, exempt)).toMatchObject({
			drop: [{ kind: 'widget', ...detroit, ...floorBoard }]
		});
	});

	it('[I5] an exempt dashboard keeps every queue that it watches; an unknown id keeps nothing', () => {
		expect(fit(ten, 'queues', 9, [{ kind: 'dashboard', ...floorBoard }]).outcome).toBe('impossible');
		expect(fit(ten, 'queues', 9, [{ kind: 'queue', queueId: 'gone' }]).outcome).toBe('drops');
		expect(fit(ten, 'queues', 9, [{ kind: 'widget', ...belmont, dashboardId: 'gone' }]).outcome).toBe(
			'drops'
		);
	});
});

describe('a queue on two dashboards', () => {
	const [board] = ten.dashboards;
	const second = {
		...board!,
		id: 'd-second',
		widgets: board!.widgets.map((w) => ({ ...w, id: `${w.id}-2` }))
	};
	const doubled: Scenario = { ...ten, dashboards: [...ten.dashboards, second] };

	it('[I5] is monitored until both are gone', () => {
		const drop = [
			{ kind: 'dashboard', ...floorBoard },
			{ kind: 'dashboard', dashboardId: 'd-second' }
		];
		expect(fit(doubled, 'dashboards', 9)).toMatchObject({ drop, neededAfter: 2, bound: 2, proved: true });
		expect(fit(doubled, 'widgets', 9)).toMatchObject({ bound: 2, proved: true, neededAfter: 5 });
		expect(fit(doubled, 'queues', 9)).toMatchObject({ bound: 1, proved: true });
	});

	it('[I5] stays where one of its dashboards must stay', () => {
		const exempt: FitDrop[] = [{ kind: 'dashboard', dashboardId: 'd-second' }];
		expect(fit(doubled, 'dashboards', 9, exempt)).toMatchObject({ outcome: 'impossible' });
		const onSecond: FitDrop[] = [{ kind: 'widget', ...belmont, dashboardId: 'd-second' }];
		expect(fit(doubled, 'widgets', 7, onSecond)).toMatchObject({ neededAfter: 7, bound: 2, proved: true });
		expect(fit(doubled, 'widgets', 6, onSecond)).toMatchObject({ floor: { seats: 7, byExemption: 5 } });
	});
});

it('[I5] people in several queues go only with the last: greedy drops the wrong queue, the answer does not', () => {
	const people = Array.from({ length: 7 }, (_, i) => ({
		id: `p${i}`,
		name: `P${i}`,
		extension: `${300 + i}`,
		roleId: 'standard'
	}));
	const queue = (id: string, ...members: number[]) => ({
		id,
		name: id,
		extension: id,
		members: members.map((i) => ({ personId: `p${i}` }))
	});
	// A alone frees one; B and C alone free nobody, together four.
	const scenario: Scenario = {
		...ten,
		people,
		queues: [queue('a', 0), queue('b', 1, 2, 3, 4), queue('c', 1, 2, 3, 4), queue('d', 5, 6), queue('e', 5)],
		dashboards: [
			{
				id: 'd',
				name: 'D',
				ownerId: 'p0',
				widgets: ['a', 'b', 'c', 'd', 'e'].map((queueId) => ({
					id: `w-${queueId}`,
					kind: 'service-level' as const,
					name: '',
					queueId
				}))
			}
		],
		viewings: []
	};
	expect(fit(scenario, 'queues', 3)).toMatchObject({
		needed: 7,
		neededAfter: 3,
		drop: [
			{ kind: 'queue', queueId: 'b' },
			{ kind: 'queue', queueId: 'c' }
		],
		proved: true
	});
});
