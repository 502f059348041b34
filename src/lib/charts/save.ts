import { plainColor } from './plain-color';
import { type Draw } from './scene';
import { standalone } from './standalone';
import { type OnSave, type Story } from './story';

/** A file is drawn this wide, whatever the screen: wide enough for a document, and the same from any device. */
const WIDTH = 960;
const SHARPNESS = 2;

/** Reads tokens as the element sees them, in the theme that is on screen, while `use` runs. */
function withColors<T>(element: HTMLElement, use: (resolve: (token: string) => string) => T): T {
	const probe = document.createElement('span');
	element.append(probe);
	const known = new Map<string, string>();
	const result = use((token) => {
		const before = known.get(token);
		if (before !== undefined) return before;
		probe.style.color = `var(--${token})`;
		const found = plainColor(getComputedStyle(probe).color);
		known.set(token, found);
		return found;
	});
	probe.remove();
	return result;
}

const fileName = (title: string, ending: string): string =>
	`${
		title
			.replace(/[\p{Cc}\p{Cs}/\\:*?"<>|]+/gu, ' ')
			.trim()
			.slice(0, 80) || 'Picture'
	}.${ending}`;

/** The picture as an SVG file, in the colors that `element` shows. */
function svgFile(story: Story, draw: Draw, element: HTMLElement): Blob {
	const text = withColors(element, (resolve) => standalone(draw(WIDTH), story, resolve));
	return new Blob([text], { type: 'image/svg+xml' });
}

export function saveSvg(story: Story, draw: Draw, element: HTMLElement, onsave: OnSave): void {
	onsave({ name: fileName(story.title, 'svg'), blob: svgFile(story, draw, element) });
}

/** Draws the SVG file on a canvas, twice as sharp as it is large. */
export async function savePng(story: Story, draw: Draw, element: HTMLElement, onsave: OnSave): Promise<void> {
	const url = URL.createObjectURL(svgFile(story, draw, element));
	try {
		const image = new Image();
		image.src = url;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = image.naturalWidth * SHARPNESS;
		canvas.height = image.naturalHeight * SHARPNESS;
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
		if (!blob) throw new Error('the browser made no PNG of the picture');
		onsave({ name: fileName(story.title, 'png'), blob });
	} finally {
		URL.revokeObjectURL(url);
	}
}
