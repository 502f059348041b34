import { expect, test } from 'vitest';
import { LINK_LENGTHS, sharedCode, SHARE_MARK, wholeLink } from './share-link';

const HOME = 'https://example.com/some/folder/';
const ROOM = LINK_LENGTHS.most - HOME.length - SHARE_MARK.length;
const made = (length: number) => ({ code: 'x'.repeat(length), length, recipe: null });

test.each([
	[1, 'short'],
	[LINK_LENGTHS.short - HOME.length - SHARE_MARK.length, 'short'],
	[LINK_LENGTHS.short - HOME.length - SHARE_MARK.length + 1, 'long'],
	[ROOM, 'long'],
	[ROOM + 1, 'no']
])('[S8] with a code of %i characters the whole link is %s', (length, fits) => {
	const whole = wholeLink(HOME, made(length));
	expect(whole.fits).toBe(fits);
	expect(whole.length).toBe(HOME.length + SHARE_MARK.length + length);
	expect(whole.link?.length ?? whole.length).toBe(whole.length);
});

test('[S8] without a code there is no link, and a length only where it is known', () => {
	const none = { code: null, recipe: null };
	expect(wholeLink(HOME, { ...none, length: 5_000 })).toEqual({
		...{ fits: 'no', link: null },
		length: 5_000 + HOME.length + SHARE_MARK.length
	});
	expect(wholeLink(HOME, { ...none, length: null })).toEqual({ fits: 'no', link: null, length: null });
});

test.each([
	['#share=1.abc', '1.abc'],
	['#share%3D1.abc', '1.abc'],
	['#SHARE%3d1.abc', '1.abc'],
	['#share=', ''],
	['#share=1.a\nb', '1.a\nb'],
	['#content', null],
	['#shared=1', null],
	['', null]
])('[S8] the code in %j is %j', (fragment, code) => {
	expect(sharedCode(fragment)).toBe(code);
});
