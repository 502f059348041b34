import { type FileFault } from '$lib/domain/fault';
import { failed, ok, type Result } from '$lib/domain/result';
import { isRaw, type Raw } from './check-shape';
import { type Path, pathText, shown } from './faults';
import { fileText, nestsWithin } from './file-text';
import { jsonMistake } from './json-mistake';
import { wrongFormat } from './known-format';
import { type Limits, LIMITS } from './limits';
import { ITEMS, NESTING, Pace, type OnProgress } from './pace';

export interface ReadOptions {
	/** Told about every 50 ms how far reading has come, from 0 to 1, and waited for. */
	readonly onProgress?: OnProgress;
	readonly limits?: Partial<Limits>;
}

/** Which of this sandbox's own formats a file must be, and the newest version that is known. */
export interface Format {
	readonly name: string;
	readonly version: number;
}

/** Limits and pace of one reading. */
export function begin(options: ReadOptions): { limits: Limits; pace: Pace } {
	return { limits: { ...LIMITS, ...options.limits }, pace: new Pace(options.onProgress) };
}

/**
 * The JSON of a file that says it is of `format`, or the first fault of size, text, nesting, JSON, format and
 * version (S9). Its shape is not checked yet. Never throws on any bytes.
 */
export async function readJson(
	bytes: Uint8Array,
	format: Format,
	{ limits, pace }: ReturnType<typeof begin>
): Promise<Result<Raw, FileFault>> {
	const fault = (code: FileFault['code'], path: string, detail: FileFault['detail']) =>
		failed<FileFault>({ code, path, detail });
	const wanted = format.name;
	if (bytes.length > limits.bytes)
		return fault('TOO_LARGE', '', { bytes: bytes.length, limit: limits.bytes, wanted });
	const text = fileText(bytes);
	if (!text.ok) return failed({ ...text.error, detail: { ...text.error.detail, wanted } });
	const nesting = nestsWithin(bytes, limits.depth);
	let step = nesting.next();
	for (; step.done !== true; step = nesting.next()) await pace.at(NESTING, step.value, bytes.length, ITEMS);
	if (!step.value) return fault('TOO_DEEP', '', { limit: limits.depth });
	let raw: unknown;
	try {
		raw = JSON.parse(text.value);
	} catch {
		// JSON.parse's only way to say no; its message differs between browsers, so the place is sought anew.
		return fault('NOT_JSON', '', { ...jsonMistake(text.value) });
	}
	const wrong = notOf(raw, format);
	return wrong ? failed(wrong) : ok(raw as Raw);
}

/** What keeps `raw` from being of `format` in a version that is known: WRONG_FORMAT, NEWER_VERSION or nothing. */
export function notOf(raw: unknown, format: Format, at: Path = []): FileFault | undefined {
	const wrong = wrongFormat(raw, format.name);
	if (wrong || !isRaw(raw))
		return { code: 'WRONG_FORMAT', path: pathText(at), detail: { ...wrong, wanted: format.name } };
	const { version } = raw;
	if (typeof version !== 'number' || !Number.isInteger(version) || version <= format.version)
		return undefined;
	const detail = { found: shown(version), known: format.version, wanted: format.name };
	return { code: 'NEWER_VERSION', path: pathText([...at, 'version']), detail };
}
