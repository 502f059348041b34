import { expect, it } from 'vitest';
import { extensionOrder, nameOrder } from './name-order';

const order = (people: [name: string, extension: string, id: string][]) => {
	const extensions = people.map(([, extension]) => extension);
	const ids = people.map(([, , id]) => id);
	const { sorted, rank } = nameOrder(
		people.map(([name]) => name),
		extensionOrder(extensions, ids)
	);
	sorted.forEach((ordinal, place) => expect(rank[ordinal]).toBe(place));
	return Array.from(sorted, (i) => ids[i]);
};

it('[L11] names go as people read them: accents and case beside their letter, numbers by value', () => {
	const names = ['Zoë', 'Bo 10', 'bo 2', 'Ánn', 'Ann', '', 'ann', 'Anna'];
	expect(order(names.map((name) => [name, '', name]))).toEqual([
		'',
		'ann',
		'Ann',
		'Ánn',
		'Anna',
		'bo 2',
		'Bo 10',
		'Zoë'
	]);
});

it('[L11] equal names go by extension in natural order, then by id', () => {
	expect(
		order([
			['Ann', '10', 'b'],
			['Ann', '10', 'a'],
			['Ann', '9', 'c'],
			['Ann', '', 'd']
		])
	).toEqual(['d', 'c', 'a', 'b']);
});
