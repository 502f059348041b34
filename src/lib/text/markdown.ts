import { Marked, type MarkedToken, type Token } from 'marked';
import { type Place, PLACES } from './places';

/** A piece of a line: plain text, or text with one mark. `place` is a link to a place of the app. */
export type Inline =
	| { readonly kind: 'text' | 'strong' | 'em' | 'code'; readonly text: string }
	| { readonly kind: 'place'; readonly place: Place; readonly text: string };

export type Block =
	| { readonly kind: 'paragraph'; readonly line: readonly Inline[] }
	| { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

const marked = new Marked({ gfm: false });

/**
 * The part of Markdown that lessons may use (E1): paragraphs, lists, **bold**, *italics*, `code` and [text](place).
 * Everything else, HTML and addresses too, stays the text that it is: what comes out is data for components that
 * show text, never markup, so there is nothing left to sanitize.
 */
export function parseMarkdown(text: string): readonly Block[] {
	try {
		return marked.lexer(text).flatMap(blockOf);
	} catch {
		// Thousands of lists inside each other are more than the parser's stack holds: then it is plain text.
		return [{ kind: 'paragraph', line: [plain(text)] }];
	}
}

function blockOf(token: Token): readonly Block[] {
	const known = token as MarkedToken; // no extension adds another kind
	if (known.type === 'space' || known.type === 'hr') return [];
	if (known.type !== 'list') return [{ kind: 'paragraph', line: tidied(lineOf(known)) }];
	const items = known.items.map((item) => tidied(item.tokens.flatMap(lineOf)));
	return [{ kind: 'list', ordered: known.ordered, items }];
}

/** A block as one line: what it says where it is a paragraph, a heading or an item, else its own letters. */
function lineOf(token: Token): readonly Inline[] {
	const known = token as MarkedToken;
	if (known.type === 'paragraph' || known.type === 'heading') return known.tokens.flatMap(pieceOf);
	if (known.type === 'text') return (known.tokens ?? [plain(known.text)]).flatMap(pieceOf);
	return [plain(known.raw)];
}

function pieceOf(token: Token | Inline): readonly Inline[] {
	if ('kind' in token) return [token as Inline];
	const known = token as MarkedToken;
	if (known.type === 'strong' || known.type === 'em') return [{ kind: known.type, text: spaced(known.text) }];
	if (known.type === 'codespan') return [{ kind: 'code', text: known.text }];
	if (known.type === 'br') return [plain(' ')];
	if (known.type === 'escape') return [plain(known.text)];
	const place = known.type === 'link' && PLACES.find((one) => one === known.href);
	return [place ? { kind: 'place', place, text: spaced(known.text) } : plain(known.raw)];
}

const plain = (text: string): Inline => ({ kind: 'text', text });
const spaced = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ');

/** One piece where several of plain text follow each other, without the ends' spaces and the line breaks. */
function tidied(line: readonly Inline[]): readonly Inline[] {
	const pieces: Inline[] = [];
	for (const piece of line) {
		const last = pieces.at(-1);
		if (piece.kind === 'text' && last?.kind === 'text')
			pieces[pieces.length - 1] = plain(last.text + piece.text);
		else pieces.push(piece);
	}
	return pieces
		.map((piece, i): Inline => {
			if (piece.kind !== 'text') return piece;
			const text = spaced(piece.text);
			const start = i === 0 ? text.trimStart() : text;
			return plain(i === pieces.length - 1 ? start.trimEnd() : start);
		})
		.filter(({ text }) => text !== '');
}
