import { type StoreFault } from '$lib/domain/fault';

/** A fault of the environment that we recognized ourselves. */
export class StoreError extends Error {
	constructor(
		readonly code: StoreFault['code'],
		detail: string
	) {
		super(detail);
		this.name = 'StoreError';
	}
}

const CODES: Readonly<Record<string, StoreFault['code']>> = {
	QuotaExceededError: 'STORAGE_FULL',
	DatabaseClosedError: 'STORAGE_CLOSED',
	InvalidStateError: 'STORAGE_CLOSED',
	MissingAPIError: 'STORAGE_DENIED',
	SecurityError: 'STORAGE_DENIED',
	OpenFailedError: 'STORAGE_DENIED',
	VersionError: 'NEWER_DATABASE'
};

/**
 * Names what the environment did. Dexie reports a full disk as AbortError with the cause inside or as
 * BulkError with a list of causes, and a failed open as OpenFailedError, so the innermost known name counts.
 */
export function toStoreFault(error: unknown): StoreFault {
	if (error instanceof StoreError) return { code: error.code, detail: error.message };
	let code: StoreFault['code'] | undefined;
	for (
		let at: unknown = error, depth = 0;
		isNamed(at) && depth < 5;
		at = at.inner ?? at.failures?.[0], depth++
	) {
		if (at instanceof StoreError) return { code: at.code, detail: at.message };
		code = CODES[at.name] ?? code;
	}
	return {
		code: code ?? 'STORAGE_BROKEN',
		detail: isNamed(error) ? `${error.name}: ${error.message}` : String(error)
	};
}

interface Named {
	readonly name: string;
	readonly message: string;
	readonly inner?: unknown;
	readonly failures?: readonly unknown[];
}

const isNamed = (value: unknown): value is Named =>
	typeof value === 'object' && value !== null && 'name' in value && 'message' in value;
