import { scaleLinear } from 'd3-scale';

export interface Axis {
	/** From a value to pixels. */
	readonly at: (value: number) => number;
	readonly ticks: readonly number[];
	readonly top: number;
}

/** An axis from zero to a round number of `max` or more, with about `count` round whole ticks. */
export function axisTo(max: number, from: number, to: number, count: number): Axis {
	const scale = scaleLinear([0, Math.max(1, max)], [from, to]).nice(count);
	const ticks = scale.ticks(count).filter(Number.isInteger);
	return { at: scale, ticks, top: scale.domain()[1]! };
}

const DAY = 86_400_000;
/** Whole days since 1970 of a civil day, YYYY-MM-DD. */
export const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

const STRIDES = [1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 1820, 3640];

/** Which of `count` days get a label, when a label needs `room` and a day has `width` pixels: evenly, from the first. */
export function dayTicks(count: number, width: number, room: number): readonly number[] {
	const stride = STRIDES.find((days) => days * width >= room) ?? count;
	return Array.from({ length: Math.ceil(count / stride) }, (_, index) => index * stride);
}
