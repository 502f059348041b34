import { expect, it } from 'vitest';
import { type OwnNumbers } from '$lib/domain/own-numbers';
import { fieldOf } from './fault-field';

const numbers: OwnNumbers = {
	queues: [
		{ name: 'Support', members: 9 },
		{ name: 'Support', members: 3 },
		{ name: '', members: 4 }
	],
	overlaps: [],
	viewers: 2,
	viewersWhoAreMembers: 0
};

it('each fault stands beside the field that can put it right', () => {
	expect(fieldOf({ code: 'NOT_A_COUNT', field: 'queues.1.members', most: 9 }, numbers)).toBe(
		'queues.1.members'
	);
	expect(fieldOf({ code: 'NOT_TWO_QUEUES', overlap: 1 }, numbers)).toBe('overlaps.1.second');
	expect(
		fieldOf({ code: 'OVERLAP_TOO_LARGE', overlap: 2, members: 5, queue: 'Support', size: 3 }, numbers)
	).toBe('overlaps.2.members');
	expect(fieldOf({ code: 'MORE_THAN_MEMBERS', members: 5, unique: 3 }, numbers)).toBe('viewersWhoAreMembers');
	expect(fieldOf({ code: 'TOO_MANY_PEOPLE', people: 2, most: 1 }, numbers)).toBe('form');
});

it('of queues with one name, the one of that size is meant; a name from before is nobody’s field', () => {
	const fault = { code: 'OVERLAPS_TOO_MANY', size: 3, members: 4 } as const;
	expect(fieldOf({ ...fault, queue: 'Support' }, numbers)).toBe('queues.1.members');
	expect(fieldOf({ ...fault, size: 4, members: 5, queue: 'Queue 3' }, numbers)).toBe('queues.2.members');
	expect(fieldOf({ ...fault, queue: 'Gone' }, numbers)).toBe('form');
});
