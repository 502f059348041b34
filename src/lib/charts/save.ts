import { failed, ok } from '$lib/domain/result';
import { plainColor } from './plain-color';
import { type Draw } from './scene';
import { standalone } from './standalone';
import { type OnSave, type Story } from './story';

/** A file is drawn this wide, whatever the screen: wide enough for a document, and the same from any device. */
const WIDTH = 960;
const SHARPNESS = 2;
/** More than this no phone draws on a canvas; a taller picture gets less sharp instead of failing. */
const MOST_PIXELS = 16_000_000;

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
	onsave(ok({ name: fileName(story.title, 'svg'), blob: svgFile(story, draw, element) }));
}

/** Draws the SVG file on a canvas, twice as sharp as it is large. */
export async function savePng(story: Story, draw: Draw, element: HTMLElement, onsave: OnSave): Promise<void> {
	const blob = await drawn(svgFile(story, draw, element));
	onsave(blob ? ok({ name: fileName(story.title, 'png'), blob }) : failed('NOT_DRAWN'));
}

/** Null: this browser draws no pictures from files, gives no canvas, or keeps what is on it from pages. */
async function drawn(svg: Blob): Promise<Blob | null> {
	const url = URL.createObjectURL(svg);
	try {
		const image = new Image();
		image.src = url;
		await image.decode();
		const { naturalWidth: width, naturalHeight: height } = image;
		const scale = Math.min(SHARPNESS, Math.sqrt(MOST_PIXELS / (width * height)));
		const canvas = document.createElement('canvas');
		canvas.width = Math.floor(width * scale);
		canvas.height = Math.floor(height * scale);
		const context = canvas.getContext('2d');
		if (!context) return null;
		context.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
	} catch {
		return null; // whatever it was, the user hears that there is no PNG, and that there is an SVG
	} finally {
		URL.revokeObjectURL(url);
	}
}
