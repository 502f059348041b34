import { type ImportFault, type ImportFaultCode, type ImportPlace } from '$lib/domain/import';

/** Carries a typed fault out of nested readers; caught once, in `readSource`. No other room sees it. */
export class ImportFaulted extends Error {
	readonly fault: ImportFault;

	constructor(code: ImportFaultCode, detail: ImportFault['detail'] = {}, place: Partial<ImportPlace> = {}) {
		super(code);
		this.fault = { code, place: { file: '', ...place }, detail };
	}
}
