import { expect, test } from 'vitest';
import { placeOf } from './place-of';

test('a page belongs to the place whose address begins it, whatever follows', () => {
	expect(placeOf('/')).toBe('home');
	expect(placeOf('/admin/users')).toBe('admin');
	expect(placeOf('/what-if')).toBe('what-if');
});

test('the history and an unknown address belong to no place, so the navigation marks none', () => {
	expect(placeOf('/history')).toBeNull();
	expect(placeOf(null)).toBeNull();
});
