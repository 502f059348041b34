import { expect, it } from 'vitest';
import { lastViewText, reclaimTotalSentence, revokeAllText } from './reclaim';

it('[I7] a tab says its people, and what is free of those that are not exempt', () => {
	const total = { reason: 'permission-unused', people: 12, exempt: 2, freed: 10, cost: 35_000n } as const;
	expect(reclaimTotalSentence(total, 'USD')).toBe(
		'12 people, 2 of them exempt. 10 needed seats to free, $350.00 a month.'
	);
	expect(reclaimTotalSentence({ ...total, people: 1, exempt: 0, freed: 1, cost: null }, 'USD')).toBe(
		'1 person. 1 needed seat to free, price not known.'
	);
	expect(reclaimTotalSentence({ ...total, people: 0 }, 'USD')).toBe('Nobody is here.');
	expect([1, 1_200].map(revokeAllText)).toEqual([
		'Revoke viewing of the 1 that is not exempt',
		'Revoke viewing of all 1,200 that are not exempt'
	]);
});

it('[I7] days since the last view read as people say them', () => {
	expect([null, 0, 1, 400].map(lastViewText)).toEqual(['never', 'today', 'yesterday', '400 days ago']);
});
