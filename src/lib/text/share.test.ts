import { expect, test } from 'vitest';
import { holdsSentence, lengthSentence, privacySentence } from './share';

const COUNTS = { people: 11, queues: 1, dashboards: 2 };
const made = (steps: number | null) => ({
	...{ code: '', length: 0 },
	recipe: steps === null ? null : { sample: 'busy-month', steps }
});

test.each([
	[
		null,
		'It holds the scenario as it is now: 11 people, 1 queue and 2 dashboards. The history does not go along.'
	],
	[0, 'It holds the sample “Busy month”, unchanged.'],
	[1, 'It holds the sample “Busy month” and 1 change made to it.'],
	[12, 'It holds the sample “Busy month” and 12 changes made to it.']
])('[S8] a link of %j commands says what it holds', (steps, sentence) => {
	expect(holdsSentence(made(steps), 'Busy month', COUNTS)).toBe(sentence);
});

test('[S8] who can read the names is said for both kinds', () => {
	expect(privacySentence(made(null))).toMatch(/^Names, extensions and email addresses are in the link/);
	expect(privacySentence(made(1))).toMatch(/^Names that you added or changed are in the link/);
	expect(privacySentence(made(0))).toBe('Nothing of yours is in it.');
});

test.each([
	['short', 'x', 706, 'The link has 706 characters, short enough for chat and mail.'],
	[
		'long',
		'x',
		1_901,
		'The link has 1,901 characters. Some chat and mail programs cut links longer than about 1,900: try it before you rely on it, or send a file.'
	]
] as const)('[S8] a %s link says its length', (fits, link, length, sentence) => {
	expect(lengthSentence({ fits, link, length })).toBe(sentence);
});

test.each([
	[
		5_078,
		'As a link this scenario would have 5,078 characters, and 4,000 is the most that can be relied on. Send a file instead: whoever gets it opens it on Home.'
	],
	[null, 'This scenario is far too large for a link. Send a file instead: whoever gets it opens it on Home.']
])('[S8] a link of %j characters says why it is none', (length, sentence) => {
	expect(lengthSentence({ fits: 'no', link: null, length })).toBe(sentence);
});
