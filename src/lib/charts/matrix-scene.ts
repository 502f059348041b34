import { countText, numberText } from '$lib/text/format';
import { pairName } from '$lib/text/overlap';
import { type Drawn } from './overlap';
import { color, END, label, line, lookOf, type Mark, MIDDLE, rect, type Scene, type Shape } from './scene';
import { cut, textWidth, wrapTo } from './text-width';

/** What each two sets share: the square's area and its number say how many. */
export function matrixScene(overlap: Drawn<'matrix'>, width: number): Scene {
	const { sizes, crossed, unit } = overlap;
	const isNarrow = width < 560;
	const left = Math.min(
		overlap.names.reduce((widest, name) => Math.max(widest, textWidth(name)), 0) + 44,
		width * (isNarrow ? 0.42 : 0.26)
	);
	const cell = 28;
	const most = Math.max(1, ...crossed.flat()); // of those that a search leaves, too, the greatest fills its square
	/** Of a column: its number must not run into the next one's. */
	const wide = Math.max(cell, textWidth(numberText(most), 10) + 6);
	/** As many as there is room for: the first ones share most. */
	const names = overlap.names.slice(0, Math.max(2, Math.floor((width - left) / wide) + 1));
	const top = 8;
	/** Where it is narrow, a number tells which column is which row: there is no room for the name twice. */
	const nameLines = (name: string, row: number) =>
		wrapTo(isNarrow ? `${row + 1} ${name}` : name, left - 16 - textWidth(numberText(sizes[row]!)), 2, 11);
	const shapes: Shape[] = [];
	const marks: Mark[] = [];
	names.forEach((name, row) => {
		const y = top + row * cell;
		shapes.push(
			line([0, y + cell], [left + row * wide, y + cell], 'line'),
			label(left - 8, y + cell / 2 + 4, numberText(sizes[row]!), 'ink-faint', END),
			...nameLines(name, row).map((words, at, { length }) =>
				label(0, y + cell / 2 + 4 + (at - (length - 1) / 2) * 12, words, 'ink', { 'font-size': 11 })
			)
		);
		names.slice(0, row).forEach((other, column) => {
			const count = crossed[row]![column]!;
			const x = left + column * wide;
			const side = count === 0 ? 0 : Math.max(4, Math.sqrt(count / most) * (cell - 2));
			const words = numberText(count);
			shapes.push(
				...(side > 0
					? [
							rect(
								x + (wide - side) / 2,
								y + (cell - side) / 2,
								side,
								side,
								{ rx: 2, 'fill-opacity': 0.35 },
								lookOf(0)
							)
						]
					: [rect(x + wide / 2 - 1, y + cell / 2 - 1, 2, 2, { fill: color('edge') })]),
				...(count > 0
					? [label(x + wide / 2, y + cell / 2 + 4, words, 'ink', { ...MIDDLE, 'font-size': 10 })]
					: [])
			);
			marks.push({
				name: pairName(name, other),
				text: `${countText(count, unit.one, unit.many)} in both, of ${numberText(sizes[row]!)} and ${numberText(sizes[column]!)}`,
				hit: rect(x, y, wide, cell),
				at: [x + wide / 2, y],
				row
			});
		});
		if (row + 1 < names.length)
			shapes.push(
				label(
					left + row * wide + 6,
					y + cell / 2 + 4,
					isNarrow ? numberText(row + 1) : cut(name, width - left - row * wide - 6, 11),
					'ink-faint',
					{ 'font-size': 11 }
				)
			);
	});
	if (names.length === 0) shapes.push(label(0, top + 14, 'Nothing shares a member here.', 'ink-faint'));
	return { width, height: top + Math.max(1, names.length) * cell + 8, shapes, marks };
}
