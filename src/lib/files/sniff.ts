import { type FileKind, type LooksLike } from '$lib/domain/import';
import { ImportFaulted } from './import-faulted';
import { type ImportLimits } from './import-limits';
import { textOf } from './text-of';
import { zipParts } from './zip-parts';

const SCENARIO = /"format"\s*:\s*"live-reports-sandbox\/([a-z-]+)"/;
/** Far enough to meet the format of a file of ours, whose first key it is. */
const HEAD = 65_536;

/** What a file is, by its content and never by its name (S9). Throws ImportFaulted for what can't be read. */
export function sniff(bytes: Uint8Array, limits: ImportLimits): FileKind {
	if (bytes.length === 0) throw new ImportFaulted('EMPTY_FILE');
	const isTooLarge = bytes.length > limits.bytes;
	const tooLarge = () => new ImportFaulted('FILE_TOO_LARGE', { bytes: bytes.length, limit: limits.bytes });
	if (starts(bytes, 'PK\x03\x04') || starts(bytes, 'PK\x05\x06')) {
		if (isTooLarge) throw tooLarge();
		const looksLike = archiveKind(zipParts(bytes, limits));
		if (looksLike !== 'workbook') throw new ImportFaulted('OTHER_KIND', { looksLike });
		return 'workbook';
	}
	const looksLike = magic(bytes);
	if (looksLike !== undefined) throw new ImportFaulted('OTHER_KIND', { looksLike });
	const head = textOf(bytes.subarray(0, HEAD), true).trimStart();
	if (head === '') throw new ImportFaulted('EMPTY_FILE');
	if (head.startsWith('{') || head.startsWith('[')) {
		// Somebody may have sorted the keys. A scenario's own reader has its own limit.
		const ours = (SCENARIO.exec(head) ?? (isTooLarge ? null : SCENARIO.exec(textOf(bytes))))?.[1];
		if (ours !== undefined) return ours === 'scenario' ? 'scenario' : 'sandbox';
	}
	if (isTooLarge) throw tooLarge();
	if (head.startsWith('{') || head.startsWith('[')) return 'ringcentral';
	if (/^<(!doctype html|html|head|body|table|meta|div)\b/i.test(head))
		throw new ImportFaulted('OTHER_KIND', { looksLike: 'html' });
	if (/^<(\?xml|[a-z][\w:-]*[\s/>])/i.test(head)) throw new ImportFaulted('OTHER_KIND', { looksLike: 'xml' });
	return 'table';
}

const starts = (bytes: Uint8Array, text: string): boolean =>
	text.length <= bytes.length && [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0));

const MAGIC: readonly (readonly [start: string, kind: LooksLike])[] = [
	['%PDF', 'pdf'],
	['{\\rtf', 'rtf'],
	['\x89PNG', 'image'],
	['\xff\xd8\xff', 'image'],
	['GIF87a', 'image'],
	['GIF89a', 'image'],
	['RIFF', 'image'],
	['\x1f\x8b', 'archive'],
	['7z\xbc\xaf', 'archive'],
	['Rar!\x1a\x07', 'archive'],
	['PK', 'archive']
];
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

function magic(bytes: Uint8Array): LooksLike | undefined {
	if (starts(bytes, OLE)) {
		// Names in its directory are UTF-16; a directory lies anywhere, most often near the start or the end.
		const near = [bytes.subarray(0, HEAD * 4), bytes.subarray(-HEAD * 4)];
		const names = near.map((some) => new TextDecoder('utf-16le').decode(some)).join('');
		if (names.includes('EncryptedPackage')) return 'encrypted-office';
		return /Workbook|Book\0/.test(names) ? 'xls' : 'old-office';
	}
	return MAGIC.find(([start]) => starts(bytes, start) && !(start === 'PK' && isText(bytes)))?.[1];
}

const isText = (bytes: Uint8Array): boolean => (bytes[2] ?? 0) >= 0x09;

function archiveKind(parts: ReadonlyMap<string, unknown>): LooksLike | 'workbook' {
	if (parts.has('[Content_Types].xml') && parts.has('xl/workbook.xml')) return 'workbook';
	if (parts.has('xl/workbook.bin')) return 'xlsb';
	if (parts.has('word/document.xml')) return 'word';
	if (parts.has('ppt/presentation.xml')) return 'powerpoint';
	if (parts.has('META-INF/manifest.xml') && parts.has('content.xml')) return 'open-document';
	if (parts.has('Index/Document.iwa') || parts.has('Index.zip') || parts.has('index.xml.gz'))
		return 'numbers';
	return 'zip';
}
