import { type Place, PLACES } from './places';

/** A piece of a line: plain text, or text with one mark. `place` is a link to a place of the app. */
export type Inline =
	| { readonly kind: 'text' | 'strong' | 'em' | 'code'; readonly text: string }
	| { readonly kind: 'place'; readonly place: Place; readonly text: string };

export type Block =
	| { readonly kind: 'paragraph'; readonly line: readonly Inline[] }
	| { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

/**
 * The part of Markdown that lessons may use (E1): paragraphs, lists with `- ` or `1. `, **bold**, *italics*, `code`
 * and [text](place). Everything else, HTML and addresses too, stays the text that it is. Takes time in proportion
 * to its length.
 */
export function parseMarkdown(text: string): readonly Block[] {
	const blocks: Block[] = [];
	for (const part of text.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/)) {
		let words: string[] = [];
		let items: string[] = [];
		let ordered = false;
		const endWords = () => {
			if (words.length > 0) blocks.push({ kind: 'paragraph', line: parseInline(words.join(' ')) });
			words = [];
		};
		const endItems = () => {
			if (items.length > 0) blocks.push({ kind: 'list', ordered, items: items.map(parseInline) });
			items = [];
		};
		for (const line of part.split('\n').map((one) => one.trim())) {
			const item = /^(?:(-)|\d{1,3}\.) (.*)$/.exec(line);
			if (item) {
				endWords();
				const isOrdered = item[1] === undefined;
				if (items.length > 0 && isOrdered !== ordered) endItems();
				ordered = isOrdered;
				items.push(item[2] ?? '');
			} else if (line !== '' && items.length > 0) items.push(`${items.pop() ?? ''} ${line}`);
			else if (line !== '') words.push(line);
		}
		endWords();
		endItems();
	}
	return blocks;
}

const MARKS = /\*\*([^*`]+)\*\*|\*([^*`\s](?:[^*`]*[^*`\s])?)\*|`([^`]+)`|\[([^[\]]+)\]\(([a-z-]+)\)/g;
const KINDS = ['strong', 'em', 'code'] as const;

function parseInline(line: string): readonly Inline[] {
	const pieces: Inline[] = [];
	let from = 0;
	for (const found of line.matchAll(MARKS)) {
		const place = PLACES.find((one) => one === found[5]);
		const mark = KINDS.findIndex((_, i) => found[i + 1] !== undefined);
		if (mark < 0 && place === undefined) continue;
		if (found.index > from) pieces.push({ kind: 'text', text: line.slice(from, found.index) });
		if (place === undefined) pieces.push({ kind: KINDS[mark]!, text: found[mark + 1]! });
		else pieces.push({ kind: 'place', place, text: found[4]! });
		from = found.index + found[0].length;
	}
	if (from < line.length) pieces.push({ kind: 'text', text: line.slice(from) });
	return pieces;
}
