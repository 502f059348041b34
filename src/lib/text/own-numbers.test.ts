import { expect, it } from 'vitest';
import { numberFaultSentence } from './own-numbers';

it('contradicting numbers are told with their figures, and a name can’t turn the sentence', () => {
	expect(
		numberFaultSentence({ code: 'OVERLAP_TOO_LARGE', overlap: 0, members: 4, queue: 'שירות', size: 3 })
	).toBe('4 people can’t be in “\u2068שירות\u2069”, which has 3 members.');
	expect(numberFaultSentence({ code: 'MORE_THAN_MEMBERS', members: 7, unique: 6 })).toBe(
		'The queues have 6 members, each person once, so 7 viewers can’t be among them.'
	);
});
