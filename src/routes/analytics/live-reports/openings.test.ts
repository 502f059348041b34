import { expect, test } from 'vitest';
import { Openings } from './openings';

const AT = '2026-11-24T14:00:00Z';

test('[L5] an opening is one, however often the page is drawn, and undoing it opens nothing', () => {
	const page = new Openings();
	const alice = ['s1', 'alice', 'd1'] as const;
	expect(page.isNew(alice, AT, 0)).toBe(true);
	expect(page.isNew(alice, AT, 10)).toBe(false); // drawn again: saved, undone, redone
	expect(page.isNew(alice, '2026-11-25T14:00:00Z', 90_000)).toBe(false); // the clock moved under the open page
	expect(page.isNew(['s1', 'bob', 'd1'], AT, 20)).toBe(true); // somebody else acts
	expect(page.isNew(null, AT, 30)).toBe(false); // the Trainer
});

test('[L5] leaving and coming back within a minute is the same look, unless the clock has moved', () => {
	const who = ['s2', 'alice', null] as const;
	expect(new Openings().isNew(who, AT, 0)).toBe(true);
	expect(new Openings().isNew(who, AT, 59_000)).toBe(false);
	expect(new Openings().isNew(who, AT, 60_000)).toBe(true);
	expect(new Openings().isNew(who, '2026-11-25T14:00:00Z', 61_000)).toBe(true);
});
