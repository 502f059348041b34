/** What a file of the user's own data may cost before it is refused (S9). */
export interface ImportLimits {
	readonly bytes: number;
	/** Parts of an archive. */
	readonly parts: number;
	/** Bytes of one part, and of all parts that are read, once inflated. */
	readonly partBytes: number;
	readonly allBytes: number;
	/** Inflated bytes for each compressed one, of parts above `ratioFrom`. Our own reports reach about 20. */
	readonly ratio: number;
	readonly ratioFrom: number;
	/** Distinct texts of a workbook: two million empty ones fit into 88 KB and take SheetJS 17 seconds. */
	readonly texts: number;
	/** Rows of all tables of one file. */
	readonly rows: number;
	readonly depth: number;
}

export const IMPORT_LIMITS: ImportLimits = {
	bytes: 128 * 1024 * 1024,
	parts: 2_000,
	partBytes: 384 * 1024 * 1024,
	allBytes: 512 * 1024 * 1024,
	ratio: 200,
	ratioFrom: 1024 * 1024,
	texts: 500_000,
	rows: 1_100_000,
	depth: 64
};
