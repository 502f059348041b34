export interface Circle {
	readonly x: number;
	readonly y: number;
	readonly r: number;
}

const far = (a: Pick<Circle, 'x' | 'y'>, b: Pick<Circle, 'x' | 'y'>): number =>
	Math.hypot(a.x - b.x, a.y - b.y);

/** The area that two circles with radii `r` and `s` share when their centers are `d` apart. */
export function lens(r: number, s: number, d: number): number {
	if (d >= r + s) return 0;
	if (d <= Math.abs(r - s)) return Math.PI * Math.min(r, s) ** 2;
	const cut = (a: number, b: number) => {
		const half = Math.acos(Math.max(-1, Math.min(1, (d * d + a * a - b * b) / (2 * d * a))));
		return a * a * (half - Math.sin(2 * half) / 2);
	};
	return cut(r, s) + cut(s, r);
}

/** How far apart two centers must be for their circles to share `area`: by bisection, exact to rounding. */
export function distanceFor(r: number, s: number, area: number): number {
	let [low, high] = [Math.abs(r - s), r + s];
	if (area <= 0) return high;
	if (area >= lens(r, s, low)) return low;
	for (let step = 0; step < 80; step++) {
		const middle = (low + high) / 2;
		if (lens(r, s, middle) > area) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

type Point = readonly [x: number, y: number];

/** Where the edges of two circles meet. */
function crossings(a: Circle, b: Circle): readonly Point[] {
	const d = far(a, b);
	if (d === 0 || d >= a.r + b.r || d <= Math.abs(a.r - b.r)) return [];
	const along = (a.r * a.r - b.r * b.r + d * d) / (2 * d);
	const up = Math.sqrt(Math.max(0, a.r * a.r - along * along));
	const [ux, uy] = [(b.x - a.x) / d, (b.y - a.y) / d];
	const [mx, my] = [a.x + along * ux, a.y + along * uy];
	return [
		[mx - up * uy, my + up * ux],
		[mx + up * uy, my - up * ux]
	];
}

/** The area that all of some circles share: by Green’s theorem along its edge, which is made of arcs. */
export function commonArea(circles: readonly Circle[]): number {
	return circles.reduce((area, circle, index) => {
		const { x, y, r } = circle;
		const others = circles.filter((_, at) => at !== index);
		const inside = ([px, py]: Point) =>
			circles.every((other, at) => {
				if (at === index) return true;
				// Of equal circles the first one's edge counts.
				if (other.x === x && other.y === y && other.r === r) return at > index;
				// Where the edges don't meet, or only touch, it lies inside as a whole or not at all.
				if (crossings(circle, other).length === 0) return other.r >= r && far(circle, other) < other.r;
				return Math.hypot(px - other.x, py - other.y) < other.r;
			});
		const turns = others
			.flatMap((other) => crossings(circle, other))
			.map(([px, py]) => Math.atan2(py - y, px - x))
			.sort((a, b) => a - b);
		const arcs =
			turns.length === 0
				? [[-Math.PI, Math.PI] as const]
				: turns.map((turn, at) => [turn, turns[at + 1] ?? turns[0]! + 2 * Math.PI] as const);
		return arcs.reduce((sum, [from, to]) => {
			const middle = (from + to) / 2;
			if (!inside([x + r * Math.cos(middle), y + r * Math.sin(middle)])) return sum;
			const swept =
				r * (to - from) + x * (Math.sin(to) - Math.sin(from)) - y * (Math.cos(to) - Math.cos(from));
			return sum + (r * swept) / 2;
		}, area);
	}, 0);
}

/** The area inside exactly the circles of each subset: key `1`, `2`, … is the sum of 2^index of its circles. */
export function exactAreas(circles: readonly Circle[]): readonly number[] {
	const all = 1 << circles.length;
	const common = Array.from({ length: all }, (_, bits) =>
		bits === 0 ? 0 : commonArea(circles.filter((_, index) => bits & (1 << index)))
	);
	return common.map((_, bits) => {
		let area = 0;
		for (let more = bits; more < all; more++)
			if (bits > 0 && (more & bits) === bits) area += common[more]! * (ones(more ^ bits) % 2 === 0 ? 1 : -1);
		return Math.max(0, area);
	});
}

const ones = (bits: number): number => (bits === 0 ? 0 : (bits & 1) + ones(bits >> 1));
