import { expect, it } from 'vitest';
import { type Forecast } from '$lib/domain/forecast';
import {
	forecastPremise,
	lastViewText,
	missingPricesSentence,
	numberFaultSentence,
	optionReasonSentence,
	reliefSentence
} from './what-if';

it('[I4] every refusal says what is so and what to do', () => {
	expect(optionReasonSentence({ code: 'CHOSEN_NEED_NONE', chosen: 3 })).toBe(
		'None of the 3 chosen people needs a seat. Choose somebody who does.'
	);
	expect(optionReasonSentence({ code: 'UNKNOWN_PEOPLE', people: 1 })).toBe(
		'1 chosen person is no longer in the scenario. Choose again.'
	);
	expect(missingPricesSentence(['liveReports', 'callQueuesBooster'])).toBe(
		'The price of Live Reports and Call Queues Booster is not entered. Enter it in Settings: none is made up.'
	);
});

it('[I6] the premise names who goes on viewing, and the plan where it matters', () => {
	const forecast: Forecast = {
		plan: 'standard',
		timeZone: 'UTC',
		goOnViewing: 1,
		days: [],
		relief: { kind: 'already', again: null }
	};
	expect(forecastPremise(forecast)).toMatch(/^If the change is made now: 1 person who viewed .* goes on/);
	expect(forecastPremise({ ...forecast, goOnViewing: 0 })).toContain('no viewing is added');
	expect(forecastPremise({ ...forecast, plan: 'customer-engagement-bundle' })).toMatch(
		/no overage on any day\.$/
	);
});

it('[I6] the day without overage, and that it comes again', () => {
	expect(reliefSentence({ kind: 'on', on: '2026-12-24', inDays: 30, again: null })).toBe(
		'The first day without overage is 24 Dec 2026, in 30 days.'
	);
	expect(reliefSentence({ kind: 'already', again: '2026-12-01' })).toBe(
		'There is no overage. On 1 Dec 2026 there is some again.'
	);
	expect(reliefSentence({ kind: 'not-within', days: 30, overage: 2 })).toBe(
		'No day of the next 30 is without overage: on the last one it is 2.'
	);
});

it('[I7] days since the last view read as people say them', () => {
	expect([null, 0, 1, 400].map(lastViewText)).toEqual(['never', 'today', 'yesterday', '400 days ago']);
});

it('contradicting numbers are told with their figures, and a name can’t turn the sentence', () => {
	expect(
		numberFaultSentence({ code: 'OVERLAP_TOO_LARGE', overlap: 0, members: 4, queue: 'שירות', size: 3 })
	).toBe('4 people can’t be in “\u2068שירות\u2069”, which has 3 members.');
	expect(numberFaultSentence({ code: 'MORE_THAN_MEMBERS', members: 7, unique: 6 })).toBe(
		'The queues have 6 members, each person once, so 7 viewers can’t be among them.'
	);
});
