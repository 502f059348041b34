/** Every row's height in pixels. */
export const ROW_HEIGHT = 36;
/** Rows drawn beyond the ones in sight, on each side. */
export const MARGIN = 8;
/** Browsers clip taller elements (Firefox at 17.8 million pixels, Chromium at 33.5 million). */
const TALLEST = 15_000_000;

/** A table's sizes in pixels: `full` if every row took its height, `shown` what the browser is given. */
export interface Extent {
	readonly full: number;
	readonly shown: number;
	readonly viewport: number;
}

/** `top`: the browser's scroll position; `at`: where that is in the full height. */
export interface Position {
	readonly top: number;
	readonly at: number;
}

/** Which rows to draw, and the empty heights before and after them. */
export interface Slice {
	readonly first: number;
	readonly last: number;
	readonly before: number;
	readonly after: number;
}

export function extentOf(total: number, viewport: number): Extent {
	const full = total * ROW_HEIGHT;
	return { full, shown: Math.min(full, TALLEST), viewport };
}

const clamp = (value: number, max: number) => Math.max(0, Math.min(value, Math.max(0, max)));

/**
 * Follows the browser's scroll position. In a scaled table small steps (wheel, arrows, pages) move by as many
 * pixels as they say, so that no row is skipped; great steps (dragging the bar) move in proportion.
 */
export function follow(last: Position, top: number, { full, shown, viewport }: Extent): Position {
	const end = full - viewport;
	if (full <= shown) return { top, at: clamp(top, end) };
	const room = shown - viewport;
	if (top <= 0) return { top, at: 0 };
	if (top >= room - 1) return { top, at: end };
	const step = top - last.top;
	const small = Math.abs(step) <= 2 * viewport;
	return { top, at: clamp(small ? last.at + step : (top / room) * end, end) };
}

/** The browser position that stands for `at`: set when scrolling rests, so that small steps add up right. */
export function restingTop({ top, at }: Position, { full, shown, viewport }: Extent): number {
	return full <= shown ? top : Math.round((at / (full - viewport)) * (shown - viewport));
}

/** The rows in sight, and `margin` more on each side; above, as many as have room there. */
export function sliceOf(
	{ top, at }: Position,
	total: number,
	{ shown, viewport }: Extent,
	margin = MARGIN
): Slice {
	const seen = Math.floor(at / ROW_HEIGHT);
	const room = Math.ceil((at - top) / ROW_HEIGHT); // close to the top of a scaled table it is less than the margin
	const first = clamp(Math.min(seen, Math.max(seen - margin, room)), total);
	const last = clamp(Math.ceil((at + viewport) / ROW_HEIGHT) + margin, total);
	const height = (last - first) * ROW_HEIGHT;
	const before = clamp(top - at + first * ROW_HEIGHT, shown - height);
	return { first, last, before, after: Math.max(0, shown - before - height) };
}
