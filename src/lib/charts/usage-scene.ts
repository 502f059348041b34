import { area, curveStepAfter, line as lineOf } from 'd3-shape';
import { civilText, numberText } from '$lib/text/format';
import { shortDayText } from '$lib/text/pictures';
import { axisTo, dayTicks } from './axis';
import { legend } from './legend';
import {
	BOLD,
	circle,
	color,
	END,
	HALO,
	label,
	line,
	type Mark,
	MIDDLE,
	path,
	rect,
	type Scene,
	type Shape,
	type Tone
} from './scene';
import { spread } from './spread';
import { textWidth, wrap } from './text-width';
import { dayWords, type Run, type Usage } from './usage';

type Point = readonly [number, number];

const ROOM = { bottom: 26, gap: 8 };
const NAME_LINE = 14;

/** One of the lines, as its name and its last figure tell it. */
interface End {
	readonly name: string;
	readonly value: number;
	readonly tone: Tone;
	readonly dash?: string;
}

const DASH = { whatIf: '6 4', purchased: '2 3' };

function endsOf({ days, whatIf, other }: Usage): readonly End[] {
	const [last, then] = [days.at(-1), other?.at(-1)];
	return [
		...(last ? [{ name: 'Active', value: last.active, tone: 'chart-1' as const }] : []),
		...(last?.purchased === undefined
			? []
			: [{ name: 'Purchased', value: last.purchased, tone: 'ink' as const }]),
		...(whatIf && then
			? [{ name: whatIf.name, value: then.active, tone: 'chart-4' as const, dash: DASH.whatIf }]
			: []),
		...(whatIf?.purchased && then?.purchased !== undefined
			? [
					{
						name: `Purchased, ${whatIf.name}`,
						value: then.purchased,
						tone: 'ink' as const,
						dash: DASH.purchased
					}
				]
			: [])
	];
}

/** How much of the width the names beside the lines may take, and how many lines each. */
const BESIDE = { share: 0.2, lines: 3 };

/** Where a picture of days has its edges and its scales, in pixels. Names without room beside it stand above it. */
export function usageFrame(usage: Usage, width: number) {
	const isNarrow = width < 560;
	const ends = endsOf(usage);
	const isLong = ({ name }: End) => wrap(name, width * BESIDE.share, 12).length > BESIDE.lines;
	const isAbove = isNarrow || ends.some(isLong);
	const names = legend(
		isAbove ? ends.map(({ name, tone, dash }) => ({ name, sample: { tone, dash } })) : [],
		width
	);
	const hasClear = usage.clear !== undefined && usage.whatIf !== undefined;
	const top = names.height + (hasClear ? 24 : 0) + (usage.worst ? 20 : 8);
	const height = top + (isNarrow ? 190 : 248) + ROOM.bottom;
	const y = axisTo(usage.most, height - ROOM.bottom, top, isNarrow ? 4 : 5);
	const left = Math.max(...y.ticks.map((tick) => textWidth(numberText(tick)))) + ROOM.gap;
	const figures = Math.max(0, ...ends.map(({ value }) => textWidth(numberText(value), 12, true)));
	const words = Math.max(figures, ...ends.map(({ name }) => textWidth(name, 12, true)));
	const room = (isAbove ? figures : Math.min(words, width * BESIDE.share)) + ROOM.gap + 2;
	const right = width - room;
	const day = (right - left) / Math.max(1, usage.days.length);
	const x = (index: number) => left + index * day;
	return { width, height, left, right, top, day, y, x, ends, names, isAbove };
}
type Frame = ReturnType<typeof usageFrame>;

/** The corners of a step line over a run of days: each day is flat from its start to its end. */
export const stepPoints = (
	frame: Pick<Frame, 'x'>,
	values: readonly number[],
	{ from, to }: Run
): Point[] => [
	...values.slice(from, to).map((value, index): Point => [frame.x(from + index), value]),
	[frame.x(to), values[to - 1] ?? 0]
];

const stepLine = ({ x, y }: Frame, values: readonly number[]): string =>
	lineOf<Point>(
		([at]) => at,
		([, value]) => y.at(value)
	).curve(curveStepAfter)(stepPoints({ x }, values, { from: 0, to: values.length })) ?? '';

/** The ground between two step lines. */
function stepArea(frame: Frame, low: readonly number[], high: readonly number[], run: Run): string {
	const lows = stepPoints(frame, low, run);
	return (
		area<Point>()
			.x(([at]) => at)
			.y0((_, index) => frame.y.at(lows[index]![1]))
			.y1(([, value]) => frame.y.at(value))
			.curve(curveStepAfter)(stepPoints(frame, high, run)) ?? ''
	);
}

function axes({ y, left, right, height, x, day }: Frame, usage: Usage): readonly Shape[] {
	const texts = usage.days.map(({ date }) => shortDayText(date));
	const room = Math.max(...texts.map((text) => textWidth(text)), 0) + 14;
	return [
		...y.ticks.flatMap((tick) => [
			line([left, y.at(tick)], [right, y.at(tick)], tick === 0 ? 'edge' : 'line'),
			label(left - ROOM.gap, y.at(tick) + 4, numberText(tick), 'ink-faint', END)
		]),
		...dayTicks(texts.length, day, room).flatMap((index) => {
			const text = texts[index]!;
			const middle = Math.max(x(index) + day / 2, textWidth(text) / 2);
			return middle + textWidth(text) / 2 > right + 8
				? []
				: [
						line(
							[x(index) + day / 2, height - ROOM.bottom],
							[x(index) + day / 2, height - ROOM.bottom + 4],
							'edge'
						),
						label(middle, height - 6, text, 'ink-faint', MIDDLE)
					];
		})
	];
}

/** Names and last figures beside the ends of the lines, moved apart; where names stand above, the figures alone. */
function endLabels({ width, right, top, height, y, ends, isAbove }: Frame): readonly Shape[] {
	const x = right + ROOM.gap;
	const blocks = ends.map(({ name }) => (isAbove ? [] : wrap(name, width - x, 12)));
	const tallest = Math.max(0, ...blocks.map((lines) => lines.length)) * NAME_LINE;
	const places = spread(
		ends.map(({ value }) => y.at(value) + (isAbove ? 4 : -2)),
		tallest + NAME_LINE + 2,
		top + 4,
		height - ROOM.bottom - tallest
	);
	return ends.flatMap(({ value, tone }, index) => [
		...blocks[index]!.map((words, at) => label(x, places[index]! + at * NAME_LINE, words, tone, BOLD)),
		label(x, places[index]! + blocks[index]!.length * NAME_LINE, numberText(value), tone, isAbove ? BOLD : {})
	]);
}

function overage(
	frame: Frame,
	usage: Usage,
	active: readonly number[],
	purchased: readonly number[]
): readonly Shape[] {
	const { worst, over } = usage;
	if (!worst) return [];
	const run = over.find(({ from, to }) => from <= worst.day && worst.day < to)!;
	const words = `${numberText(worst.over)} over`;
	const half = textWidth(words, 12, true) / 2;
	const middle = (frame.x(Math.max(run.from, worst.day - 3)) + frame.x(Math.min(run.to, worst.day + 4))) / 2;
	return [
		...over.map((each) =>
			path(stepArea(frame, purchased, active, each), {}, { tone: 'bad', pattern: 'hatch' })
		),
		label(
			Math.max(frame.left + half, Math.min(middle, frame.right - half)),
			frame.y.at(active[worst.day]!) - 8,
			words,
			'bad',
			{ ...MIDDLE, ...BOLD, ...HALO }
		)
	];
}

function clearDay({ x, left, right, height, names }: Frame, usage: Usage): readonly Shape[] {
	const { clear, days, whatIf } = usage;
	if (clear === undefined || !whatIf) return [];
	const words = `First day without overage: ${shortDayText(days[clear]!.date)}`;
	const room = textWidth(words, 12, true);
	const start = Math.max(left, Math.min(x(clear) - 6, right - room + 24));
	return [
		line([x(clear), names.height + 20], [x(clear), height - ROOM.bottom], 'good', { 'stroke-width': 1.5 }),
		circle(x(clear), height - ROOM.bottom, 3.5, { fill: color('good') }),
		label(start, names.height + 13, words, 'good', BOLD)
	];
}

function marksOf(frame: Frame, usage: Usage): readonly Mark[] {
	const { x, y, day, height, top } = frame;
	return usage.days.map((each, index) => {
		const middle = x(index) + day / 2;
		const other = usage.other?.[index];
		return {
			name: civilText(each.date),
			text: dayWords(usage, index),
			hit: rect(x(index), top - 8, day, height - ROOM.bottom - top + 8),
			at: [middle, y.at(Math.max(each.active, other?.active ?? 0))],
			glow: [
				rect(x(index), top - 8, day, height - ROOM.bottom - top + 8, {
					fill: color('ink'),
					'fill-opacity': 0.08
				}),
				circle(middle, y.at(each.active), 4, {
					fill: color('chart-1'),
					stroke: color('raised'),
					'stroke-width': 1.5
				}),
				...(other
					? [
							circle(middle, y.at(other.active), 4, {
								fill: color('raised'),
								stroke: color('chart-4'),
								'stroke-width': 2
							})
						]
					: [])
			]
		};
	});
}

/** Active seats as steps, purchased as a line, overage hatched; a what-if dashed. */
export function usageScene(usage: Usage, width: number): Scene {
	const frame = usageFrame(usage, width);
	const { days, whatIf, other } = usage;
	const active = days.map((day) => day.active);
	const purchased = days.map((day) => day.purchased ?? 0);
	const hasPurchased = days.some((day) => day.purchased !== undefined);
	const stroke = (tone: Tone, thick: number) => ({
		fill: 'none',
		stroke: color(tone),
		'stroke-width': thick
	});
	const all: Run = { from: 0, to: days.length };
	if (days.length === 0) return { width, height: frame.height, shapes: axes(frame, usage), marks: [] };
	return {
		width,
		height: frame.height,
		marks: marksOf(frame, usage),
		shapes: [
			path(
				stepArea(
					frame,
					active.map(() => 0),
					active,
					all
				),
				{ fill: color('chart-1'), 'fill-opacity': 0.13 }
			),
			...axes(frame, usage),
			...overage(frame, usage, active, purchased),
			path(stepLine(frame, active), stroke('chart-1', 2.5)),
			// Over it, thinner: where both are the same, both are seen.
			...(hasPurchased ? [path(stepLine(frame, purchased), stroke('ink', 1.25))] : []),
			...(whatIf?.purchased
				? [
						path(stepLine(frame, whatIf.purchased), {
							...stroke('ink', 1.25),
							'stroke-dasharray': DASH.purchased
						})
					]
				: []),
			...(other
				? [
						path(
							stepLine(
								frame,
								other.map((day) => day.active)
							),
							{ ...stroke('chart-4', 2.5), 'stroke-dasharray': DASH.whatIf }
						)
					]
				: []),
			...clearDay(frame, usage),
			...endLabels(frame),
			...frame.names.shapes
		]
	};
}
