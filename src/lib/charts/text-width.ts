/** Widths of letters in em, measured on a wide common face (DejaVu Sans), so that narrower ones fit too. */
const CLASSES: readonly (readonly [RegExp, number])[] = [
	[/[ilj'’|.,:;·!]/, 0.34],
	[/[ fItr()[\]/\-“”"]/, 0.42],
	[/[mwMW@%—…]/, 0.98],
	[/[A-Z+−=×&]/, 0.72],
	[/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\uffe6]/, 1.05],
	[/[\u{1f000}-\u{1ffff}]/u, 1.4],
	[/[\p{M}\u200b-\u200f\u2066-\u2069]/u, 0]
];
const OTHERS = 0.63;

const known = new Map<string, number>();
function widthOf(letter: string): number {
	const before = known.get(letter);
	if (before !== undefined) return before;
	const width = CLASSES.find(([letters]) => letters.test(letter))?.[1] ?? OTHERS;
	known.set(letter, width);
	return width;
}

/** About how wide words are, in pixels; rather too wide than too narrow. */
export function textWidth(words: string, size = 12, bold = false): number {
	let width = 0;
	for (const letter of words) width += widthOf(letter);
	return width * size * (bold ? 1.1 : 1);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The words, or as many letters as there is room for, and an ellipsis. */
export function cut(words: string, room: number, size = 12, bold = false): string {
	if (textWidth(words, size, bold) <= room) return words;
	let kept = '';
	for (const { segment } of segmenter.segment(words)) {
		if (textWidth(`${kept}${segment}…`, size, bold) > room) break;
		kept += segment;
	}
	return `${kept.trimEnd()}…`;
}

/** A word in parts that have room; one part has a letter at least. */
function broken(word: string, room: number, size: number): readonly string[] {
	if (textWidth(word, size) <= room) return [word];
	const parts: string[] = [];
	let part = '';
	for (const { segment } of segmenter.segment(word)) {
		if (part !== '' && textWidth(part + segment, size) > room) {
			parts.push(part);
			part = '';
		}
		part += segment;
	}
	return [...parts, part];
}

/** Lines no wider than the room, broken between words, and within a word that is too long; a letter that is, is cut. */
export function wrap(words: string, room: number, size = 12): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of words.split(/\s+/).filter(Boolean)) {
		const [first = '', ...rest] = broken(word, room, size);
		const longer = line === '' ? first : `${line} ${first}`;
		if (line !== '' && textWidth(longer, size) > room) {
			lines.push(line);
			line = first;
		} else line = longer;
		for (const part of rest) {
			lines.push(line);
			line = part;
		}
	}
	return [...lines, line].filter(Boolean).map((text) => cut(text, room, size));
}

/** The same, with an ellipsis after `most` lines. */
export function wrapTo(words: string, room: number, most: number, size = 12): readonly string[] {
	const lines = wrap(words, room, size);
	if (lines.length <= most) return lines;
	return [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(' '), room, size)];
}
