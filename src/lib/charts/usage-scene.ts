import { area, curveStepAfter, line as lineOf } from 'd3-shape';
import { civilText, numberText } from '$lib/text/format';
import { shortDayText } from '$lib/text/pictures';
import { axisTo, dayTicks } from './axis';
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
import { cut, textWidth } from './text-width';
import { dayWords, type Run, type Usage } from './usage';

type Point = readonly [number, number];

const ROOM = { top: 46, bottom: 26, gap: 8 };

/** Where a picture of days has its edges and its scales, in pixels. */
export function usageFrame(usage: Usage, width: number) {
	const height = width < 560 ? 260 : 320;
	const y = axisTo(usage.most, height - ROOM.bottom, ROOM.top, width < 560 ? 4 : 5);
	const left = Math.max(...y.ticks.map((tick) => textWidth(numberText(tick)))) + ROOM.gap;
	const names = ['Purchased', usage.whatIf?.name ?? ''].map((name) => textWidth(name, 12, true));
	const right = width - Math.min(Math.max(...names) + ROOM.gap + 2, width * 0.3);
	const day = (right - left) / Math.max(1, usage.days.length);
	return { width, height, left, right, day, y, x: (index: number) => left + index * day };
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

/** Names and last figures beside the ends of the lines, moved apart. */
function endLabels(
	frame: Frame,
	ends: readonly { name: string; value: number; tone: Tone }[]
): readonly Shape[] {
	const places = spread(
		ends.map(({ value }) => frame.y.at(value) - 2),
		31,
		ROOM.top + 4,
		frame.height - ROOM.bottom - 16
	);
	const x = frame.right + ROOM.gap;
	return ends.flatMap(({ name, value, tone }, index) => [
		label(x, places[index]!, cut(name, frame.width - x, 12, true), tone, BOLD),
		label(x, places[index]! + 14, numberText(value), tone)
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

function clearDay({ x, left, right, height }: Frame, usage: Usage): readonly Shape[] {
	const { clear, days, whatIf } = usage;
	if (clear === undefined || !whatIf) return [];
	const words = `First day without overage: ${shortDayText(days[clear]!.date)}`;
	const room = textWidth(words, 12, true);
	const start = Math.max(left, Math.min(x(clear) - 6, right - room + 60));
	return [
		line([x(clear), 20], [x(clear), height - ROOM.bottom], 'good', { 'stroke-width': 1.5 }),
		circle(x(clear), height - ROOM.bottom, 3.5, { fill: color('good') }),
		label(start, 13, words, 'good', BOLD)
	];
}

function marksOf(frame: Frame, usage: Usage): readonly Mark[] {
	const { x, y, day, height } = frame;
	return usage.days.map((each, index) => {
		const middle = x(index) + day / 2;
		const other = usage.other?.[index];
		return {
			name: civilText(each.date),
			text: dayWords(usage, index),
			hit: rect(x(index), ROOM.top - 8, day, height - ROOM.bottom - ROOM.top + 8),
			at: [middle, y.at(Math.max(each.active, other?.active ?? 0))],
			glow: [
				rect(x(index), ROOM.top - 8, day, height - ROOM.bottom - ROOM.top + 8, {
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
	const last = days.at(-1);
	const stroke = (tone: Tone, thick: number) => ({
		fill: 'none',
		stroke: color(tone),
		'stroke-width': thick
	});
	const all: Run = { from: 0, to: days.length };
	if (!last) return { width, height: frame.height, shapes: axes(frame, usage), marks: [] };
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
			...(hasPurchased ? [path(stepLine(frame, purchased), stroke('ink', 1.5))] : []),
			path(stepLine(frame, active), stroke('chart-1', 2.25)),
			...(whatIf?.purchased
				? [path(stepLine(frame, whatIf.purchased), { ...stroke('ink', 1.5), 'stroke-dasharray': '2 3' })]
				: []),
			...(other
				? [
						path(
							stepLine(
								frame,
								other.map((day) => day.active)
							),
							{ ...stroke('chart-4', 2.25), 'stroke-dasharray': '6 4' }
						)
					]
				: []),
			...clearDay(frame, usage),
			...endLabels(frame, [
				{ name: 'Active', value: last.active, tone: 'chart-1' },
				...(last.purchased === undefined
					? []
					: [{ name: 'Purchased', value: last.purchased, tone: 'ink' as const }]),
				...(whatIf && other
					? [{ name: whatIf.name, value: other.at(-1)!.active, tone: 'chart-4' as const }]
					: [])
			])
		]
	};
}
