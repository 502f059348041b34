/** A picture as plain data: what is drawn on screen and what is saved as a file come from the same shapes. */

export type Tone =
	| `chart-${1 | 2 | 3 | 4 | 5 | 6}`
	| 'ink'
	| 'ink-soft'
	| 'ink-faint'
	| 'line'
	| 'edge'
	| 'raised'
	| 'sunken'
	| 'good'
	| 'bad';

export type Pattern = 'solid' | 'hatch' | 'dots' | 'back' | 'cross' | 'bars';

/** A color that a pattern tells apart too, for those who can't by color. */
export interface Look {
	readonly tone: Tone;
	readonly pattern: Pattern;
}

type Tag = 'g' | 'rect' | 'line' | 'path' | 'circle' | 'text' | 'pattern';
type Attrs = Readonly<Record<string, string | number>>;

export interface Shape {
	readonly tag: Tag;
	readonly attrs: Attrs;
	/** Fills it; a renderer turns it into a color or the address of a pattern. */
	readonly look?: Look;
	readonly text?: string;
	readonly children?: readonly Shape[];
}

/** What the pointer or the arrow keys come to. */
export interface Mark {
	readonly name: string;
	/** Shown and spoken after the name: the same figures as in the table. */
	readonly text: string;
	/** Where the pointer means it. */
	readonly hit: Shape;
	/** Where the words are shown: x, and the y above which they stand. */
	readonly at: readonly [number, number];
	/** Marks of one row follow each other; up and down go to the next row. */
	readonly row?: number;
	/** Drawn over the picture while it is meant; without it, the outline of `hit`. */
	readonly glow?: readonly Shape[];
}

/** Pixels. */
export interface Scene {
	readonly width: number;
	readonly height: number;
	readonly shapes: readonly Shape[];
	readonly marks: readonly Mark[];
}

export type Draw = (width: number) => Scene;

const rounded = (attrs: Attrs): Attrs =>
	Object.fromEntries(
		Object.entries(attrs).map(([name, value]) => [
			name,
			typeof value === 'number' ? Math.round(value * 100) / 100 : value
		])
	);

export const color = (tone: Tone): string => `var(--${tone})`;

/** The looks of a list of things, in order: neighbors differ in color and in pattern. */
const LOOKS: readonly Look[] = [
	{ tone: 'chart-1', pattern: 'solid' },
	{ tone: 'chart-3', pattern: 'hatch' },
	{ tone: 'chart-2', pattern: 'dots' },
	{ tone: 'chart-4', pattern: 'back' },
	{ tone: 'chart-5', pattern: 'cross' },
	{ tone: 'chart-6', pattern: 'bars' }
];
export const lookOf = (index: number): Look => LOOKS[index % LOOKS.length]!;

const shape = (tag: Tag, attrs: Attrs, look?: Look): Shape => ({
	tag,
	attrs: rounded(attrs),
	...(look && { look })
});

export const rect = (
	x: number,
	y: number,
	width: number,
	height: number,
	attrs: Attrs = {},
	look?: Look
): Shape => shape('rect', { x, y, width: Math.max(0, width), height: Math.max(0, height), ...attrs }, look);

export const line = (
	from: readonly [number, number],
	to: readonly [number, number],
	tone: Tone,
	attrs: Attrs = {}
): Shape => shape('line', { x1: from[0], y1: from[1], x2: to[0], y2: to[1], stroke: color(tone), ...attrs });

export const path = (d: string, attrs: Attrs = {}, look?: Look): Shape =>
	shape('path', { d, ...attrs }, look);

export const circle = (cx: number, cy: number, r: number, attrs: Attrs = {}, look?: Look): Shape =>
	shape('circle', { cx, cy, r, ...attrs }, look);

export const LABEL = 12;

/** Words in the picture; `y` is the line they stand on. */
export const label = (x: number, y: number, words: string, tone: Tone, attrs: Attrs = {}): Shape => ({
	...shape('text', { x, y, fill: color(tone), 'font-size': LABEL, ...attrs }),
	text: words
});

export const BOLD = { 'font-weight': 600 };
export const END = { 'text-anchor': 'end' };
export const MIDDLE = { 'text-anchor': 'middle' };
/** Keeps words readable on what they cross. */
export const HALO = {
	'paint-order': 'stroke',
	stroke: color('raised'),
	'stroke-width': 4,
	'stroke-linejoin': 'round'
};
