import { type FileFault } from '$lib/domain/fault';
import { failed, ok, type Result } from '$lib/domain/result';

/**
 * The text of a file: UTF-8, strictly, with or without its byte order mark.
 * NOT_TEXT says in `looksLike` what it is where its first bytes tell: `utf-16`, `zip` or `other`.
 */
export function fileText(bytes: Uint8Array): Result<string, FileFault> {
	const looksLike = kindOfBytes(bytes);
	if (looksLike !== 'other') return failed({ code: 'NOT_TEXT', path: '', detail: { looksLike } });
	try {
		return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		// The decoder's only way to say that the bytes are not UTF-8.
		return failed({ code: 'NOT_TEXT', path: '', detail: { looksLike } });
	}
}

function kindOfBytes(bytes: Uint8Array): 'utf-16' | 'zip' | 'other' {
	const [a, b, c, d] = bytes;
	if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'utf-16';
	if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return 'zip';
	// ASCII in two bytes a character, without a mark. JSON never holds a zero byte.
	return a !== undefined && b !== undefined && (a === 0) !== (b === 0) ? 'utf-16' : 'other';
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_LIST = 0x5d;
const CLOSE_OBJECT = 0x7d;

/**
 * Whether lists and objects nest at most `limit` deep, by one pass over the bytes before anything
 * is parsed. Yields the bytes done every `slice`; returns false as soon as the limit is passed.
 */
export function* nestsWithin(
	bytes: Uint8Array,
	limit: number,
	slice = 16_000_000
): Generator<number, boolean> {
	let depth = 0;
	let inText = false;
	let i = 0;
	while (i < bytes.length) {
		const end = Math.min(bytes.length, i + slice);
		for (; i < end; i++) {
			const byte = bytes[i];
			if (inText) {
				if (byte === BACKSLASH) i++;
				else if (byte === QUOTE) inText = false;
			} else if (byte === QUOTE) inText = true;
			else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
				if (++depth > limit) return false;
			} else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
		}
		yield end;
	}
	return true;
}
