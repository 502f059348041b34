import { fillOf, patternsFor } from './patterns';
import { BOLD, color, label, type Scene, type Shape } from './scene';
import { type Story } from './story';
import { wrap } from './text-width';

/** From the name of a token, such as `chart-1`, to a color that any program reads. */
export type Resolve = (token: string) => string;

const MARGIN = 24;
const FACE = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";
/** What XML 1.0 cannot hold, lone halves of a pair among it. */
// eslint-disable-next-line no-control-regex -- these are what must not get into the file
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (words: string): string =>
	words.replace(NOT_XML, '').replace(/[&<>"]/g, (letter) => ESCAPES[letter]!);

function markup(shape: Shape, resolve: Resolve): string {
	const { tag, attrs, look, text = '', children = [] } = shape;
	const all = look ? { ...attrs, fill: fillOf(look, 'p') } : attrs;
	const list = Object.entries(all).map(([name, value]) => {
		const colored = String(value).replace(/var\(--([\w-]+)\)/g, (_, token: string) => resolve(token));
		return ` ${name}="${escaped(colored)}"`;
	});
	const inner = escaped(text) + children.map((child) => markup(child, resolve)).join('');
	return inner === '' ? `<${tag}${list.join('')}/>` : `<${tag}${list.join('')}>${inner}</${tag}>`;
}

/** A picture with its words as an SVG document that needs nothing else: colors are plain, patterns inside. */
export function standalone(scene: Scene, story: Story, resolve: Resolve): string {
	const sentence = wrap(story.sentence, scene.width, 14);
	const note = wrap(story.note ?? '', scene.width, 12);
	const title = wrap(story.title, scene.width, 20);
	const above = MARGIN + title.length * 26 + sentence.length * 20 + 16;
	const width = scene.width + 2 * MARGIN;
	const height = above + scene.height + (note.length > 0 ? 12 + note.length * 17 : 0) + MARGIN;
	const shapes: readonly Shape[] = [
		...title.map((words, at) =>
			label(MARGIN, MARGIN + 18 + at * 26, words, 'ink', { ...BOLD, 'font-size': 20 })
		),
		...sentence.map((words, at) =>
			label(MARGIN, MARGIN + title.length * 26 + 14 + at * 20, words, 'ink-soft', { 'font-size': 14 })
		),
		{ tag: 'g', attrs: { transform: `translate(${MARGIN} ${above})` }, children: scene.shapes },
		...note.map((words, at) => label(MARGIN, above + scene.height + 24 + at * 17, words, 'ink-faint'))
	];
	const ground: Shape = { tag: 'rect', attrs: { width, height, fill: color('raised') } };
	const body = [ground, ...shapes].map((shape) => markup(shape, resolve)).join('');
	const defs = patternsFor(scene.shapes, 'p')
		.map((shape) => markup(shape, resolve))
		.join('');
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" ` +
		`viewBox="0 0 ${width} ${height}" font-family="${FACE}"><title>${escaped(story.title)}</title>` +
		`<desc>${escaped(story.sentence)}</desc><defs>${defs}</defs>${body}</svg>`
	);
}
