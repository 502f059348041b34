import { Marked, type MarkedToken, type Token } from 'marked';
import { type Place, PLACES } from './places';

/** A piece of a line: text, or other pieces with a mark. `place` is a link to a place of the app. */
export type Inline =
	| { readonly kind: 'text' | 'code'; readonly text: string }
	| { readonly kind: 'strong' | 'em'; readonly line: readonly Inline[] }
	| { readonly kind: 'place'; readonly place: Place; readonly line: readonly Inline[] };

export type Block =
	| { readonly kind: 'paragraph'; readonly line: readonly Inline[] }
	| { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

const marked = new Marked({ gfm: false });
/** Marks inside marks that are read; what is nested deeper stays the text that it is. */
const DEEPEST = 4;

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
	if (known.type === 'paragraph' || known.type === 'heading') return piecesOf(known.tokens);
	if (known.type === 'text') return known.tokens ? piecesOf(known.tokens) : [plain(known.text)];
	return [plain(known.raw)];
}

const piecesOf = (tokens: readonly Token[]) => tokens.flatMap((token) => pieceOf(token));

function pieceOf(token: Token, depth = 1): readonly Inline[] {
	const known = token as MarkedToken;
	if (known.type === 'codespan') return [{ kind: 'code', text: known.text }];
	if (known.type === 'br') return [plain(' ')];
	if (known.type === 'escape') return [plain(known.text)];
	if (depth > DEEPEST) return [plain(known.raw)];
	const within = (tokens: readonly Token[]) => merged(tokens.flatMap((one) => pieceOf(one, depth + 1)));
	if (known.type === 'strong' || known.type === 'em')
		return [{ kind: known.type, line: within(known.tokens) }];
	const place = known.type === 'link' && PLACES.find((one) => one === known.href);
	if (known.type === 'link' && place) return [{ kind: 'place', place, line: within(known.tokens) }];
	return [plain(known.raw)];
}

const plain = (text: string): Inline => ({ kind: 'text', text });

/** One piece where several of plain text follow each other, without line breaks. */
function merged(line: readonly Inline[]): readonly Inline[] {
	const pieces: Inline[] = [];
	for (const piece of line) {
		const last = pieces.at(-1);
		if (piece.kind === 'text' && last?.kind === 'text')
			pieces[pieces.length - 1] = plain(last.text + piece.text);
		else pieces.push(piece);
	}
	return pieces.map((piece) =>
		piece.kind === 'text' ? plain(piece.text.replaceAll(/\s*\n\s*/g, ' ')) : piece
	);
}

/** The line without blanks at its ends. */
function tidied(line: readonly Inline[]): readonly Inline[] {
	const pieces = merged(line);
	return pieces
		.map((piece, i): Inline => {
			if (piece.kind !== 'text') return piece;
			const start = i === 0 ? piece.text.trimStart() : piece.text;
			return plain(i === pieces.length - 1 ? start.trimEnd() : start);
		})
		.filter((piece) => piece.kind !== 'text' || piece.text !== '');
}
