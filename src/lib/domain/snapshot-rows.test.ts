import { expect, test } from 'vitest';
import { madeSummary, smallSnapshot } from '$lib/workbook/snapshot-fixture';
import { toSeconds } from './instant';
import { NEVER } from './snapshot';
import { civilDate, detailRow, seatRow } from './snapshot-rows';

test.each([
	['2026-10-26T04:00:00Z', '2026-10-26'],
	['2026-11-01T03:59:59Z', '2026-10-31'],
	['2026-11-01T04:00:00Z', '2026-11-01'],
	['2026-11-02T04:59:59Z', '2026-11-01'],
	['2026-11-02T05:00:00Z', '2026-11-02'],
	['2026-11-24T14:05:09Z', '2026-11-24']
])('[L1] %s is %s in the account’s zone, over a day of 25 hours too', (at, date) => {
	expect(civilDate(madeSummary.window, toSeconds(at))).toBe(date);
});

test('[L1] every second day’s first and last second falls on its own day', () => {
	const { days } = madeSummary.window;
	days.forEach((day, i) => {
		expect(civilDate(madeSummary.window, day.startsAt)).toBe(day.date);
		if (i > 0) expect(civilDate(madeSummary.window, day.startsAt - 1)).toBe(days[i - 1]!.date);
	});
	expect(civilDate(madeSummary.window, NEVER)).toBeNull();
});

test('[W4] a seat’s row names its person and parts', () => {
	expect(seatRow(smallSnapshot, 2)).toEqual({
		personId: 'p1',
		name: 'Bob',
		extension: '0101',
		viewer: true,
		agent: true,
		lastViewed: '2026-11-24',
		queues: 2,
		dashboards: 2,
		license: 2
	});
	expect(seatRow(smallSnapshot, 0)).toMatchObject({ viewer: false, agent: true, lastViewed: null });
});

test('[W5] a detail row names its queue, or none for a viewer’s', () => {
	expect(detailRow(smallSnapshot, 1)).toEqual({
		name: 'Alice',
		extension: '101',
		queue: null,
		dashboard: 'Floor wallboard',
		lastViewed: '2026-11-01',
		license: 1
	});
	expect(detailRow(smallSnapshot, 3).queue).toBe('Belmont Support');
});
