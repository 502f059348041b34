import { label, line, type Look, rect, type Shape, type Tone } from './scene';
import { wrapTo } from './text-width';

/** What one thing in a picture looks like: a line with its dashes, or a filled bar. */
export interface Entry {
	readonly name: string;
	readonly sample: { readonly tone: Tone; readonly dash?: string | undefined } | Look;
}

const SAMPLE = 22;
const LINE = 16;
const GAP = 4;
/** As many as the longest name of a what-if takes on a phone. */
const LINES = 8;

/** A row an entry, over the picture: where it is too narrow for names beside what they name. Names wrap. */
export function legend(
	entries: readonly Entry[],
	width: number
): { readonly shapes: readonly Shape[]; readonly height: number } {
	let y = 0;
	const shapes = entries.flatMap(({ name, sample }): readonly Shape[] => {
		const top = y;
		const lines = wrapTo(name, width - SAMPLE - 8, LINES);
		y += lines.length * LINE + GAP;
		return [
			'pattern' in sample
				? rect(0, top + 2, SAMPLE, 10, { rx: 2 }, sample)
				: line([0, top + 7], [SAMPLE, top + 7], sample.tone, {
						'stroke-width': 2.25,
						...(sample.dash && { 'stroke-dasharray': sample.dash })
					}),
			...lines.map((words, at) => label(SAMPLE + 8, top + 11 + at * LINE, words, 'ink'))
		];
	});
	return { shapes, height: entries.length === 0 ? 0 : y + 4 };
}
