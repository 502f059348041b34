import { expect, test } from 'vitest';
import { localRows } from './local-rows';

const rows = [
	{ name: 'Room 10', seats: 4 },
	{ name: 'room 9', seats: 12 },
	{ name: 'Hall', seats: 4 }
];
const source = localRows<(typeof rows)[number], 'name' | 'seats'>(rows, {
	value: (row, column) => row[column],
	text: ({ name }) => name
});
const names = async (query: Partial<Parameters<typeof source>[0]>) => {
	const page = await source({ sort: null, filter: '', from: 0, to: 10, ...query });
	return [page.total, ...page.rows.map(({ name }) => name)];
};

test('rows in memory are sorted as people count, equal ones as they came', async () => {
	expect(await names({})).toEqual([3, 'Room 10', 'room 9', 'Hall']);
	expect(await names({ sort: { column: 'name', descending: false } })).toEqual([
		3,
		'Hall',
		'room 9',
		'Room 10'
	]);
	expect(await names({ sort: { column: 'seats', descending: false } })).toEqual([
		3,
		'Room 10',
		'Hall',
		'room 9'
	]);
	expect(await names({ sort: { column: 'seats', descending: true } })).toEqual([
		3,
		'room 9',
		'Room 10',
		'Hall'
	]);
});

test('a filter looks into the text, and a window is cut out of what is left', async () => {
	expect(await names({ filter: ' ROOM ' })).toEqual([2, 'Room 10', 'room 9']);
	expect(await names({ filter: 'room', from: 1, to: 2 })).toEqual([2, 'room 9']);
	expect(await names({ filter: 'cellar' })).toEqual([0]);
});
