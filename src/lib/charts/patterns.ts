import { color, type Look, type Pattern, type Shape } from './scene';

const STEP = 6;

/** What is drawn on each tile, over a pale ground of the same color. */
const TILES: Record<Exclude<Pattern, 'solid'>, string> = {
	hatch: 'M-1.5 1.5l3 -3M0 6l6 -6M4.5 7.5l3 -3',
	back: 'M-1.5 4.5l3 3M0 0l6 6M4.5 -1.5l3 3',
	cross: 'M-1 3H7M3 -1V7',
	bars: 'M1.5 -1V7M4.5 -1V7',
	dots: 'M1.5 1.5h0M4.5 4.5h0'
};

const nameOf = (look: Look): string => `${look.tone}-${look.pattern}`;

/** What a `fill` attribute says for a look; `id` tells the pictures of one page apart. */
export const fillOf = (look: Look, id: string): string =>
	look.pattern === 'solid' ? color(look.tone) : `url(#${id}-${nameOf(look)})`;

const looksIn = (shapes: readonly Shape[]): readonly Look[] =>
	shapes.flatMap((shape) => [...(shape.look ? [shape.look] : []), ...looksIn(shape.children ?? [])]);

/** The definitions that these shapes refer to, each once. */
export function patternsFor(shapes: readonly Shape[], id: string): readonly Shape[] {
	const looks = new Map(looksIn(shapes).map((look) => [nameOf(look), look]));
	return [...looks].flatMap(([name, { tone, pattern }]) => {
		if (pattern === 'solid') return [];
		const isDots = pattern === 'dots';
		return [
			{
				tag: 'pattern' as const,
				attrs: { id: `${id}-${name}`, width: STEP, height: STEP, patternUnits: 'userSpaceOnUse' },
				children: [
					{
						tag: 'rect' as const,
						attrs: { width: STEP, height: STEP, fill: color(tone), 'fill-opacity': 0.22 }
					},
					{
						tag: 'path' as const,
						attrs: {
							d: TILES[pattern],
							stroke: color(tone),
							'stroke-width': isDots ? 2.4 : 1.4,
							...(isDots && { 'stroke-linecap': 'round' })
						}
					}
				]
			}
		];
	});
}
