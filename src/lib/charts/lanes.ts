import { civilText } from '$lib/text/format';
import { lanesSentence, pointText, spanText } from '$lib/text/lanes';
import { shortDayText } from '$lib/text/pictures';
import { dateOf, dayNumber, dayTicks } from './axis';
import {
	BOLD,
	color,
	HALO,
	label,
	line,
	type Look,
	type Mark,
	MIDDLE,
	path,
	rect,
	type Scene,
	type Shape
} from './scene';
import { type Story } from './story';
import { cut, textWidth, wrapTo } from './text-width';

/** A dated fact in civil days, both held; null: always has been, still is. */
export interface LaneSpan {
	readonly name: string;
	readonly from: string | null;
	readonly to: string | null;
}

/** What happened on a civil day: a viewing. */
export interface LanePoint {
	readonly name: string;
	readonly at: string;
}

export interface Lane {
	readonly name: string;
	readonly spans: readonly LaneSpan[];
	readonly points: readonly LanePoint[];
}

export interface Course {
	/** Civil days, both shown. */
	readonly from: string;
	readonly to: string;
	/** Marked with a line. */
	readonly today?: string;
	readonly rows: readonly Lane[];
}

/** Which line of its row each interval stands on, so that none lies over another. Days; infinite where open. */
export function stack(intervals: readonly (readonly [from: number, to: number])[]): readonly number[] {
	const ends: number[] = [];
	const places = new Array<number>(intervals.length).fill(0);
	const order = intervals
		.map((_, index) => index)
		.sort((a, b) => intervals[a]![0] - intervals[b]![0] || a - b);
	for (const index of order) {
		const [from, to] = intervals[index]!;
		const free = ends.findIndex((end) => end <= from);
		const place = free === -1 ? ends.length : free;
		ends[place] = to;
		places[index] = place;
	}
	return places;
}

const reach = ({ from, to }: LaneSpan): readonly [number, number] => [
	from === null ? -Infinity : dayNumber(from),
	to === null ? Infinity : dayNumber(to) + 1
];

export function lanesStory(title: string, course: Course): Story {
	return {
		title,
		sentence: lanesSentence(course),
		table: {
			columns: [{ heading: 'Row' }, { heading: 'What' }, { heading: 'From' }, { heading: 'To' }],
			rows: course.rows.flatMap(({ name, spans, points }) => [
				...spans.map((span) => [
					name,
					span.name,
					span.from === null ? 'always' : civilText(span.from),
					span.to === null ? 'still so' : civilText(span.to)
				]),
				...points.map((point) => [name, point.name, civilText(point.at), civilText(point.at)])
			])
		}
	};
}

/** The looks of kinds of facts: the one that most rows have is plain. */
const KIND_LOOKS: readonly Look[] = [
	{ tone: 'chart-2', pattern: 'solid' },
	{ tone: 'chart-3', pattern: 'hatch' },
	{ tone: 'chart-4', pattern: 'back' },
	{ tone: 'chart-5', pattern: 'cross' }
];

function looksOf(rows: readonly Lane[]): ReadonlyMap<string, Look> {
	const counts = new Map<string, number>();
	for (const { spans } of rows) for (const { name } of spans) counts.set(name, (counts.get(name) ?? 0) + 1);
	const kinds = [...counts].toSorted(([, a], [, b]) => b - a);
	return new Map(kinds.map(([name], at) => [name, KIND_LOOKS[at % KIND_LOOKS.length]!]));
}

const BAR = 18;
const LINE = 24;
const POINTS = 22;

/** A row a lane; facts as bars, with an open end where they have none; happenings as diamonds under them. */
export function lanesScene(course: Course, width: number): Scene {
	const isNarrow = width < 560;
	const [first, last] = [dayNumber(course.from), dayNumber(course.to) + 1];
	const names = Math.max(0, ...course.rows.map(({ name }) => textWidth(name, 12, true))) + 16;
	const left = isNarrow ? 0 : Math.min(names, width * 0.28);
	const day = (width - left) / Math.max(1, last - first);
	const x = (at: number) => left + (Math.max(first, Math.min(last, at)) - first) * day;
	const days = Array.from({ length: last - first }, (_, index) => shortDayText(dateOf(first + index)));
	const looks = looksOf(course.rows);
	const shapes: Shape[] = [];
	const marks: Mark[] = [];
	let y = 8;
	course.rows.forEach(({ name, spans, points }, row) => {
		const top = y;
		const title = wrapTo(name, isNarrow ? width : left - 12, 2, 13); // bold is wider
		shapes.push(...title.map((words, at) => label(0, top + 14 + at * 15, words, 'ink', BOLD)));
		if (isNarrow) y += 7 + title.length * 15;
		const shown = spans.filter((span) => reach(span)[0] < last && reach(span)[1] > first);
		const places = stack(shown.map(reach));
		shown.forEach((span, index) => {
			const [from, to] = reach(span);
			const at = y + places[index]! * LINE;
			const [start, end] = [x(from), x(to)];
			const words = cut(span.name, end - start - 16, 11);
			const room = textWidth(words, 11) + 8;
			// The first letters of a word say nothing.
			const hasWords = words === span.name || words.length > 6;
			shapes.push(
				rect(
					start,
					at,
					Math.max(2, end - start - 1),
					BAR,
					{ rx: 2, 'fill-opacity': 0.75 },
					looks.get(span.name)
				),
				...(from < first
					? [
							line([start, at - 1], [start, at + BAR + 1], 'raised', {
								'stroke-width': 3,
								'stroke-dasharray': '3 2'
							})
						]
					: []),
				...(to > last
					? [
							path(`M${end - 7} ${at + 3}l6 6l-6 6`, {
								fill: 'none',
								stroke: color('ink'),
								'stroke-width': 1.75
							})
						]
					: []),
				...(hasWords
					? [
							rect(start + 4, at + 2, room, BAR - 4, { rx: 2, fill: color('raised'), 'fill-opacity': 0.9 }),
							label(start + 8, at + 13, words, 'ink', { 'font-size': 11 })
						]
					: [])
			);
			marks.push({
				name,
				text: spanText(span),
				hit: rect(start, at, Math.max(6, end - start), BAR),
				at: [(start + end) / 2, at],
				row
			});
		});
		y += Math.max(shown.length > 0 ? 1 : 0, ...places.map((place) => place + 1)) * LINE;
		const seen = points.filter(({ at }) => dayNumber(at) >= first && dayNumber(at) < last);
		for (const point of seen) {
			const middle = x(dayNumber(point.at)) + day / 2;
			const d = `M${middle} ${y + 1}l6 6l-6 6l-6 -6z`;
			shapes.push(path(d, { fill: color('chart-1'), stroke: color('raised') }));
			marks.push({ name, text: pointText(point), hit: path(d), at: [middle, y], row });
		}
		if (seen.length > 0) y += POINTS;
		y = Math.max(y, top + (isNarrow ? 26 : 9 + title.length * 15)) + 8;
		shapes.push(line([0, y - 4], [width, y - 4], 'line'));
		y += 4;
	});
	marks.sort((a, b) => a.row! - b.row! || a.at[0] - b.at[0]);
	const now = course.today === undefined ? undefined : x(dayNumber(course.today)) + day / 2;
	const half = textWidth('Today', 12, true) / 2;
	const nowAt = now === undefined ? undefined : Math.max(half, Math.min(now, width - half));
	const ticks = dayTicks(
		days.length,
		day,
		Math.max(0, ...days.map((words) => textWidth(words))) + 14
	).flatMap((index) => {
		const words = days[index]!;
		const start = left + index * day;
		const end = start + textWidth(words);
		const isFree =
			end <= width && (nowAt === undefined || end + 6 < nowAt - half || start - 6 > nowAt + half);
		return [
			line([start, 4], [start, y], 'line'),
			...(isFree ? [label(start, y + 16, words, 'ink-faint')] : [])
		];
	});
	const today: readonly Shape[] =
		now === undefined || nowAt === undefined
			? []
			: [
					line([now, 4], [now, y + 4], 'ink', { 'stroke-width': 1.5 }),
					label(nowAt, y + 16, 'Today', 'ink', { ...MIDDLE, ...BOLD, ...HALO })
				];
	return { width, height: y + 24, shapes: [...ticks, ...shapes, ...today], marks };
}
