import { ImportFaulted } from './import-faulted';

/** A byte that no text file holds: a control character other than tab, line ends and Ctrl-Z. */
const NOT_TEXT = /[\0-\x08\x0b\x0e-\x19\x1b-\x1f]/; // eslint-disable-line no-control-regex -- it is what we look for

/**
 * The text of a file, whatever an office program saved it as: UTF-8 with or without a mark, UTF-16 either way round,
 * else Windows-1252. `isCut`: the bytes are only a file's beginning. Throws ImportFaulted for what is no text.
 */
export function textOf(bytes: Uint8Array, isCut = false): string {
	const text = decoded(bytes, isCut);
	if (NOT_TEXT.test(text)) throw new ImportFaulted('OTHER_KIND', { looksLike: 'other' });
	return text;
}

function decoded(bytes: Uint8Array, isCut: boolean): string {
	const wide = wideOf(bytes);
	if (wide !== undefined) {
		const whole = bytes.length % 2 === 0 ? bytes : bytes.subarray(0, -1);
		if (whole !== bytes && !isCut) throw new ImportFaulted('NOT_READABLE_TEXT', { encoding: 'UTF-16' });
		return new TextDecoder(wide).decode(whole);
	}
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
	} catch {
		// Not UTF-8, and the decoder has no other way to say so: then it is what Windows writes in the West.
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** By its mark; without one, ASCII shows by zeros in every second byte. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	const [a, b] = bytes;
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	const most = Math.min(bytes.length, 512) & ~1;
	let even = 0;
	let odd = 0;
	for (let i = 0; i < most; i += 2) {
		if (bytes[i] === 0) even++;
		if (bytes[i + 1] === 0) odd++;
	}
	if (odd > most / 4 && even === 0) return 'utf-16le';
	return even > most / 4 && odd === 0 ? 'utf-16be' : undefined;
}
