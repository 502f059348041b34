import { type Mark } from './scene';

type Place = Pick<Mark, 'at' | 'row'>;

/** The mark that a key leads to from the one `from`; undefined where the key means nothing. */
export function moved(marks: readonly Place[], from: number, key: string): number | undefined {
	const last = marks.length - 1;
	if (last < 0) return undefined;
	switch (key) {
		case 'ArrowRight':
			return Math.min(last, from + 1);
		case 'ArrowLeft':
			return Math.max(0, from - 1);
		case 'ArrowDown':
			return inRow(marks, from, 1) ?? Math.min(last, from + 1);
		case 'ArrowUp':
			return inRow(marks, from, -1) ?? Math.max(0, from - 1);
		case 'Home':
			return 0;
		case 'End':
			return last;
		default:
			return undefined;
	}
}

/** The mark nearest in the next row that has one; the same mark where there is none; undefined without rows. */
function inRow(marks: readonly Place[], from: number, step: 1 | -1): number | undefined {
	const here = marks[from];
	if (here?.row === undefined) return undefined;
	const ahead = marks.filter((mark) => mark.row !== undefined && (mark.row - here.row!) * step > 0);
	const next = Math.min(...ahead.map((mark) => Math.abs(mark.row! - here.row!)));
	let best = from;
	let least = Infinity;
	marks.forEach((mark, index) => {
		if (mark.row === undefined || (mark.row - here.row!) * step !== next) return;
		const far = Math.abs(mark.at[0] - here.at[0]);
		if (far < least) [best, least] = [index, far];
	});
	return best;
}
