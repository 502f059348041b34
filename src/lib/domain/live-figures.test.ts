import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WIDGET_KINDS } from './dashboard';
import { liveFigure, liveTrend, seedOf } from './live-figures';

const queue = fc.record({
	seed: fc.nat(),
	queueId: fc.string({ minLength: 1 }),
	members: fc.oneof(fc.nat(12), fc.nat(100_000))
});
const seconds = fc.integer({ min: 0, max: 4_000_000_000 });

test('the figures of a queue are possible, and fit each other', () => {
	fc.assert(
		fc.property(queue, seconds, (one, at) => {
			const [level, waiting, available, answer, handle] = WIDGET_KINDS.map((kind) =>
				liveFigure(kind, one, at)
			);
			expect(available).toBeGreaterThanOrEqual(0);
			expect(available).toBeLessThanOrEqual(one.members);
			expect(waiting).toBeGreaterThanOrEqual(0);
			expect(waiting).toBeLessThanOrEqual(25);
			expect(Math.min(available!, waiting!)).toBe(0);
			if (one.members === 0) expect([level, answer, handle]).toEqual([null, null, null]);
			if (level === null) return;
			expect(level).toBeGreaterThanOrEqual(0);
			expect(level).toBeLessThanOrEqual(100);
			expect(answer).toBeGreaterThan(0);
			expect(handle).toBeGreaterThan(0);
			for (const figure of [level, waiting, available, answer, handle])
				expect(Number.isInteger(figure)).toBe(true);
		})
	);
});

test('they move, smoothly, and the same moment always shows the same', () => {
	const one = { seed: 7, queueId: 'q1', members: 40 };
	const trend = liveTrend('service-level', one, 1_796_000_000, { points: 60, step: 5 });
	expect(trend).toHaveLength(60);
	expect(new Set(trend).size).toBeGreaterThan(5);
	expect(trend.at(-1)).toBe(liveFigure('service-level', one, 1_796_000_000));
	const jumps = trend.slice(1).map((value, i) => Math.abs(value - trend[i]!));
	expect(Math.max(...jumps)).toBeLessThan(25);
	expect(liveTrend('service-level', one, 1_796_000_000, { points: 60, step: 5 })).toEqual(trend);
	const other = liveTrend('service-level', { ...one, queueId: 'q2' }, 1_796_000_000, { points: 60, step: 5 });
	expect(other).not.toEqual(trend);
});

test('a seed depends on where a text ends', () => {
	expect(seedOf(['ab', 'c'])).not.toBe(seedOf(['a', 'bc']));
	expect(seedOf(['ab', 'c'])).toBe(seedOf(['ab', 'c']));
});
