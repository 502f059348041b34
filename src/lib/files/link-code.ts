import { deflateSync, Inflate, strToU8 } from 'fflate';
import { type FileFault } from '$lib/domain/fault';
import { failed, ok, type Result } from '$lib/domain/result';
import { LINK_LENGTHS, SHARE_VERSION } from '$lib/domain/share-link';
import { fileText, nestsWithin } from './file-text';
import { LIMITS } from './limits';
import { DICTIONARY } from './link-dictionary';

/** What a link from outside may cost before it is refused (S8, S9). */
export interface LinkLimits {
	/** Characters of the code. */
	readonly characters: number;
	/** Bytes of JSON that the code may inflate to: far more than text of any sense packed into so few characters. */
	readonly inflated: number;
}

export const LINK_LIMITS: LinkLimits = { characters: LINK_LENGTHS.most, inflated: 1_048_576 };

/** Bytes that are inflated at a time. Each gives at most 1,032, so that no slice gives more than 66 KB. */
export const SLICE = 64;
/** Bytes of the checksum, which come first. */
const SUM = 4;

/** A text packed, given what it need not say: the checksum of what follows (so that damage shows before anything is inflated), then raw deflate. */
export function packText(text: string, dictionary: Uint8Array = DICTIONARY): Uint8Array {
	const body = deflateSync(strToU8(text), { level: 9, dictionary });
	const packed = new Uint8Array(SUM + body.length);
	new DataView(packed.buffer).setUint32(0, checksum(body));
	packed.set(body, SUM);
	return packed;
}

/** How long the code of packed bytes is, without making it. */
export const codeLength = (packed: Uint8Array): number =>
	`${SHARE_VERSION}.`.length + Math.ceil((packed.length * 4) / 3);

/** The version, a point, and the bytes in the 64 characters that no address and no program changes. */
export const codeOf = (packed: Uint8Array): string => `${SHARE_VERSION}.${base64Of(packed)}`;

/** The JSON value in a code; or LINK_TOO_LONG, LINK_DAMAGED, LINK_NEWER, LINK_TOO_LARGE or LINK_NOT_OURS. Never throws. */
export function readCode(
	code: string,
	limits: LinkLimits = LINK_LIMITS,
	dictionary: Uint8Array = DICTIONARY
): Result<unknown, FileFault> {
	if (code.length > limits.characters)
		return fault('LINK_TOO_LONG', { length: code.length, limit: limits.characters });
	const [, version, letters] = /^([1-9]\d{0,3})\.([\w-]+)$/.exec(code) ?? [];
	if (version === undefined || letters === undefined) return fault('LINK_DAMAGED');
	if (Number(version) !== SHARE_VERSION) return fault('LINK_NEWER', { found: version, known: SHARE_VERSION });
	const packed = bytesOf(letters);
	if (!packed || packed.length <= SUM) return fault('LINK_DAMAGED');
	const body = packed.subarray(SUM);
	if (new DataView(packed.buffer).getUint32(0) !== checksum(body)) return fault('LINK_DAMAGED');
	const inflated = inflate(body, limits.inflated, dictionary);
	return inflated.ok ? parse(inflated.value) : inflated;
}

/** FNV-1a, 32 bits: any one changed byte changes it. Against accidents, not against intent. */
export function checksum(bytes: Uint8Array): number {
	let sum = 0x811c9dc5;
	for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
	return sum >>> 0;
}

/** Inflates slice by slice and stops as soon as it is too much: the whole at once would be in memory first. */
function inflate(body: Uint8Array, limit: number, dictionary: Uint8Array): Result<Uint8Array, FileFault> {
	const parts: Uint8Array[] = [];
	let bytes = 0;
	const stream = new Inflate({ dictionary }, (part) => {
		parts.push(part);
		bytes += part.length;
	});
	try {
		for (let at = 0; at < body.length; at += SLICE) {
			stream.push(body.subarray(at, at + SLICE), at + SLICE >= body.length);
			if (bytes > limit) return fault('LINK_TOO_LARGE', { bytes, limit });
		}
	} catch {
		// The library's only way to say that the bytes are no deflate stream, or that it ends too soon.
		return fault('LINK_DAMAGED');
	}
	const whole = new Uint8Array(bytes);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return ok(whole);
}

function parse(bytes: Uint8Array): Result<unknown, FileFault> {
	const text = fileText(bytes);
	if (!text.ok) return fault('LINK_NOT_OURS');
	const nesting = nestsWithin(bytes, LIMITS.depth);
	let step = nesting.next();
	while (step.done !== true) step = nesting.next();
	if (!step.value) return fault('LINK_NOT_OURS');
	try {
		return ok(JSON.parse(text.value) as unknown);
	} catch {
		// JSON.parse's only way to say no. Whoever made such a link by hand needs no line and column.
		return fault('LINK_NOT_OURS');
	}
}

function base64Of(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes, or undefined where the letters are no bytes' only spelling. */
function bytesOf(letters: string): Uint8Array | undefined {
	if (letters.length % 4 === 1) return undefined;
	const text = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
	const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
	return base64Of(bytes) === letters ? bytes : undefined;
}

const fault = (code: FileFault['code'], detail: FileFault['detail'] = {}) =>
	failed<FileFault>({ code, path: '', detail });
