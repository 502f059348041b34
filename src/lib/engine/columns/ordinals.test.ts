import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ordinalsOf } from './ordinals';

const listed = (ids: readonly string[]) => ordinalsOf(ids.map((id) => ({ id })));

test('numbered ids, and those that only look so, are found as written', () => {
	const ids = [
		'p1',
		'p2',
		'p02',
		'p0',
		'p00',
		'p',
		'q1',
		'p3x',
		'p9999999999',
		'p500000000',
		'P1',
		'1',
		'p-1'
	];
	const { of } = listed(ids);
	expect(ids.map(of)).toEqual(ids.map((_, place) => place));
	for (const id of ['p4', 'p002', 'q2', '', '2', 'p１', 'pp1', 'p1 ', 'p12']) expect(of(id)).toBeUndefined();
});

test('a list answers as a Map of it does', () => {
	const id = fc.oneof(
		fc.nat(40).map((n) => `p${n}`),
		fc.nat(40).map((n) => `p${String(n).padStart(2, '0')}`),
		fc.nat().map(String),
		fc.string(),
		fc.constantFrom('p', '__proto__', 'constructor', 'p1e3')
	);
	fc.assert(
		fc.property(fc.uniqueArray(id, { maxLength: 30 }), fc.array(id), (ids, asked) => {
			const map = new Map(ids.map((one, place) => [one, place]));
			const { of } = listed(ids);
			for (const one of [...ids, ...asked]) expect(of(one)).toBe(map.get(one));
		})
	);
});

test('the same ids are the same ordinals', () => {
	const first = listed(['a1', 'a2']);
	expect(ordinalsOf([{ id: 'a1' }, { id: 'a2' }], first)).toBe(first);
	expect(ordinalsOf([{ id: 'a2' }, { id: 'a1' }], first)).not.toBe(first);
});
