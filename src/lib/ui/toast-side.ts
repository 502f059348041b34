/** Pixels of the viewport. */
export interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

const meet = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Where messages stand: at the bottom, and at the top where they would cover a control there and would cover none at
 * the top. `places`: the room that they would take at either.
 */
export function sideFor(
	places: Readonly<Record<'top' | 'bottom', Box>>,
	controls: readonly Box[]
): 'top' | 'bottom' {
	const covers = (place: Box) => controls.some((control) => meet(place, control));
	return covers(places.bottom) && !covers(places.top) ? 'top' : 'bottom';
}
