import { type Step } from '$lib/text/figures';

/** Where a step's bar stands: shares of the widest, 0 to 1. */
export interface Bar {
	readonly from: number;
	readonly size: number;
	readonly kind: 'whole' | 'plus' | 'minus';
}

/**
 * The bars of a sum as a waterfall: a part begins where the sum before it stood, a result begins at
 * zero. A part that would lead below zero ends there.
 */
export function barsOf(steps: readonly Step[]): readonly Bar[] {
	let sum = 0;
	const spans = steps.map((step) => {
		const before = sum;
		if (step.sign === '' || step.sign === '=') {
			sum = step.value;
			return { low: 0, high: step.value, kind: 'whole' as const };
		}
		sum = Math.max(0, step.sign === '+' ? before + step.value : before - step.value);
		return step.sign === '+'
			? { low: before, high: sum, kind: 'plus' as const }
			: { low: sum, high: before, kind: 'minus' as const };
	});
	const widest = Math.max(1, ...spans.map(({ high }) => high));
	return spans.map(({ low, high, kind }) => ({ from: low / widest, size: (high - low) / widest, kind }));
}
