import { describe, expect, it } from 'vitest';
import { DEFAULT_ASSUMPTIONS } from '$lib/domain/assumption';
import { type Waterfall } from '$lib/domain/snapshot';
import { waterfallSteps } from '$lib/text/figures';
import { barsOf } from './bars';

const waterfall = {
	memberships: 10,
	repeats: 2,
	agents: 8,
	viewers: 4,
	both: 2,
	active: 10,
	purchased: 6,
	overage: 4
};

const stepsOf = (figures: Waterfall) =>
	waterfallSteps({ waterfall: figures, plan: 'standard', assumptions: DEFAULT_ASSUMPTIONS });

describe('barsOf', () => {
	it('[L12] starts each part where the sum before it stood', () => {
		const bars = barsOf(stepsOf(waterfall));
		expect(bars.map(({ from, size }) => [from, size].map((share) => Math.round(share * 12)))).toEqual([
			[0, 10],
			[8, 2],
			[0, 8],
			[8, 4],
			[10, 2],
			[0, 10],
			[4, 6],
			[0, 4]
		]);
		expect(bars.map(({ kind }) => kind)).toEqual([
			'whole',
			'minus',
			'whole',
			'plus',
			'minus',
			'whole',
			'minus',
			'whole'
		]);
	});

	it('ends at zero where more is taken than there is', () => {
		const [, , , , , , purchased] = barsOf(stepsOf({ ...waterfall, purchased: 500, overage: 0 }));
		expect(purchased).toEqual({ from: 0, size: 10 / 12, kind: 'minus' });
	});

	it('is empty, not broken, where everything is zero', () => {
		const nothing = { ...waterfall, memberships: 0, repeats: 0, agents: 0, viewers: 0, both: 0, active: 0 };
		const bars = barsOf(stepsOf({ ...nothing, purchased: 0, overage: 0 }));
		expect(bars.every(({ from, size }) => from === 0 && size === 0)).toBe(true);
	});
});
