import { describe, expect, it } from 'vitest';
import { WhatIfChange } from '$lib/domain/what-if';
import { memberChanges, type Moves } from './member-changes';

const AT = '2026-11-24T14:00:00Z';
const counter = () => {
	let n = 0;
	return () => `id${++n}`;
};
const queue = { id: 'q', name: 'Detroit Support' };
const NOBODY: Moves = { leave: [], join: [], hire: 0 };
const ids = (count: number) =>
	Array.from({ length: count }, (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`);
const inputs = (changes: readonly WhatIfChange[], command: string) =>
	changes.filter((one) => one.command === command).map((one) => JSON.parse(one.input) as unknown);

describe('[I1] [I2] who leaves a queue, joins it, and is hired for it', () => {
	it('is one command each, in this order; whoever is hired joins with the others', () => {
		const changes = memberChanges(queue, { leave: ['p1'], join: ['p2'], hire: 2 }, AT, counter());
		expect(changes.map(({ command }) => command)).toEqual(['removeMembers', 'addPeople', 'addMembers']);
		expect(inputs(changes, 'removeMembers')).toEqual([{ queueId: 'q', personIds: ['p1'], at: AT }]);
		const [{ people }] = inputs(changes, 'addPeople') as [{ people: { id: string; name: string }[] }];
		expect(people.map(({ name }) => name)).toEqual([
			'Person to hire 1 (Detroit Support)',
			'Person to hire 2 (Detroit Support)'
		]);
		expect(inputs(changes, 'addMembers')).toEqual([
			{ queueId: 'q', personIds: ['p2', ...people.map(({ id }) => id)], at: AT }
		]);
	});

	it('more people than one change can name are several changes, each of which can be kept, all named once', () => {
		const many = ids(100_000);
		const changes = memberChanges(queue, { ...NOBODY, leave: many, join: many }, AT, counter());
		for (const change of changes) expect(WhatIfChange.safeParse(change).error).toBeUndefined();
		for (const command of ['removeMembers', 'addMembers']) {
			const parts = inputs(changes, command) as { queueId: string; personIds: string[]; at: string }[];
			expect(parts).toHaveLength(2);
			expect(parts.flatMap(({ personIds }) => personIds)).toEqual(many);
			expect(parts.every(({ queueId, at }) => queueId === 'q' && at === AT)).toBe(true);
		}
	});

	it('hiring for a queue with an endless name can be kept, too', () => {
		const endless = { id: 'q', name: 'x'.repeat(3_000_000) };
		const changes = memberChanges(endless, { ...NOBODY, hire: 1_000 }, AT, counter());
		for (const change of changes) expect(WhatIfChange.safeParse(change).error).toBeUndefined();
		const hired = (inputs(changes, 'addPeople') as { people: unknown[] }[]).flatMap(({ people }) => people);
		expect(hired).toHaveLength(1_000);
	});

	it('nobody is no change', () => {
		expect(memberChanges(queue, NOBODY, AT, counter())).toEqual([]);
	});
});
