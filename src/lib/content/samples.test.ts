import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { readScenario } from '$lib/files/read-scenario';
import { SAMPLES } from './samples';

const sample = (id: string) => SAMPLES.find((one) => one.id === id)!;

describe.each(SAMPLES.map((one) => [one.id, one] as const))('sample %s', (id, { file, title }) => {
	it('[S9] is read without a fault, and says the same', async () => {
		const bytes = readFileSync(new URL(`./${id}.json`, import.meta.url));
		const read = await readScenario(bytes);
		expect(read).toMatchObject({ ok: true });
		expect(JSON.parse(bytes.toString())).toStrictEqual(file);
	});

	it('is named as it is offered', () => {
		expect(file.name).toBe(title);
	});
});

test('sample ids are unique', () => {
	expect(new Set(SAMPLES.map(({ id }) => id)).size).toBe(SAMPLES.length);
});

describe('Busy month holds what its blurb promises', () => {
	const { people, queues, dashboards, orders, asOf, viewings } = sample('busy-month').file;
	const memberships = queues.flatMap((queue) => queue.members.map((member) => ({ queue, member })));
	const ofQueue = (queueId: string, personId: string) =>
		queues.find(({ id }) => id === queueId)!.members.filter((member) => member.personId === personId);

	it('has 24 people, five queues, one of them unwatched, and three dashboards', () => {
		const watched = new Set(dashboards.flatMap(({ widgets }) => widgets.map(({ queueId }) => queueId)));
		expect([people.length, queues.length, dashboards.length, watched.size]).toEqual([24, 5, 3, 4]);
	});

	it('has a leaver, a returner and a supervisor who takes calls', () => {
		expect(memberships.filter(({ member }) => member.to !== undefined && member.to < asOf)).not.toEqual([]);
		expect(ofQueue('q-nurse', 'sofia')).toEqual([{ personId: 'sofia', to: '2026-11-13T23:00:00Z' }]);
		expect(ofQueue('q-appointments', 'julia')).toHaveLength(2);
		expect(ofQueue('q-appointments', 'priya')).toHaveLength(1);
		expect(viewings.some(({ personId }) => personId === 'priya')).toBe(true);
	});

	it('has boosters, and buys fewer licenses than people took part', () => {
		const bought = orders.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0);
		const enabled = new Set(people.filter(({ status }) => status === undefined).map(({ id }) => id));
		const seats = new Set([
			...memberships
				.filter(
					({ queue, member }) => queue.id !== 'q-after' && !(member.from !== undefined && member.from > asOf)
				)
				.map(({ member }) => member.personId),
			...viewings.filter(({ dashboardId }) => dashboardId !== null).map(({ personId }) => personId)
		]);
		expect(people.filter(({ booster }) => booster === true)).toHaveLength(3);
		expect([bought, [...seats].filter((id) => enabled.has(id)).length]).toEqual([15, 18]);
	});
});
