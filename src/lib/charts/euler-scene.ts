import { numberText } from '$lib/text/format';
import { type Circle } from './circles';
import { type Drawn, regionName, regionText } from './overlap';
import { type Region } from '$lib/domain/overlap';
import {
	BOLD,
	circle,
	color,
	END,
	HALO,
	label,
	line,
	lookOf,
	type Mark,
	MIDDLE,
	path,
	type Scene,
	type Shape
} from './scene';
import { spread } from './spread';
import { textWidth, wrapTo } from './text-width';

interface Spot {
	readonly x: number;
	readonly y: number;
	/** How far the nearest edge is; below zero where the region has no place. */
	readonly clear: number;
}

const GRID = 72;

/** The roomiest place of a region: inside its circles and outside the others, farthest from every edge. */
export function roomiest(circles: readonly Circle[], of: readonly number[]): Spot {
	const own = circles.filter((_, index) => of.includes(index));
	const [left, right] = [
		Math.max(...own.map(({ x, r }) => x - r)),
		Math.min(...own.map(({ x, r }) => x + r))
	];
	const [top, bottom] = [
		Math.max(...own.map(({ y, r }) => y - r)),
		Math.min(...own.map(({ y, r }) => y + r))
	];
	let best: Spot = { x: (left + right) / 2, y: (top + bottom) / 2, clear: -1 };
	for (let row = 0; row <= GRID; row++)
		for (let column = 0; column <= GRID; column++) {
			const x = left + ((right - left) * column) / GRID;
			const y = top + ((bottom - top) * row) / GRID;
			const clear = Math.min(
				...circles.map((each, index) => {
					const inside = each.r - Math.hypot(x - each.x, y - each.y);
					return of.includes(index) ? inside : -inside;
				})
			);
			if (clear > best.clear) best = { x, y, clear };
		}
	return best;
}

/** Circles moved and scaled into a box, the largest that fits. */
export function fitted(
	circles: readonly Circle[],
	box: { x: number; y: number; width: number; height: number }
): readonly Circle[] {
	const left = Math.min(...circles.map(({ x, r }) => x - r));
	const top = Math.min(...circles.map(({ y, r }) => y - r));
	const width = Math.max(...circles.map(({ x, r }) => x + r)) - left || 1;
	const height = Math.max(...circles.map(({ y, r }) => y + r)) - top || 1;
	const scale = Math.min(box.width / width, box.height / height);
	const [dx, dy] = [box.x + (box.width - width * scale) / 2, box.y + (box.height - height * scale) / 2];
	return circles.map(({ x, y, r }) => ({
		x: dx + (x - left) * scale,
		y: dy + (y - top) * scale,
		r: r * scale
	}));
}

/** The point of a circle's edge that lies farthest outside the others: its name points there. */
function edgeOf(circles: readonly Circle[], index: number, toLeft: boolean): readonly [number, number] {
	const { x, y, r } = circles[index]!;
	const points = Array.from({ length: 48 }, (_, at) => {
		const angle = (at / 48) * 2 * Math.PI;
		const [px, py] = [x + r * Math.cos(angle), y + r * Math.sin(angle)];
		const out = Math.min(
			0,
			...circles.map((other, each) => (each === index ? 0 : Math.hypot(px - other.x, py - other.y) - other.r))
		);
		return { px, py, score: out * 4 + Math.cos(angle) * (toLeft ? -r : r) };
	});
	const best = points.reduce((a, b) => (b.score > a.score ? b : a));
	return [best.px, best.py];
}

const ring = ({ x, y, r }: Circle): string =>
	`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** Circles with a number in each region; names beside them, each on the side where its circle is. */
export function eulerScene(overlap: Drawn<'euler'>, width: number): Scene {
	const { names, sizes, regions, unit } = overlap;
	const isNarrow = width < 560;
	const countOf = (index: number) =>
		`${numberText(sizes[index]!)} ${sizes[index] === 1 ? unit.one : unit.many}`;
	const rowNames = names.map((name, index) => wrapTo(name, width - 30 - textWidth(countOf(index)), 3, 13)); // bold is wider
	const lines = isNarrow ? rowNames.reduce((sum, { length }) => sum + length * 16 + 4, 8) : 0;
	const height = (isNarrow ? Math.min(width * 0.85, 300) : 300) + lines;
	const side = isNarrow ? 8 : Math.min(240, width * 0.3);
	const drawn = overlap.euler.circles.map((each) => (each.r > 0 ? each : { ...each, r: 1e-6 }));
	const circles =
		drawn.length === 0
			? []
			: fitted(drawn, { x: side, y: lines + 8, width: width - 2 * side, height: height - lines - 16 });
	const center =
		(Math.min(...circles.map(({ x, r }) => x - r)) + Math.max(...circles.map(({ x, r }) => x + r))) / 2;
	const byX = circles.map((_, index) => index).sort((a, b) => circles[a]!.x - circles[b]!.x || a - b);
	const toLeft = (index: number) =>
		Math.abs(circles[index]!.x - center) < 2
			? byX.indexOf(index) < byX.length / 2
			: circles[index]!.x < center;
	const anchors = circles.map((_, index) => edgeOf(circles, index, toLeft(index)));
	const nameShapes = (own: readonly number[], isLeft: boolean): readonly Shape[] => {
		const blocks = own.map((index) => wrapTo(names[index]!, side - 36, 3, 13)); // bold is wider
		const tallest = Math.max(0, ...blocks.map(({ length }) => length)) * 15;
		const places = spread(
			own.map((index) => anchors[index]![1]),
			tallest + 26,
			24,
			height - 10 - tallest
		);
		const x = isLeft ? side - 28 : width - side + 28;
		return own.flatMap((index, at) => {
			const y = places[at]!;
			const { tone } = lookOf(index);
			const attrs = isLeft ? END : {};
			return [
				line([isLeft ? x + 6 : x - 6, y], anchors[index]!, 'edge'),
				circle(...anchors[index]!, 2.5, { fill: color('ink-soft') }),
				...blocks[at]!.map((words, line) => label(x, y - 1 + line * 15, words, tone, { ...attrs, ...BOLD })),
				label(x, y - 1 + blocks[at]!.length * 15, countOf(index), 'ink-soft', attrs)
			];
		});
	};
	const rows = (): readonly Shape[] => {
		let y = 14;
		return byX.flatMap((index) => {
			const top = y;
			y += rowNames[index]!.length * 16 + 4;
			const { tone } = lookOf(index);
			return [
				circle(6, top - 4, 6, { stroke: color(tone) }, lookOf(index)),
				...rowNames[index]!.map((words, at) => label(18, top + at * 16, words, tone, BOLD)),
				label(width, top, countOf(index), 'ink-soft', END)
			];
		});
	};
	const all = circles.map((_, index) => index);
	const spots = regions
		.map((region) => ({ region, spot: roomiest(circles, region.of) }))
		.filter(({ spot }) => spot.clear > 0);
	const numbers = spots.map(({ region, spot }) =>
		label(spot.x, spot.y + (spot.clear > 14 ? 5 : 4), numberText(region.count), 'ink', {
			...MIDDLE,
			...BOLD,
			...HALO,
			'font-size': spot.clear > 14 ? 15 : 11
		})
	);
	const clip = (region: Region): string => regionPath(circles, region.of);
	const marks = spots.map(({ region, spot }): Mark => ({
		name: regionName(overlap, region),
		text: regionText(overlap, region),
		hit: path(clip(region)),
		at: [spot.x, spot.y - 10]
	}));
	return {
		width,
		height,
		marks,
		shapes: [
			...all.map((index) => path(ring(circles[index]!), { 'fill-opacity': 0.55 }, lookOf(index))),
			...all.map((index) =>
				path(ring(circles[index]!), { fill: 'none', stroke: color(lookOf(index).tone), 'stroke-width': 2 })
			),
			...(isNarrow
				? rows()
				: [
						...nameShapes(all.filter(toLeft), true),
						...nameShapes(
							all.filter((index) => !toLeft(index)),
							false
						)
					]),
			...numbers
		]
	};
}

/** The edge of a region as a path: the arcs of each circle that border it, joined end to end. */
export function regionPath(circles: readonly Circle[], of: readonly number[]): string {
	const belongs = (x: number, y: number) =>
		circles.every(({ x: cx, y: cy, r }, index) => Math.hypot(x - cx, y - cy) < r === of.includes(index));
	const point = ({ x, y, r }: Circle, angle: number): [number, number] => [
		x + r * Math.cos(angle),
		y + r * Math.sin(angle)
	];
	const arcs = circles.flatMap((each, index) => {
		const turns = circles
			.flatMap((other, at) => (at === index ? [] : meetings(each, other)))
			.sort((a, b) => a - b);
		const pieces =
			turns.length === 0
				? [[0, Math.PI] as const, [Math.PI, 2 * Math.PI] as const]
				: turns.map((turn, at) => [turn, turns[at + 1] ?? turns[0]! + 2 * Math.PI] as const);
		return pieces.flatMap(([from, to]) => {
			const isInside = of.includes(index);
			const nudge = { ...each, r: each.r * (isInside ? 1 - 1e-4 : 1 + 1e-4) };
			if (!belongs(...point(nudge, (from + to) / 2))) return [];
			return [isInside ? { each, from, to, sweep: 1 } : { each, from: to, to: from, sweep: 0 }];
		});
	});
	let d = '';
	while (arcs.length > 0) {
		let arc = arcs.shift()!;
		const [sx, sy] = point(arc.each, arc.from);
		d += `M${sx.toFixed(2)} ${sy.toFixed(2)}`;
		for (;;) {
			const [ex, ey] = point(arc.each, arc.to);
			const large = Math.abs(arc.to - arc.from) > Math.PI + 1e-9 ? 1 : 0;
			d += `A${arc.each.r.toFixed(2)} ${arc.each.r.toFixed(2)} 0 ${large} ${arc.sweep} ${ex.toFixed(2)} ${ey.toFixed(2)}`;
			const next = arcs.findIndex(
				(other) =>
					Math.hypot(point(other.each, other.from)[0] - ex, point(other.each, other.from)[1] - ey) < 0.01
			);
			if (next === -1) break;
			arc = arcs.splice(next, 1)[0]!;
		}
		d += 'z';
	}
	return d;
}

/** The angles, seen from `a`, at which it meets `b`. */
function meetings(a: Circle, b: Circle): readonly number[] {
	const d = Math.hypot(b.x - a.x, b.y - a.y);
	if (d === 0 || d >= a.r + b.r || d <= Math.abs(a.r - b.r)) return [];
	const toward = Math.atan2(b.y - a.y, b.x - a.x);
	const half = Math.acos((d * d + a.r * a.r - b.r * b.r) / (2 * d * a.r));
	return [toward - half, toward + half].map((angle) => (angle + 4 * Math.PI) % (2 * Math.PI));
}
