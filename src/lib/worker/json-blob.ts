import { type Context } from './serve';

/** How many pieces of text are held before they leave the worker's memory; a blob may, a string stays. */
const HELD = 64;

/** A JSON file from pieces of text; messages come through between them. */
export async function jsonBlob(
	pieces: Iterable<string> | AsyncIterable<string>,
	context: Pick<Context, 'pause'>
): Promise<Blob> {
	const parts: Blob[] = [];
	let text: string[] = [];
	for await (const piece of pieces) {
		text.push(piece);
		if (text.length < HELD) continue;
		parts.push(new Blob(text));
		text = [];
		await context.pause();
	}
	return new Blob([...parts, ...text], { type: 'application/json' });
}
