import { type Region } from '$lib/domain/overlap';
import { type Circle, distanceFor, exactAreas } from './circles';
import { minimum } from './minimum';

export interface Euler {
	/** One a set, in a plane where one member has the area 1. */
	readonly circles: readonly Circle[];
	/** The greatest difference of a region's area from its count, as a share of all members. */
	readonly error: number;
	/** Regions with members that the circles leave no room for. */
	readonly lost: readonly Region[];
}

const bitsOf = (of: readonly number[]): number => of.reduce((bits, set) => bits | (1 << set), 0);

/** Judges circles by the seven (or fewer) areas that they enclose. */
function judged(circles: readonly Circle[], regions: readonly Region[]): Euler & { readonly loss: number } {
	const total = Math.max(
		1,
		regions.reduce((sum, { count }) => sum + count, 0)
	);
	const wanted = new Array<number>(1 << circles.length).fill(0);
	for (const { of, count } of regions) wanted[bitsOf(of)] = count;
	const areas = exactAreas(circles);
	const misses = areas.map((area, bits) => (bits === 0 ? 0 : Math.abs(area - wanted[bits]!)));
	return {
		circles,
		error: Math.max(...misses) / total,
		lost: regions.filter(({ of, count }) => count > 0 && areas[bitsOf(of)]! < count * 0.05),
		loss: misses.reduce((sum, miss) => sum + miss * miss, 0) / total ** 2
	};
}

/** Two circles that share nothing must not look as if they touched: the gap, as a share of both radii. */
const APART = 0.08;

const radius = (size: number): number => Math.sqrt(Math.max(0, size) / Math.PI);

/** Three centers from their distances; where these make no triangle, in a line. */
function triangle(radii: readonly number[], [ab, ac, bc]: readonly [number, number, number]): Circle[] {
	const x = ab === 0 ? 0 : (ab * ab + ac * ac - bc * bc) / (2 * ab);
	const [a, b, c] = [radii[0]!, radii[1]!, radii[2]!];
	const cx = Math.max(-ac, Math.min(ac, x));
	return [
		{ x: 0, y: 0, r: a },
		{ x: ab, y: 0, r: b },
		{ x: cx, y: Math.sqrt(Math.max(0, ac * ac - cx * cx)), r: c }
	];
}

/**
 * Circles whose areas, and whose overlaps' areas, are the counts. One and two sets are exact. Three circles
 * have six degrees of freedom for seven areas, so they are fitted by least squares and their error is stated.
 */
export function eulerOf(sizes: readonly number[], regions: readonly Region[]): Euler {
	const sets = sizes.length;
	const radii = sizes.map(radius);
	const shared = (a: number, b: number) =>
		regions.reduce((sum, { of, count }) => (of.includes(a) && of.includes(b) ? sum + count : sum), 0);
	const apart = (a: number, b: number) =>
		distanceFor(radii[a]!, radii[b]!, shared(a, b)) +
		(shared(a, b) === 0 ? APART * (radii[a]! + radii[b]!) : 0);
	if (sets < 2)
		return judged(
			radii.map((r) => ({ x: 0, y: 0, r })),
			regions
		);
	if (sets === 2)
		return judged(
			[
				{ x: 0, y: 0, r: radii[0]! },
				{ x: apart(0, 1), y: 0, r: radii[1]! }
			],
			regions
		);
	// Circles that share nothing may be farther apart, where the other two distances make no triangle else.
	const roomy = (a: number, b: number, other: number) =>
		shared(a, b) > 0 ? apart(a, b) : Math.max(apart(a, b), Math.abs(apart(a, other) - apart(b, other)));
	const [ab, ac, bc] = [roomy(0, 1, 2), roomy(0, 2, 1), roomy(1, 2, 0)];
	const pack = (circles: readonly Circle[]) => circles.flatMap(({ x, y, r }) => [x, y, r]);
	const unpack = (list: readonly number[]): Circle[] =>
		[0, 1, 2].map((at) => ({ x: list[at * 3]!, y: list[at * 3 + 1]!, r: Math.abs(list[at * 3 + 2]!) }));
	const scale = Math.max(...radii, 1e-9);
	const starts = [
		triangle(radii, [ab, ac, bc]),
		triangle(radii, [ab, ab + bc, bc]),
		triangle(radii, [ab, ac, ab + ac]),
		triangle(radii, [ac + bc, ac, bc])
	];
	let best = judged(starts[0]!, regions);
	for (const start of starts) {
		if (best.error < 1e-4) break;
		const found = minimum(pack(start), scale * 0.15, (list) => judged(unpack(list), regions).loss);
		const fit = judged(unpack(found), regions);
		if (fit.lost.length < best.lost.length || (fit.lost.length === best.lost.length && fit.loss < best.loss))
			best = fit;
	}
	return { circles: best.circles, error: best.error, lost: best.lost };
}
