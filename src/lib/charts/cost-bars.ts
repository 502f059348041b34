import { costBarText, costSentence } from '$lib/text/pictures';
import { axisTo } from './axis';
import { BOLD, color, label, line, lookOf, type Mark, rect, type Scene, type Shape } from './scene';
import { type Story } from './story';
import { cut, textWidth } from './text-width';

export interface CostGroup {
	readonly name: string;
	/** One a series, in minor units; null: not known. */
	readonly amounts: readonly (number | null)[];
}

export interface Costs {
	/** Today first, then what-ifs. */
	readonly series: readonly string[];
	readonly groups: readonly CostGroup[];
	/** An amount in minor units as people read it. */
	readonly format: (amount: number) => string;
}

/** The sum of each series; null where a part is not known. */
export const totalsOf = ({ series, groups }: Pick<Costs, 'series' | 'groups'>): readonly (number | null)[] =>
	series.map((_, at) =>
		groups.reduce<number | null>((sum, { amounts }) => {
			const amount = amounts[at] ?? null;
			return sum === null || amount === null ? null : sum + amount;
		}, 0)
	);

export function costStory(title: string, costs: Costs): Story {
	const { series, groups, format } = costs;
	const cell = (amount: number | null | undefined) => (amount == null ? 'not known' : format(amount));
	const totals = totalsOf(costs);
	return {
		title,
		sentence: costSentence(
			series.map((name, at) => ({ name, total: totals[at] ?? null })),
			format
		),
		table: {
			columns: [{ heading: 'Cost center' }, ...series.map((heading) => ({ heading, align: 'end' as const }))],
			rows: [
				...groups.map(({ name, amounts }) => [name, ...series.map((_, at) => cell(amounts[at]))]),
				['Total', ...totals.map(cell)]
			]
		}
	};
}

const BAR = 16;
const ROW = 20;
const HEAD = 24;
const GAP = 14;

/** A block a cost center, a bar a series: each bar carries its series and its amount. */
export function costScene({ series, groups, format }: Costs, width: number): Scene {
	const values = groups.flatMap(({ amounts }) => amounts.map((amount) => amount ?? 0));
	const names = Math.min(Math.max(0, ...series.map((name) => textWidth(name))) + 12, width * 0.38);
	const valueWords = (amounts: CostGroup['amounts'], at: number) =>
		costBarText(amounts[at] ?? null, at === 0 ? null : (amounts[0] ?? null), format);
	const ends = groups.flatMap(({ amounts }) => series.map((_, at) => textWidth(valueWords(amounts, at))));
	const room = Math.max(40, width - names - Math.max(0, ...ends) - 10);
	const axis = axisTo(Math.max(0, ...values), 0, 1, 4);
	const most = Math.max(1, ...values);
	const x = (amount: number) => names + (amount / most) * room;
	const block = HEAD + series.length * ROW + GAP;
	const height = groups.length * block;
	const grid = axis.ticks
		.filter((tick) => tick <= most)
		.map((tick) => line([x(tick), 4], [x(tick), height - GAP], tick === 0 ? 'edge' : 'line'));
	const shapes: Shape[] = [];
	const marks: Mark[] = [];
	groups.forEach(({ name, amounts }, index) => {
		const top = index * block;
		shapes.push(
			rect(0, top, width, HEAD - 3, { fill: color('raised') }),
			label(0, top + 14, cut(name, width, 12, true), 'ink', BOLD)
		);
		series.forEach((each, at) => {
			const amount = amounts[at] ?? null;
			const y = top + HEAD + at * ROW;
			shapes.push(
				label(0, y + 12, cut(each, names - 8), 'ink-soft'),
				...(amount === null
					? []
					: [rect(names, y, Math.max(1, x(amount) - names), BAR, { rx: 2 }, lookOf(at))]),
				label(x(amount ?? 0) + 6, y + 12, valueWords(amounts, at), amount === null ? 'ink-faint' : 'ink', {
					'paint-order': 'stroke',
					stroke: color('raised'),
					'stroke-width': 4
				})
			);
			marks.push({
				name: `${name}, ${each}`,
				text: valueWords(amounts, at),
				hit: rect(0, y - 2, width, ROW),
				at: [names + (x(amount ?? 0) - names) / 2, y],
				row: index * series.length + at,
				glow: [
					rect(names - 1.5, y - 1.5, Math.max(4, x(amount ?? 0) - names + 3), BAR + 3, {
						rx: 3,
						fill: 'none',
						stroke: color('ink'),
						'stroke-width': 1.5
					})
				]
			});
		});
	});
	return { width, height: Math.max(height, 20), shapes: [...grid, ...shapes], marks };
}
