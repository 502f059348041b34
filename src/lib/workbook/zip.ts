import { Zip, type ZipInputFile } from 'fflate';
import { ByteBuffer } from './byte-buffer';
import { crc32 } from '$lib/domain/crc32';
import { deflatePiece } from './deflate';

/** The same bytes for the same text (W8): a fixed moment, said in local time so that the zone does not matter. */
const MTIME = '2000-01-01T00:00:00';
const DEFLATED = 8;
/** Bytes that are compressed at a time. */
const PIECE = 400_000;

/** A file inside the archive, compressed as it is written. */
export interface Part {
	/** What waits to be compressed: put text here, then call `flow`. */
	readonly out: ByteBuffer;
	/** Compresses what waits, once it is enough. */
	readonly flow: () => void;
	/** Closes the part; nothing may follow. */
	readonly end: () => void;
}

/** An archive made front to back, one part after another; what is written is let go soon. */
export interface Archive {
	readonly part: (path: string) => Part;
	/** Closes the archive and answers its bytes in pieces, in order. */
	readonly end: () => Uint8Array<ArrayBuffer>[];
}

export function archive(): Archive {
	const pieces: Uint8Array<ArrayBuffer>[] = [];
	const zip = new Zip((error, bytes) => {
		if (error) throw error;
		pieces.push(bytes);
	});
	return {
		part: (path) => addPart(zip, path),
		end: () => {
			zip.end();
			return pieces;
		}
	};
}

function addPart(zip: Zip, path: string): Part {
	const file: ZipInputFile = { filename: path, compression: DEFLATED, mtime: MTIME, crc: 0, size: 0 };
	zip.add(file);
	const out = new ByteBuffer();
	const compress = (last: boolean): void => {
		const bytes = out.view();
		file.crc = crc32(bytes, file.crc);
		file.size += bytes.length;
		file.ondata?.(null, deflatePiece(bytes, last), last);
		out.clear();
	};
	return {
		out,
		flow: () => {
			if (out.length >= PIECE) compress(false);
		},
		end: () => compress(true)
	};
}
