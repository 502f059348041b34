import { costBarText, costSentence } from '$lib/text/cost';
import { legend } from './legend';
import { BOLD, color, label, line, lookOf, type Mark, rect, type Scene, type Shape } from './scene';
import { type Story } from './story';
import { textWidth, wrapTo } from './text-width';

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
const LINE = 16;
const GAP = 14;

/** A block a cost center, a bar a series: each bar carries its series and its amount. Narrow, or with long names: the series stand above. */
export function costScene({ series, groups, format }: Costs, width: number): Scene {
	const longest = Math.max(0, ...series.map((name) => textWidth(name))) + 12;
	const isNarrow = width < 560 || longest > width * 0.4;
	const key = legend(isNarrow ? series.map((name, at) => ({ name, sample: lookOf(at) })) : [], width);
	const names = isNarrow ? 0 : longest;
	const valueWords = (amounts: CostGroup['amounts'], at: number) =>
		costBarText(amounts[at] ?? null, at === 0 ? null : (amounts[0] ?? null), format);
	const ends = groups.flatMap(({ amounts }) => series.map((_, at) => textWidth(valueWords(amounts, at))));
	const room = Math.max(40, width - names - Math.max(0, ...ends) - 10);
	const most = Math.max(1, ...groups.flatMap(({ amounts }) => amounts.map((amount) => amount ?? 0)));
	const x = (amount: number) => names + (amount / most) * room;
	const shapes: Shape[] = [];
	const marks: Mark[] = [];
	let y = key.height + (isNarrow ? 6 : 0);
	groups.forEach(({ name, amounts }, index) => {
		const head = wrapTo(name, width, 2, 13); // bold is wider
		shapes.push(...head.map((words, at) => label(0, y + 12 + at * LINE, words, 'ink', BOLD)));
		y += head.length * LINE + 4;
		const top = y;
		series.forEach((each, at) => {
			const amount = amounts[at] ?? null;
			const bar = top + at * ROW;
			shapes.push(
				...(isNarrow ? [] : [label(0, bar + 12, each, 'ink-soft')]),
				...(amount === null
					? []
					: [rect(names, bar, Math.max(1, x(amount) - names), BAR, { rx: 2 }, lookOf(at))]),
				label(x(amount ?? 0) + 6, bar + 12, valueWords(amounts, at), amount === null ? 'ink-faint' : 'ink')
			);
			marks.push({
				name: `${name}, ${each}`,
				text: valueWords(amounts, at),
				hit: rect(0, bar - 2, width, ROW),
				at: [names + (x(amount ?? 0) - names) / 2, bar],
				row: index * series.length + at,
				glow: [
					rect(names - 1.5, bar - 1.5, Math.max(4, x(amount ?? 0) - names + 3), BAR + 3, {
						rx: 3,
						fill: 'none',
						stroke: color('ink'),
						'stroke-width': 1.5
					})
				]
			});
		});
		y += series.length * ROW;
		shapes.push(line([names, top - 2], [names, y], 'edge'));
		y += GAP;
	});
	return { width, height: Math.max(y - GAP, 20), shapes: [...key.shapes, ...shapes], marks };
}
