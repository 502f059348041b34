/** One thing wrong with a file from outside: where, and what. The sentence is text/'s. */
export interface FileFault {
	readonly code: FileFaultCode;
	/** Where, as in `people[3].roleId`; empty for the file as a whole. */
	readonly path: string;
	/** What stands there, or what was expected: short, safe to show. */
	readonly detail: Readonly<Record<string, string | number>>;
}

export const FILE_FAULTS = [
	'TOO_LARGE',
	'NOT_TEXT',
	'NOT_JSON',
	'TOO_DEEP',
	'WRONG_FORMAT',
	'NEWER_VERSION',
	'UNKNOWN_KEY',
	'MISSING_KEY',
	'WRONG_TYPE',
	'WRONG_VALUE',
	'NOT_AN_INSTANT',
	'CLOCK_OUT_OF_RANGE',
	'UNKNOWN_TIME_ZONE',
	'NOT_A_QUANTITY',
	'DANGLING_ID',
	'DOUBLE_ID',
	'TO_BEFORE_FROM',
	'RESERVED_ID',
	'ROOT_MISSING',
	'COST_CENTER_CYCLE',
	'MORE_FAULTS',
	'LINK_TOO_LONG',
	'LINK_DAMAGED',
	'LINK_NEWER',
	'LINK_TOO_LARGE',
	'LINK_NOT_OURS',
	'LINK_OTHER_SAMPLE',
	'LINK_PACK_ADDRESS',
	'LINK_PACK_GONE'
] as const;
export type FileFaultCode = (typeof FILE_FAULTS)[number];

/** What the environment did to us: caught once where it happens, shown by the layout (SPEC S5). */
export interface StoreFault {
	readonly code:
		| 'STORAGE_FULL'
		| 'STORAGE_DENIED'
		| 'STORAGE_CLOSED'
		| 'STORAGE_BLOCKED'
		| 'NEWER_DATABASE'
		| 'STORAGE_BROKEN'
		| 'SCENARIO_GONE'
		| 'SCENARIO_BROKEN'
		| 'WORKER_DIED'
		| 'CANCELLED';
	/** The platform's own words, for support. */
	readonly detail: string;
}
