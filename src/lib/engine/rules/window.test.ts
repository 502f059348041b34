import { describe, expect, it } from 'vitest';
import { toInstant } from '$lib/domain/instant';
import { secondsOf } from '../seconds';
import { releaseDay, windowAt } from './window';

describe('window', () => {
	it.each(['UTC', 'America/Detroit', 'Australia/Lord_Howe', 'Pacific/Apia'])(
		"[L1] has 30 days in %s, the last one as-of's, none beginning before the one before",
		(zone) => {
			const { days, startsAt, endsAt } = windowAt('2012-01-05T11:00:00Z', zone);
			expect(days).toHaveLength(30);
			expect(days[0]!.startsAt).toBe(startsAt);
			expect(endsAt).toBe(secondsOf('2012-01-05T11:00:00Z'));
			days.slice(1).forEach((day, i) => expect(day.startsAt).toBeGreaterThanOrEqual(days[i]!.startsAt));
		}
	);

	it('[L1] begins 29 days before as-of at midnight, before the clocks went back', () => {
		const { startsAt, days } = windowAt('2026-11-24T14:00:00Z', 'America/Detroit');
		expect(days.at(-1)!.date).toBe('2026-11-24');
		expect(toInstant(startsAt)).toBe('2026-10-26T04:00:00Z');
	});
});

describe('release day', () => {
	it('[L15] is 30 days after the last moment of activity', () => {
		expect(releaseDay(secondsOf('2026-11-20T15:00:00Z'), 'America/Detroit')).toBe('2026-12-20');
		expect(releaseDay(secondsOf('2026-11-20T04:59:59Z'), 'America/Detroit')).toBe('2026-12-19');
	});

	it('[L15] is never a day that the clocks skip', () => {
		expect(releaseDay(secondsOf('2011-11-30T20:00:00Z'), 'Pacific/Apia')).toBe('2011-12-31');
	});
});
