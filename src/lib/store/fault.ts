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
 * Names what the environment did. Dexie reports a full disk as AbortError with the cause inside, and a
 * failed open as OpenFailedError likewise, so the innermost known name counts.
 */
export function toStoreFault(error: unknown): StoreFault {
	if (error instanceof StoreError) return { code: error.code, detail: error.message };
	let code: StoreFault['code'] | undefined;
	for (let at: unknown = error, depth = 0; isNamed(at) && depth < 5; at = at.inner, depth++) {
		if (at instanceof StoreError) return { code: at.code, detail: at.message };
		code = CODES[at.name] ?? code;
	}
	return {
		code: code ?? 'STORAGE_BROKEN',
		detail: isNamed(error) ? `${error.name}: ${error.message}` : String(error)
	};
}

const isNamed = (value: unknown): value is { name: string; message: string; inner?: unknown } =>
	typeof value === 'object' && value !== null && 'name' in value && 'message' in value;
