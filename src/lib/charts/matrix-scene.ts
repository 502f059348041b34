import { countText, numberText } from '$lib/text/format';
import { pairName } from '$lib/text/overlap';
import { type Overlapping, pairsFor } from './overlap';
import { color, END, label, line, lookOf, type Mark, MIDDLE, rect, type Scene, type Shape } from './scene';
import { cut, textWidth, wrapTo } from './text-width';

/** The sets of a matrix with room for `room`: those that are searched for, then those that share most with them. */
export function matrixSets(overlap: Overlapping, search: string, room: number): readonly number[] {
	const words = search.trim().toLowerCase();
	const named =
		words === ''
			? []
			: overlap.names.flatMap((name, set) => (name.toLowerCase().includes(words) ? [set] : []));
	const chosen = new Set(named.slice(0, room));
	for (const { a, b } of pairsFor(overlap, search)) {
		if (chosen.size >= room) break;
		chosen.add(a);
		if (chosen.size < room) chosen.add(b);
	}
	return [...chosen];
}

/** What each two sets share: the square's area and its number say how many. */
export function matrixScene(overlap: Overlapping, search: string, width: number): Scene {
	const { names, sizes, unit } = overlap;
	const isNarrow = width < 560;
	const left = Math.min(
		names.reduce((widest, name) => Math.max(widest, textWidth(name)), 0) + 44,
		width * (isNarrow ? 0.42 : 0.26)
	);
	const cell = 28;
	const most = Math.max(1, overlap.pairs[0]?.shared ?? 0); // the greatest comes first
	/** Of a column: its number must not run into the next one's. */
	const wide = Math.max(cell, textWidth(numberText(most), 10) + 6);
	const sets = matrixSets(overlap, search, Math.max(2, Math.min(24, Math.floor((width - left) / wide) + 1)));
	const shown = new Uint8Array(names.length);
	for (const set of sets) shown[set] = 1;
	const shared = new Map(
		overlap.pairs
			.filter(({ a, b }) => shown[a] && shown[b])
			.map(({ a, b, shared: count }) => [a * names.length + b, count])
	);
	const sharedOf = (a: number, b: number) => shared.get(Math.min(a, b) * names.length + Math.max(a, b)) ?? 0;
	const top = 8;
	/** Where it is narrow, a number tells which column is which row: there is no room for the name twice. */
	const nameLines = (set: number, row: number) =>
		wrapTo(
			isNarrow ? `${row + 1} ${names[set]}` : names[set]!,
			left - 16 - textWidth(numberText(sizes[set]!)),
			2,
			11
		);
	const shapes: Shape[] = [];
	const marks: Mark[] = [];
	sets.forEach((set, row) => {
		const y = top + row * cell;
		shapes.push(
			line([0, y + cell], [left + row * wide, y + cell], 'line'),
			label(left - 8, y + cell / 2 + 4, numberText(sizes[set]!), 'ink-faint', END),
			...nameLines(set, row).map((words, at, { length }) =>
				label(0, y + cell / 2 + 4 + (at - (length - 1) / 2) * 12, words, 'ink', { 'font-size': 11 })
			)
		);
		sets.slice(0, row).forEach((other, column) => {
			const count = sharedOf(set, other);
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
				name: pairName(names[set]!, names[other]!),
				text: `${countText(count, unit.one, unit.many)} in both, of ${numberText(sizes[set]!)} and ${numberText(sizes[other]!)}`,
				hit: rect(x, y, wide, cell),
				at: [x + wide / 2, y],
				row
			});
		});
		if (row + 1 < sets.length)
			shapes.push(
				label(
					left + row * wide + 6,
					y + cell / 2 + 4,
					isNarrow ? numberText(row + 1) : cut(names[set]!, width - left - row * wide - 6, 11),
					'ink-faint',
					{ 'font-size': 11 }
				)
			);
	});
	if (sets.length === 0) shapes.push(label(0, top + 14, 'Nothing shares a member here.', 'ink-faint'));
	return { width, height: top + Math.max(1, sets.length) * cell + 8, shapes, marks };
}
