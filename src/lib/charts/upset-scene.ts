import { numberText } from '$lib/text/format';
import { axisTo } from './axis';
import { type Drawn, regionName, regionText } from './overlap';
import { type Region } from '$lib/domain/overlap';
import {
	BOLD,
	circle,
	color,
	END,
	label,
	line,
	lookOf,
	type Mark,
	MIDDLE,
	rect,
	type Scene,
	type Shape
} from './scene';
import { textWidth, wrapTo } from './text-width';

const ROW = 26;
const BARS = 150;

export interface UpsetLayout {
	readonly left: number;
	readonly column: number;
	/** Sets from top to bottom, greatest first. */
	readonly order: readonly number[];
	/** The columns that there is room for, greatest first. */
	readonly shown: readonly Region[];
	readonly names: number;
}

/** Where the names end, how wide a column is and which regions get one. */
export function upsetLayout({ names, sizes, regions }: Drawn<'upset'>, width: number): UpsetLayout {
	const isNarrow = width < 560;
	const order = names.map((_, index) => index).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
	const longest = Math.max(...names.map((name) => textWidth(name)), 0);
	const room = Math.min(longest + 8, width * (isNarrow ? 0.34 : 0.24));
	const left = room + textWidth(numberText(Math.max(0, ...sizes))) + (isNarrow ? 12 : 120);
	const widest = Math.max(0, ...regions.map(({ count }) => textWidth(numberText(count), 11)));
	const least = Math.max(isNarrow ? 18 : 24, widest + 4);
	const shown = regions.slice(0, Math.max(1, Math.floor((width - left) / least)));
	return {
		left,
		column: Math.min(44, (width - left) / Math.max(1, shown.length)),
		order,
		shown,
		names: room
	};
}

/** UpSet: a row a set, a column an overlap with its dots, and its count as a bar above. */
export function upsetScene(overlap: Drawn<'upset'>, width: number): Scene {
	const { names, sizes } = overlap;
	const { left, column, order, shown, names: room } = upsetLayout(overlap, width);
	const isNarrow = width < 560;
	const axis = axisTo(Math.max(1, ...shown.map(({ count }) => count)), BARS, 40, 3);
	const rows = BARS + 14;
	const height = rows + order.length * ROW + 6;
	const rowOf = new Map(order.map((set, at) => [set, rows + at * ROW + ROW / 2]));
	const sizeRoom = isNarrow ? 0 : 96;
	const most = Math.max(1, ...sizes);
	const x = (at: number) => left + at * column + column / 2;
	const bar = Math.min(26, column - 4);
	const sets: readonly Shape[] = order.flatMap((set, at) => {
		const y = rowOf.get(set)!;
		const numberEnd = left - 12 - sizeRoom - (isNarrow ? 0 : 8);
		return [
			...(at % 2 === 0 ? [rect(0, y - ROW / 2, width, ROW, { fill: color('sunken') })] : []),
			...wrapTo(names[set]!, room, 2, 11).map((words, line, { length }) =>
				label(0, y + 4 + (line - (length - 1) / 2) * 12, words, 'ink', { 'font-size': 11 })
			),
			label(numberEnd, y + 4, numberText(sizes[set]!), 'ink-soft', END),
			...(isNarrow
				? []
				: [
						rect(numberEnd + 8, y - 5, (sizes[set]! / most) * sizeRoom, 10, {
							rx: 1,
							fill: color('chart-6'),
							'fill-opacity': 0.6
						})
					])
		];
	});
	const columns: readonly Shape[] = shown.flatMap(({ of, count }, at) => {
		const ys = of.map((set) => rowOf.get(set)!);
		const tone = of.length > 1 ? 'chart-1' : 'chart-6';
		return [
			rect(
				x(at) - bar / 2,
				axis.at(count),
				bar,
				BARS - axis.at(count),
				{ rx: 2 },
				of.length > 1 ? lookOf(0) : lookOf(5)
			),
			label(x(at), axis.at(count) - 5, numberText(count), 'ink', {
				...MIDDLE,
				'font-size': 11,
				...(of.length > 1 ? BOLD : {})
			}),
			...order.map((set) => circle(x(at), rowOf.get(set)!, isNarrow ? 2.5 : 3, { fill: color('line') })),
			line([x(at), Math.min(...ys)], [x(at), Math.max(...ys)], tone, { 'stroke-width': 2 }),
			...ys.map((y) => circle(x(at), y, isNarrow ? 4.5 : 5.5, { fill: color(tone) }))
		];
	});
	const marks = shown.map((region, at): Mark => ({
		name: regionName(overlap, region),
		text: regionText(overlap, region),
		hit: rect(x(at) - column / 2, axis.at(region.count) - 18, column, height - axis.at(region.count) + 16),
		at: [x(at), axis.at(region.count) - 16],
		glow: [
			rect(
				x(at) - column / 2 + 0.75,
				axis.at(region.count) - 17,
				column - 1.5,
				height - axis.at(region.count) + 15,
				{ rx: 3, fill: color('ink'), 'fill-opacity': 0.06, stroke: color('ink'), 'stroke-width': 1.5 }
			)
		]
	}));
	const ground: readonly Shape[] = [
		label(
			0,
			14,
			overlap.unit.many[0]!.toUpperCase() +
				overlap.unit.many.slice(1) +
				' in exactly the sets that are dotted',
			'ink-soft'
		),
		line([left, BARS], [left + shown.length * column, BARS], 'edge')
	];
	return { width, height, shapes: [...ground, ...sets, ...columns], marks };
}
