import { numberText } from '$lib/text/format';
import { chainSentence } from '$lib/text/waterfall';
import {
	BOLD,
	color,
	END,
	label,
	line,
	lookOf,
	rect,
	type Look,
	type Mark,
	type Scene,
	type Shape
} from './scene';
import { type Story } from './story';
import { textWidth, wrapTo } from './text-width';

export interface Part {
	readonly label: string;
	/** '' and '=' are totals and begin at zero. */
	readonly sign: '' | '+' | '−' | '=';
	readonly value: number;
	readonly note?: string;
}

/** Where a part's bar stands, in the part's own unit. */
export interface Span {
	readonly low: number;
	readonly high: number;
	/** Where the sum stands after it: what the next part begins at. */
	readonly end: number;
	/** More is taken away than there is: the bar ends at zero. */
	readonly isShort: boolean;
}

/** A part begins where the sum before it stood; a total begins at zero; nothing leads below zero. */
export function spansOf(parts: readonly Part[]): readonly Span[] {
	let sum = 0;
	return parts.map(({ sign, value }) => {
		const before = sum;
		if (sign === '' || sign === '=') sum = value;
		else sum = Math.max(0, sign === '+' ? before + value : before - value);
		const low = sign === '+' ? before : sign === '−' ? sum : 0;
		const high = sign === '+' ? sum : sign === '−' ? before : value;
		return { low, high, end: sum, isShort: sign === '−' && value > before };
	});
}

const signed = ({ sign, value }: Part): string => (sign === '' ? '' : `${sign} `) + numberText(value);

export const waterfallStory = (title: string, parts: readonly Part[]): Story => ({
	title,
	sentence: chainSentence(parts),
	table: {
		columns: [{ heading: 'Part' }, { heading: 'Count', align: 'end' }, { heading: 'Sum', align: 'end' }],
		rows: spansOf(parts).map(({ end }, index) => {
			const part = parts[index]!;
			return [part.label, signed(part), numberText(end)];
		})
	}
});

const LOOK: Record<Part['sign'], Look> = {
	'': lookOf(0),
	'=': lookOf(0),
	'+': { tone: 'chart-2', pattern: 'hatch' },
	'−': { tone: 'chart-3', pattern: 'back' }
};
const BAR = 20;

/** Parts from top to bottom: totals as full bars, what is added and taken between them. */
export function waterfallScene(parts: readonly Part[], width: number): Scene {
	const isNarrow = width < 560;
	const spans = spansOf(parts);
	const step = isNarrow ? 48 : 36;
	const names = Math.max(0, ...parts.map((part) => textWidth(part.label, 12, true)));
	const left = isNarrow ? 0 : Math.min(names + 16, width * 0.36);
	const values = Math.max(0, ...parts.map((part) => textWidth(signed(part), 12, true))) + 10;
	const most = Math.max(1, ...spans.map(({ high }) => high));
	const x = (value: number) => left + (value / most) * (width - left - values);
	const top = (index: number) => index * step + (isNarrow ? 20 : 8);
	const shapes = parts.flatMap((part, index): readonly Shape[] => {
		const { low, high, end, isShort } = spans[index]!;
		const isTotal = part.sign === '' || part.sign === '=';
		const y = top(index);
		const words = wrapTo(part.label, isNarrow ? width : left - 12, isNarrow ? 1 : 2, isTotal ? 13 : 12); // bold is wider
		return [
			...(part.sign === '='
				? [line([0, y - (isNarrow ? 21 : 8)], [width, y - (isNarrow ? 21 : 8)], 'line')]
				: []),
			...words.map((text, at) =>
				label(
					isNarrow ? 0 : left - 12,
					isNarrow ? y - 6 : y + 14 + (at - (words.length - 1) / 2) * 13,
					text,
					isTotal ? 'ink' : 'ink-soft',
					{ ...(isNarrow ? {} : END), ...(isTotal ? BOLD : {}) }
				)
			),
			rect(x(low), y, Math.max(high > low ? 1.5 : 0, x(high) - x(low)), BAR, { rx: 2 }, LOOK[part.sign]),
			...(high === low ? [line([x(low), y], [x(low), y + BAR], 'edge')] : []),
			...(index + 1 < parts.length
				? [line([x(end), y + BAR], [x(end), top(index + 1)], 'edge', { 'stroke-dasharray': '2 2' })]
				: []),
			label(x(high) + 6, y + 14, signed(part), isShort ? 'ink-faint' : 'ink', isTotal ? BOLD : {})
		];
	});
	const marks = parts.map((part, index): Mark => {
		const { low, high, end } = spans[index]!;
		const y = top(index);
		return {
			name: part.label,
			text: `${signed(part)}${part.note ? `, ${part.note}` : ''}${part.sign === '+' || part.sign === '−' ? `; makes ${numberText(end)}` : ''}`,
			hit: rect(0, y - (isNarrow ? 20 : 8), width, step),
			at: [(x(low) + x(high)) / 2, y],
			glow: [
				rect(x(low) - 2, y - 2, x(high) - x(low) + 4, BAR + 4, {
					rx: 3,
					fill: 'none',
					stroke: color('ink'),
					'stroke-width': 1.5
				})
			]
		};
	});
	return { width, height: parts.length * step + 4, shapes, marks };
}
