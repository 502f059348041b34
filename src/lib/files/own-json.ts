import { type FileFault } from '$lib/domain/fault';
import { failed, ok, type Result } from '$lib/domain/result';
import { isRaw, type Raw } from './check-shape';
import { kindOf, shown } from './faults';
import { fileText, nestsWithin } from './file-text';
import { jsonMistake } from './json-mistake';

/** What one of the sandbox's own JSON files must be, and what it may cost. */
export interface OwnFormat {
	readonly format: string;
	readonly version: number;
	readonly bytes: number;
	readonly depth: number;
}

/**
 * The object that a small file of the sandbox's own holds, format and version checked and nothing else: size, text,
 * nesting and JSON first (S9). Never throws on any bytes. WRONG_FORMAT says in `found` which format the file names.
 */
export function ownJson(bytes: Uint8Array, own: OwnFormat): Result<Raw, FileFault> {
	const fault = (code: FileFault['code'], path: string, detail: FileFault['detail']) =>
		failed<FileFault>({ code, path, detail });
	if (bytes.length > own.bytes) return fault('TOO_LARGE', '', { bytes: bytes.length, limit: own.bytes });
	const text = fileText(bytes);
	if (!text.ok) return text;
	const nesting = nestsWithin(bytes, own.depth, bytes.length + 1);
	let step = nesting.next();
	while (step.done !== true) step = nesting.next();
	if (!step.value) return fault('TOO_DEEP', '', { limit: own.depth });
	let raw: unknown;
	try {
		raw = JSON.parse(text.value);
	} catch {
		// JSON.parse's only way to say no; its message differs between browsers, so the place is sought anew.
		return fault('NOT_JSON', '', { ...jsonMistake(text.value) });
	}
	if (!isRaw(raw)) return fault('WRONG_FORMAT', '', { found: '', looksLike: kindOf(raw) });
	const named = Object.hasOwn(raw, 'format') ? raw['format'] : undefined;
	if (named !== own.format)
		return fault('WRONG_FORMAT', '', { found: named === undefined ? '' : shown(named), looksLike: 'object' });
	const version: unknown = raw['version'];
	if (typeof version === 'number' && Number.isInteger(version) && version > own.version)
		return fault('NEWER_VERSION', 'version', { found: shown(version), known: own.version });
	return ok(raw);
}
