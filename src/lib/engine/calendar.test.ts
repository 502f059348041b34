import { expect, it } from 'vitest';
import { secondsOf } from './seconds';
import { calendarOf } from './calendar';

const startOf = (zone: string, date: string) => calendarOf(zone).startOf(date);

it.each([
	['America/Detroit', '2026-03-08', 23],
	['America/Detroit', '2026-11-01', 25],
	['Australia/Lord_Howe', '2026-10-04', 23.5],
	['Africa/Cairo', '2026-04-24', 23],
	['Pacific/Apia', '2011-12-30', 0],
	['UTC', '2026-11-01', 24]
])('[L1] in %s %s has %s hours', (zone, date, hours) => {
	const calendar = calendarOf(zone);
	expect(calendar.startOf(calendar.plus(date, 1)) - calendar.startOf(date)).toBe(hours * 3600);
});

it('[L1] a day without midnight begins at the first moment that it has', () => {
	expect(startOf('America/Sao_Paulo', '2018-11-04')).toBe(secondsOf('2018-11-04T03:00:00Z'));
});

it("[L1] an instant's day is the zone's", () => {
	const at = secondsOf('2026-11-24T02:00:00Z');
	expect(calendarOf('America/Detroit').dayOf(at)).toBe('2026-11-23');
	expect(calendarOf('Asia/Kathmandu').dayOf(at)).toBe('2026-11-24');
	expect(calendarOf('America/Detroit').dayOf(secondsOf('2026-11-24T05:00:00Z') - 1)).toBe('2026-11-23');
});

it('[L1] dates go on over months, years and leap days', () => {
	const { plus } = calendarOf('UTC');
	expect(plus('2026-01-15', -29)).toBe('2025-12-17');
	expect(plus('2024-02-28', 1)).toBe('2024-02-29');
});
