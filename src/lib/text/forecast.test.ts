import { expect, it } from 'vitest';
import { type Forecast } from '$lib/domain/forecast';
import { forecastPremise, reliefSentence } from './forecast';

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
