import { expect, test } from 'vitest';
import ten from '../content/ten-licenses.json';
import { type Scenario } from '$lib/domain/scenario';
import { findPeople } from './people';

const scenario = { ...ten, viewings: [] } as unknown as Scenario;
const names = (of: Scenario, text: string, queueId?: string) =>
	findPeople(of, { text, limit: 60, ...(queueId && { queueId }) }).map(({ name }) => name);

test('[L4] people are found by name or extension; of a queue, only who is a member at as-of', () => {
	const detroit = scenario.queues.find(({ name }) => name === 'Detroit Support')!.id;
	expect(names(scenario, 'a')).toContain('David');
	expect(names(scenario, '', detroit).toSorted()).toEqual(['John', 'Mike', 'Sarah']);
	expect(names(scenario, 'david', detroit)).toEqual([]);
	expect(names(scenario, '111', detroit)).toEqual(['John']);

	const john = scenario.people.find(({ name }) => name === 'John')!.id;
	const queues = scenario.queues.map((queue) => ({
		...queue,
		members: queue.members.map((one) => (one.personId === john ? { ...one, to: scenario.asOf } : one))
	}));
	expect(names({ ...scenario, queues }, '', detroit).toSorted()).toEqual(['Mike', 'Sarah']);
	expect(names(scenario, '', 'gone')).toEqual([]);
});
