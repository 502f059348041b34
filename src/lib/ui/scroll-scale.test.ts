import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extentOf, follow, type Position, restingTop, ROW_HEIGHT, sliceOf } from './scroll-scale';

const START: Position = { top: 0, at: 0 };

describe('scaled scrolling', () => {
	test('a short table is not scaled: position and browser agree', () => {
		const extent = extentOf(1000, 500);
		expect(extent.shown).toBe(extent.full);
		expect(follow(START, 7200, extent)).toEqual({ top: 7200, at: 7200 });
		expect(restingTop({ top: 7200, at: 7200 }, extent)).toBe(7200);
	});

	test('three million rows stay under what browsers can draw, and the last row is reached', () => {
		const total = 3_000_000;
		const extent = extentOf(total, 500);
		expect(extent.shown).toBeLessThan(17_000_000);
		const end = follow(START, extent.shown - 500, extent);
		expect(sliceOf(end, total, extent).last).toBe(total);
	});

	test('small steps in a scaled table move by their own pixels: no row is skipped', () => {
		const extent = extentOf(3_000_000, 500);
		const middle = follow(START, 5_000_000, extent);
		expect(follow(middle, 5_000_100, extent).at).toBeCloseTo(middle.at + 100, 3);
	});

	test('heights always add up, the rows in sight are drawn, and they are drawn where they are seen', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 4_000_000 }),
				fc.integer({ min: 100, max: 2000 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(total, viewport, share) => {
					const extent = extentOf(total, viewport);
					const top = Math.max(0, extent.shown - viewport) * share;
					const position = follow(START, top, extent);
					const slice = sliceOf(position, total, extent);
					expect(slice.before + (slice.last - slice.first) * ROW_HEIGHT + slice.after).toBeCloseTo(
						extent.shown,
						3
					);
					const firstSeen = Math.min(Math.floor(position.at / ROW_HEIGHT), Math.max(0, total - 1));
					expect(slice.first).toBeLessThanOrEqual(firstSeen);
					expect(slice.last).toBeGreaterThanOrEqual(
						Math.min(total, Math.floor((position.at + viewport) / ROW_HEIGHT))
					);
					const drawnAt = slice.before + (firstSeen - slice.first) * ROW_HEIGHT;
					if (total * ROW_HEIGHT > viewport)
						expect(Math.abs(drawnAt - (top - (position.at - firstSeen * ROW_HEIGHT)))).toBeLessThan(2);
				}
			),
			{
				examples: [
					[420_194, 100, 0.000015750015750015675],
					[4_000_000, 100, 0.00002]
				]
			}
		);
	});

	test('at rest the browser position stands for the same rows', () => {
		const extent = extentOf(2_000_000, 600);
		const moved = { top: 1_000_400, at: 5_000_000 };
		const top = restingTop(moved, extent);
		expect(follow(START, top, extent).at).toBeCloseTo(5_000_000, -2);
	});
});
