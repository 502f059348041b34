import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { toInstant, toSeconds as parsed } from '$lib/domain/instant';
import { fromSeconds, secondsOf, toSeconds } from './seconds';

it('[L2] reads every instant from year 0000 to 9999 as the platform does', () => {
	const first = parsed('0000-01-01T00:00:00Z');
	const last = parsed('9999-12-31T23:59:59Z');
	fc.assert(
		fc.property(fc.integer({ min: first, max: last }), (seconds) => {
			expect(secondsOf(toInstant(seconds))).toBe(seconds);
		}),
		{ numRuns: 2000 }
	);
	for (const edge of [first, last, 0, -1, parsed('2024-02-29T23:59:59Z'), parsed('2100-03-01T00:00:00Z')])
		expect(secondsOf(toInstant(edge))).toBe(edge);
});

it('[L2] a missing end is open', () => {
	expect(fromSeconds(undefined)).toBe(-Infinity);
	expect(toSeconds(undefined)).toBe(Infinity);
	expect(toSeconds('1970-01-01T00:00:05Z')).toBe(5);
});
