import { describe, expect, it } from 'vitest';
import { toSeconds } from '$lib/domain/instant';
import {
	agoText,
	civilText,
	countText,
	dayText,
	isolated,
	listText,
	localText,
	momentText,
	nameText
} from './format';

describe('moments', () => {
	it('names date, weekday, time and zone of the account', () => {
		expect(momentText('2026-11-24T14:00:00Z', 'America/Detroit')).toBe('Tue 24 Nov 2026, 09:00 EST');
		expect(momentText('2026-07-01T23:30:00Z', 'Europe/Berlin')).toBe('Thu 2 Jul 2026, 01:30 GMT+2');
	});

	it('gives a field its local text', () => {
		expect(localText('2026-11-24T14:00:59Z', 'America/Detroit')).toBe('2026-11-24T09:00');
	});

	it('adds the year to a day only where it differs', () => {
		const near = toSeconds('2026-01-01T04:00:00Z'); // still 2025 in Detroit
		expect(dayText(toSeconds('2025-11-03T12:00:00Z'), 'America/Detroit', near)).toBe('3 Nov');
		expect(dayText(toSeconds('2026-01-03T12:00:00Z'), 'America/Detroit', near)).toBe('3 Jan 2026');
	});

	it('reads a civil day', () => expect(civilText('2026-12-05')).toBe('5 Dec 2026'));

	it.each([
		[10, 'just now'],
		[50, '1 minute ago'],
		[7_200, '2 hours ago'],
		[86_400, 'yesterday'],
		[20 * 86_400, '3 weeks ago'],
		[-5, 'just now'] // the computer's clock ran back
	])('says how long ago %d seconds are', (seconds, text) =>
		expect(agoText(1_000_000_000_000 - seconds * 1000, 1_000_000_000_000)).toBe(text)
	);
});

describe('counts, names and lists', () => {
	it('has singular, plural and thousands', () => {
		expect(countText(1, 'person', 'people')).toBe('1 person');
		expect(countText(12_345, 'person', 'people')).toBe('12,345 people');
		expect(countText(0, 'queue')).toBe('0 queues');
	});
	it('shows an empty name', () =>
		expect([' \t', '\u200b\u3164', ' a'].map(nameText)).toEqual(['(no name)', '(no name)', ' a']));
	it('joins', () =>
		expect([listText([]), listText(['a']), listText(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']));
});

it('a name that turns the line around is kept apart; any other stays as it is', () => {
	expect(isolated('Alice')).toBe('Alice');
	expect(isolated('Żółć 😀 =1+1')).toBe('Żółć 😀 =1+1');
	expect(isolated('a\u202eb')).toBe('\u2068a\u202eb\u2069');
	expect(isolated('شركة')).toBe('\u2068شركة\u2069');
});
