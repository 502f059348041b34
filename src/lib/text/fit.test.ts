import { expect, test } from 'vitest';
import { fitSentences } from './fit';

const floor = { seats: 0, byPermission: 0, byExemption: 0 };
const question = { kind: 'queues', licenses: 5, exempt: [] } as const;
const drops = {
	outcome: 'drops',
	needed: 10,
	neededAfter: 5,
	floor,
	drop: [
		{ kind: 'queue', queueId: 'a' },
		{ kind: 'queue', queueId: 'b' }
	],
	bound: 2,
	proved: true
} as const;

test('[I5] “optimal” is said only with a proof', () => {
	expect(fitSentences(drops, question, false, 10)).toEqual({
		tone: 'good',
		title: 'Optimal: 2 queues to stop',
		sentences: ['Needed goes from 10 to 5, for 5 licenses.', 'Proved: nothing shorter exists.']
	});
	const open = fitSentences({ ...drops, bound: 1, proved: false }, question, true, 10);
	expect(open.title).toBe('Best found: 2 queues to stop');
	expect(open.sentences[1]).toBe(
		'Best found, at least 1: it may be that 1 fewer would do. The search was ended before it was settled.'
	);
	expect(JSON.stringify(open)).not.toMatch(/optimal/i);
});

test('[I5] a target below what can’t be freed says how many, and why', () => {
	const answer = {
		outcome: 'impossible',
		needed: 10,
		floor: { seats: 7, byPermission: 4, byExemption: 3 }
	} as const;
	expect(fitSentences(answer, question, false, 10).sentences).toEqual([
		'Even with everything stopped that may go, 7 seats stay needed: more than 5 licenses.',
		'4 seats can’t be freed so, because their holders have a Live Reports permission: revoke viewing to free them.',
		'3 seats stay because of what is exempt. Take an exemption away to free them.'
	]);
});

test('[I5] what fits already needs nothing', () => {
	const fits = { outcome: 'fits', needed: 1, floor } as const;
	expect(fitSentences(fits, question, false, 5).sentences).toEqual([
		'1 seat is needed, and 5 licenses are available. There is nothing to stop.'
	]);
	// Whoever came because of an overage must hear why it is still there.
	expect(fitSentences(fits, question, false, 6).sentences[1]).toBe(
		'The report still counts 6 active seats, for what the last 30 days used: “When it shows” tells from which day it is free of overage.'
	);
});
