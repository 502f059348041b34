import { type FileKind, type ImportFault } from '$lib/domain/import';
import { failed, ok, type Result } from '$lib/domain/result';
import { readDelimited } from './delimited';
import { shownText } from './faults';
import { ImportFaulted } from './import-faulted';
import { IMPORT_LIMITS, type ImportLimits } from './import-limits';
import { type ApiAnswer, readAnswers } from './read-ringcentral';
import { readWorkbook } from './read-workbook';
import { sniff } from './sniff';
import { type Table } from './table';
import { textOf } from './text-of';

/** A file as it was read, before anything is made of it. Files of our own formats are for their own readers. */
export type Source =
	| { readonly kind: 'workbook' | 'table'; readonly file: string; readonly tables: readonly Table[] }
	| { readonly kind: 'ringcentral'; readonly file: string; readonly answers: readonly ApiAnswer[] };

export interface SourceOptions {
	/** Told between two pieces how far it is, 0 to 1, and waited for; what it throws ends the work. */
	readonly onProgress?: (done: number) => void | Promise<void>;
	readonly limits?: Partial<ImportLimits>;
}

/** What a file is, by its content: asked first, so that a scenario goes to `readScenario`. Never throws. */
export function kindOfFile(
	bytes: Uint8Array,
	file: string,
	limits: Partial<ImportLimits> = {}
): Result<FileKind, ImportFault> {
	try {
		return ok(sniff(bytes, { ...IMPORT_LIMITS, ...limits }));
	} catch (error) {
		return failed(faultOf(error, file));
	}
}

/** What a lesson pack says of itself. Within a text of a file the quotes would be escaped. */
const PACK = /"format"\s*:\s*"live-reports-sandbox\/lesson-pack"/;
/** Bytes up to which a file is looked through for it; no pack is larger. */
const PACK_BYTES = 4 * 1024 * 1024;

/** The format that a file of ours names. */
const OURS = /"format"\s*:\s*"(live-reports-sandbox\/[a-z-]+)"/;

/** Where a file belongs that somebody opens on Home: to the reader of scenarios, of lesson packs, or of the user's own files. */
export function openedAs(bytes: Uint8Array, file: string): 'scenario' | 'pack' | 'own' {
	if (!isForScenarios(bytes, file)) return 'own';
	return bytes.length <= PACK_BYTES && PACK.test(textOf(bytes)) ? 'pack' : 'scenario';
}

/**
 * Whether a file goes to the reader of scenarios: one that is a file of ours, and JSON that is no answer of the API,
 * whose faults that reader tells best. Only there a name counts: a `.json` that is not JSON was meant to be one.
 */
function isForScenarios(bytes: Uint8Array, file: string): boolean {
	const kind = kindOfFile(bytes, file);
	if (!kind.ok) return false;
	if (kind.value === 'ringcentral') return !/"(records|extensionNumber|departments)"/.test(textOf(bytes));
	return (
		kind.value === 'scenario' || kind.value === 'sandbox' || (kind.value === 'table' && /\.json$/i.test(file))
	);
}

/**
 * Reads one of the user's own files (SPEC §7): a workbook, a text table or answers of the RingCentral API. Hostile
 * until it is read (S9): all of it, or one typed fault. Never throws on any bytes.
 */
export async function readSource(
	bytes: Uint8Array,
	file: string,
	options: SourceOptions = {}
): Promise<Result<Source, ImportFault>> {
	const limits = { ...IMPORT_LIMITS, ...options.limits };
	const kind = kindOfFile(bytes, file, limits);
	if (!kind.ok) return kind;
	const steps = stepsOf(kind.value, bytes, file, limits);
	for (;;) {
		let step: IteratorResult<number, Source>;
		try {
			step = steps.next();
		} catch (error) {
			return failed(faultOf(error, file));
		}
		if (step.done === true) return ok(step.value);
		await options.onProgress?.(step.value);
	}
}

function* stepsOf(
	kind: FileKind,
	bytes: Uint8Array,
	file: string,
	limits: ImportLimits
): Generator<number, Source> {
	switch (kind) {
		case 'workbook':
			return { kind, file, tables: yield* readWorkbook(bytes, file, limits) };
		case 'table': {
			const text = textOf(bytes);
			const reading = readDelimited(text, file, limits);
			let step = reading.next();
			for (; step.done !== true; step = reading.next()) yield step.value / text.length;
			if (step.value.rows.length === 0) throw new ImportFaulted('NO_ROWS', {}, { file });
			return { kind, file, tables: [step.value] };
		}
		case 'ringcentral':
			return { kind, file, answers: yield* readAnswers(bytes, file, limits) };
		case 'scenario':
		case 'sandbox':
			throw new ImportFaulted('OTHER_KIND', {
				looksLike: kind,
				format: shownText(OURS.exec(textOf(bytes))?.[1] ?? '')
			});
	}
}

function faultOf(error: unknown, file: string): ImportFault {
	if (!(error instanceof ImportFaulted)) throw error;
	return { ...error.fault, place: { ...error.fault.place, file: shownText(file) } };
}
