import { line as lineOf } from 'd3-shape';
import { countText, numberText } from '$lib/text/format';
import { breakEvenText, costAtText, curveSentence } from '$lib/text/cost';
import { axisTo } from './axis';
import { legend } from './legend';
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
import { textWidth, wrapTo } from './text-width';

/** A license count that is worth a line: today’s, the needed one. */
export interface CountMarker {
	readonly name: string;
	readonly licenses: number;
}

export interface Curves {
	readonly lines: readonly CostLine[];
	readonly markers: readonly CountMarker[];
	readonly format: (amount: number) => string;
	/** The same beside an axis, where all are round: as short as can be. */
	readonly tick: (amount: number) => string;
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

const MARKER_LINE = 16;
/** As many as the longest name of a what-if takes: markers stand above each other, so there is room. */
const MARKER_LINES = 9;

/** A marker's words beside its line, on the side with more room; wrapped where neither side has enough. */
function markerLabel(words: string, at: number, width: number) {
	const isLate = at > width / 2 && at + 6 + textWidth(words, 12, true) > width;
	const lines = wrapTo(words, (isLate ? at : width - at) - 6, MARKER_LINES, 13); // bold is wider
	return { lines, x: at + (isLate ? -6 : 6), attrs: { ...BOLD, ...HALO, ...(isLate ? END : {}) } };
}

/** Where the curves have their edges and scales. Narrow: names stand above, not beside. */
function curveFrame({ lines, markers, tick }: Curves, width: number) {
	const beside = Math.max(0, ...lines.map(({ name }) => textWidth(name, 12, true))) + 12;
	const isNarrow = width < 560 || beside > width * 0.36;
	const names = legend(
		isNarrow
			? lines.map(({ name }, index) => ({
					name,
					sample: { tone: lookOf(index).tone, dash: DASHES[index % DASHES.length] }
				}))
			: [],
		width
	);
	const points = lines.flatMap((each) => each.points);
	const most = Math.max(1, ...[...points, ...markers].map(({ licenses }) => licenses));
	const dearest = Math.max(0, ...points.map(({ cost }) => cost));
	const words = axisTo(dearest, 1, 0, 4).ticks.map((each) => textWidth(tick(each)));
	const left = Math.max(0, ...words) + 8;
	const right = width - (isNarrow ? 4 : beside);
	const x = (count: number) => left + (count / most) * (right - left);
	let above = names.height + 4;
	const marked = markers
		.toSorted((a, b) => a.licenses - b.licenses)
		.map(({ name, licenses }) => {
			const text = markerLabel(`${name}: ${numberText(licenses)}`, x(licenses), width);
			const top = above;
			above += text.lines.length * MARKER_LINE;
			return { licenses, top, ...text };
		});
	const top = above + 10;
	const height = (isNarrow ? 220 : 260) + top;
	const y = axisTo(dearest, height - 42, top, 4);
	const ticks = axisTo(most, 0, 1, isNarrow ? 3 : 8).ticks.filter((each) => each <= most);
	return { isNarrow, names, left, right, top, height, floor: height - 42, x, y, ticks, marked };
}

/** Monthly cost over license count, an option a line. */
export function curveScene(curves: Curves, width: number): Scene {
	const { lines, tick } = curves;
	const { isNarrow, names, left, right, top, height, floor, x, y, ticks, marked } = curveFrame(curves, width);
	const ends = lines.map(({ points: own }) => y.at(own.at(-1)?.cost ?? 0) + 4);
	const places = spread(ends, 16, top + 4, height - 46);
	const shapes: readonly Shape[] = [
		...names.shapes,
		...y.ticks.flatMap((each) => [
			line([left, y.at(each)], [right, y.at(each)], each === 0 ? 'edge' : 'line'),
			label(left - 8, y.at(each) + 4, tick(each), 'ink-faint', END)
		]),
		...ticks.flatMap((each) => [
			line([x(each), floor], [x(each), floor + 4], 'edge'),
			label(
				Math.min(x(each), width - textWidth(numberText(each)) / 2),
				floor + 17,
				numberText(each),
				'ink-faint',
				MIDDLE
			)
		]),
		label(right, height - 6, 'licenses', 'ink-faint', END),
		...marked.map(({ licenses, top: from }) =>
			line([x(licenses), from], [x(licenses), floor], 'ink-faint', { 'stroke-dasharray': '3 3' })
		),
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
				...(isNarrow ? [] : [label(right + 8, places[index]!, name, tone, BOLD)])
			];
		}),
		...breakEvens(lines).map(({ licenses, cost }) =>
			circle(x(licenses), y.at(cost), 4.5, {
				fill: color('raised'),
				stroke: color('ink'),
				'stroke-width': 1.75
			})
		),
		// Last: their halo keeps them readable on what they cross.
		...marked.flatMap(({ lines: words, x: at, top: from, attrs }) =>
			words.map((text, index) => label(at, from + 10 + index * MARKER_LINE, text, 'ink', attrs))
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
