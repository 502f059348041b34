import { Inflate } from 'fflate';
import { crc32 } from '$lib/domain/crc32';
import { ImportFaulted } from './import-faulted';
import { type ImportLimits } from './import-limits';
import { shownText } from './faults';

/** One part of an archive, as its central directory says. */
export interface ZipPart {
	readonly name: string;
	readonly method: number;
	readonly crc: number;
	readonly packed: number;
	readonly size: number;
	/** Where its local header begins. */
	readonly offset: number;
}

const END_MARK = 0x06054b50;
const END_LENGTH = 22;
const ENTRY_MARK = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL_MARK = 0x04034b50;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 65_535;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
const IS_64 = 0xffffffff;
/** Compressed bytes inflated at a time: at most 1,032 times as many come out before they are counted. */
const SLICE = 16_384;

/**
 * The parts of a .zip by its central directory, checked before anything is inflated (S9): how many, how large, how
 * dense, no name twice or leading out. Throws ImportFaulted.
 */
export function zipParts(bytes: Uint8Array, limits: ImportLimits): Map<string, ZipPart> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endOf(view);
	const count = view.getUint16(end + 10, true);
	const length = view.getUint32(end + 12, true);
	const start = view.getUint32(end + 16, true);
	if (count === 0xffff || length === IS_64 || start === IS_64) throw new ImportFaulted('ZIP_64');
	if (count > limits.parts)
		throw new ImportFaulted('ZIP_TOO_MANY_PARTS', { parts: count, limit: limits.parts });
	if (start + length > end || view.getUint16(end + 4, true) !== 0) throw broken('directory');

	const parts = new Map<string, ZipPart>();
	const seen = new Set<string>();
	let at = start;
	for (let i = 0; i < count; i++) {
		if (at + ENTRY_LENGTH > start + length || view.getUint32(at, true) !== ENTRY_MARK) throw broken('entry');
		const nameLength = view.getUint16(at + 28, true);
		const next =
			at + ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
		if (next > start + length) throw broken('entry');
		const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
		const part: ZipPart = {
			name,
			method: view.getUint16(at + 10, true),
			crc: view.getUint32(at + 16, true),
			packed: view.getUint32(at + 20, true),
			size: view.getUint32(at + 24, true),
			offset: view.getUint32(at + 42, true)
		};
		check(part, view.getUint16(at + 8, true));
		// Office takes names for equal that differ only in case.
		const folded = name.toLowerCase();
		if (seen.has(folded)) throw new ImportFaulted('ZIP_DOUBLE_PART', { part: shownText(name) });
		seen.add(folded);
		parts.set(name, part);
		at = next;
	}
	return parts;
}

const broken = (where: string) => new ImportFaulted('ZIP_BROKEN', { where });

function endOf(view: DataView): number {
	const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
	for (let at = view.byteLength - END_LENGTH; at >= first; at--)
		if (
			view.getUint32(at, true) === END_MARK &&
			at + END_LENGTH + view.getUint16(at + 20, true) <= view.byteLength
		)
			return at;
	throw broken('end');
}

function check(part: ZipPart, flags: number): void {
	const named = { part: shownText(part.name) };
	if (part.size === IS_64 || part.packed === IS_64 || part.offset === IS_64)
		throw new ImportFaulted('ZIP_64', named);
	if (flags & ENCRYPTED) throw new ImportFaulted('ZIP_ENCRYPTED', named);
	if (part.method !== STORED && part.method !== DEFLATED)
		throw new ImportFaulted('ZIP_METHOD', { ...named, method: part.method });
	if (part.name === '' || /^[/\\]|^[A-Za-z]:|\\|\0|(^|\/)\.\.(\/|$)/.test(part.name))
		throw new ImportFaulted('ZIP_PART_NAME', named);
	if (part.method === STORED && part.size !== part.packed) throw new ImportFaulted('ZIP_SIZE_LIES', named);
}

/** Inflates some parts of an archive, counting what they come to together. */
export class PartReader {
	readonly #bytes: Uint8Array;
	readonly #limits: ImportLimits;
	#total = 0;

	constructor(bytes: Uint8Array, limits: ImportLimits) {
		this.#bytes = bytes;
		this.#limits = limits;
	}

	/** The part's bytes, exactly as long and with the checksum that the directory says. Throws ImportFaulted. */
	read(part: ZipPart): Uint8Array {
		const { partBytes, allBytes, ratio, ratioFrom } = this.#limits;
		const named = { part: shownText(part.name) };
		this.#total += part.size;
		if (part.size > partBytes || this.#total > allBytes)
			throw new ImportFaulted('ZIP_TOO_LARGE', {
				...named,
				bytes: part.size > partBytes ? part.size : this.#total,
				limit: part.size > partBytes ? partBytes : allBytes
			});
		if (part.size > ratioFrom && part.size > part.packed * ratio)
			throw new ImportFaulted('ZIP_RATIO', {
				...named,
				ratio: Math.round(part.size / part.packed),
				limit: ratio
			});
		const packed = this.#packed(part);
		const out = part.method === STORED ? packed : inflated(packed, part.size);
		if (out === null) throw new ImportFaulted('ZIP_BROKEN', { where: 'data', ...named });
		if (out.length !== part.size) throw new ImportFaulted('ZIP_SIZE_LIES', named);
		if (crc32(out, 0) !== part.crc) throw new ImportFaulted('ZIP_CHECKSUM', named);
		return out;
	}

	#packed({ offset, packed, name }: ZipPart): Uint8Array {
		const bytes = this.#bytes;
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		const where = { where: 'header', part: shownText(name) };
		if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL_MARK)
			throw new ImportFaulted('ZIP_BROKEN', where);
		const start =
			offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
		if (start + packed > bytes.length) throw new ImportFaulted('ZIP_BROKEN', where);
		return bytes.subarray(start, start + packed);
	}
}

/** At most `size` bytes and one, so that a longer part shows; null for what is not deflate. */
function inflated(packed: Uint8Array, size: number): Uint8Array | null {
	const out = new Uint8Array(size);
	let length = 0;
	let isOver = false;
	const stream = new Inflate((chunk) => {
		if (length + chunk.length > size) isOver = true;
		else out.set(chunk, length);
		length += chunk.length;
	});
	try {
		for (let at = 0; at < packed.length && !isOver; at += SLICE)
			stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
	} catch {
		return null; // fflate's only way to say that the bytes are not deflate, or end too early
	}
	return isOver || length < size ? new Uint8Array(isOver ? size + 1 : length) : out;
}
