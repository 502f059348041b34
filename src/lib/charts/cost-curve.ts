import { line as lineOf } from 'd3-shape';
import { countText, numberText } from '$lib/text/format';
import { breakEvenText, costAtText, curveSentence } from '$lib/text/pictures';
import { axisTo } from './axis';
import { breakEvens, costAt, type CostLine } from './break-even';
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
	rect,
	type Scene,
	type Shape
} from './scene';
import { spread } from './spread';
import { type Story } from './story';
import { cut, textWidth } from './text-width';

/** A license count that is worth a line: today’s, the needed one. */
export interface CountMarker {
	readonly name: string;
	readonly licenses: number;
}

export interface Curves {
	readonly lines: readonly CostLine[];
	readonly markers: readonly CountMarker[];
	readonly format: (amount: number) => string;
}

/** The counts that are told: ends, corners, markers and break-even points, each once, ascending. */
export function countsOf({ lines, markers }: Curves): readonly number[] {
	const corners = lines.flatMap(({ points }) => points.map(({ licenses }) => licenses));
	const all = [
		...corners,
		...markers.map(({ licenses }) => licenses),
		...breakEvens(lines).map(({ licenses }) => licenses)
	];
	return [...new Set(all)].sort((a, b) => a - b);
}

const pricesAt = ({ lines, format }: Curves, count: number) =>
	lines.flatMap((each) => {
		const cost = costAt(each, count);
		return cost === null ? [] : [{ name: each.name, cost, text: format(Math.round(cost)) }];
	});

const whyOf = (curves: Curves, count: number): readonly string[] => [
	...curves.markers.filter(({ licenses }) => licenses === count).map(({ name }) => name),
	...breakEvens(curves.lines)
		.filter(({ licenses }) => licenses === count)
		.map((point) => breakEvenText(point))
];

export function curveStory(title: string, curves: Curves): Story {
	const { lines, markers, format } = curves;
	return {
		title,
		sentence: curveSentence({
			markers: markers.map(({ name, licenses }) => ({ name, licenses, prices: pricesAt(curves, licenses) })),
			breakEvens: breakEvens(lines)
		}),
		table: {
			columns: [
				{ heading: 'Licenses' },
				...lines.map(({ name }) => ({ heading: name, align: 'end' as const })),
				{ heading: 'What' }
			],
			rows: countsOf(curves).map((count) => [
				numberText(count),
				...lines.map((each) => {
					const cost = costAt(each, count);
					return cost === null ? '' : format(Math.round(cost));
				}),
				whyOf(curves, count).join('; ')
			])
		}
	};
}

const DASHES = ['', '7 4', '2 3', '10 3 2 3', '4 2', '1 3'];

/** Monthly cost over license count, an option a line. */
export function curveScene(curves: Curves, width: number): Scene {
	const { lines, markers, format } = curves;
	const isNarrow = width < 560;
	const ordered = [...markers].sort((a, b) => a.licenses - b.licenses);
	const top = 12 + ordered.length * 16;
	const height = (isNarrow ? 250 : 290) + top;
	const points = lines.flatMap((each) => each.points);
	const y = axisTo(Math.max(0, ...points.map(({ cost }) => cost)), height - 42, top, 4);
	const tickWords = y.ticks.map((tick) => format(tick));
	const left = Math.max(0, ...tickWords.map((words) => textWidth(words))) + 8;
	const names = Math.max(0, ...lines.map(({ name }) => textWidth(name, 12, true))) + 12;
	const right = width - Math.min(names, width * 0.3);
	const most = Math.max(
		1,
		...points.map(({ licenses }) => licenses),
		...markers.map(({ licenses }) => licenses)
	);
	const x = (count: number) => left + (count / most) * (right - left);
	const xTicks = axisTo(most, 0, 1, isNarrow ? 3 : 8).ticks.filter((tick) => tick <= most);
	const ends = lines.map(({ points: own }) => y.at(own.at(-1)?.cost ?? 0) + 4);
	const places = spread(ends, 16, top + 4, height - 46);
	const floor = height - 42;
	const shapes: readonly Shape[] = [
		...y.ticks.flatMap((tick, index) => [
			line([left, y.at(tick)], [right, y.at(tick)], tick === 0 ? 'edge' : 'line'),
			label(left - 8, y.at(tick) + 4, tickWords[index]!, 'ink-faint', END)
		]),
		...xTicks.flatMap((tick) => [
			line([x(tick), floor], [x(tick), floor + 4], 'edge'),
			label(x(tick), floor + 17, numberText(tick), 'ink-faint', MIDDLE)
		]),
		label(right, height - 6, 'licenses', 'ink-faint', END),
		...ordered.flatMap(({ name, licenses }, index) => {
			const words = `${name}: ${numberText(licenses)}`;
			const isLate = x(licenses) + 6 + textWidth(words, 12, true) > right;
			const baseline = 12 + index * 16;
			return [
				line([x(licenses), baseline - 9], [x(licenses), floor], 'ink-faint', { 'stroke-dasharray': '3 3' }),
				label(x(licenses) + (isLate ? -6 : 6), baseline, words, 'ink', {
					...BOLD,
					...HALO,
					...(isLate ? END : {})
				})
			];
		}),
		...lines.flatMap(({ name, points: own }, index) => {
			const { tone } = lookOf(index);
			const d =
				lineOf<CostLine['points'][number]>(
					({ licenses }) => x(licenses),
					({ cost }) => y.at(cost)
				)([...own]) ?? '';
			return [
				path(d, {
					fill: 'none',
					stroke: color(tone),
					'stroke-width': 2.25,
					'stroke-linejoin': 'round',
					'stroke-dasharray': DASHES[index % DASHES.length]!
				}),
				label(right + 8, places[index]!, cut(name, width - right - 8, 12, true), tone, BOLD)
			];
		}),
		...breakEvens(lines).map(({ licenses, cost }) =>
			circle(x(licenses), y.at(cost), 4.5, {
				fill: color('raised'),
				stroke: color('ink'),
				'stroke-width': 1.75
			})
		)
	];
	const counts = countsOf(curves);
	const marks = counts.map((count, index): Mark => {
		const prices = pricesAt(curves, count);
		const from = index === 0 ? left - 4 : (x(counts[index - 1]!) + x(count)) / 2;
		const to = index === counts.length - 1 ? right + 4 : (x(count) + x(counts[index + 1]!)) / 2;
		const why = whyOf(curves, count);
		return {
			name: countText(count, 'license') + (why.length > 0 ? `: ${why.join('; ')}` : ''),
			text: costAtText(prices),
			hit: rect(from, top - 8, to - from, floor - top + 8),
			at: [x(count), Math.min(floor, ...prices.map(({ cost }) => y.at(cost)))],
			glow: [
				line([x(count), top - 8], [x(count), floor], 'ink'),
				...lines.flatMap((each, at) => {
					const cost = costAt(each, count);
					return cost === null
						? []
						: [
								circle(x(count), y.at(cost), 4, {
									fill: color(lookOf(at).tone),
									stroke: color('raised'),
									'stroke-width': 1.5
								})
							];
				})
			]
		};
	});
	return { width, height, shapes, marks };
}
