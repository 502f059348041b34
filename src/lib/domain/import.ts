import { type Instant } from './instant';
import { type Scenario } from './scenario';

/** Where something stands in the files that make one draft. Rows and columns count from 1. */
export interface ImportPlace {
	readonly file: string;
	/** Tab of a workbook; absent for other files. */
	readonly tab?: string;
	readonly row?: number;
	readonly column?: number;
}

type Detail = Readonly<Record<string, string | number>>;

/** Why a file can't be read at all. Nothing of it is kept (S9). The sentence is text/'s. */
export interface ImportFault {
	readonly code: ImportFaultCode;
	readonly place: ImportPlace;
	/** Figures and short texts for the sentence, safe to show. */
	readonly detail: Detail;
}

export const IMPORT_FAULTS = [
	'EMPTY_FILE',
	'FILE_TOO_LARGE',
	/** `looksLike` names what the content is: one of the other kinds of LOOKS_LIKE. */
	'OTHER_KIND',
	'ZIP_BROKEN',
	'ZIP_ENCRYPTED',
	'ZIP_64',
	'ZIP_METHOD',
	'ZIP_TOO_MANY_PARTS',
	'ZIP_TOO_LARGE',
	'ZIP_RATIO',
	'ZIP_PART_NAME',
	'ZIP_DOUBLE_PART',
	'ZIP_SIZE_LIES',
	'ZIP_CHECKSUM',
	'WORKBOOK_BROKEN',
	'TEXTS_BROKEN',
	'TAB_MISSING',
	'TAB_BROKEN',
	'TAB_DOUBLE',
	'TOO_MANY_ROWS',
	'TOO_MANY_TEXTS',
	'NOT_READABLE_TEXT',
	'QUOTE_OPEN',
	'JSON_BROKEN',
	'JSON_TOO_DEEP',
	'NO_ROWS',
	'NO_TIME_ZONE'
] as const;
export type ImportFaultCode = (typeof IMPORT_FAULTS)[number];

/** What a file is by its content. */
export const FILE_KINDS = ['scenario', 'sandbox', 'workbook', 'table', 'ringcentral'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What a file that can't be read looks like. */
export const LOOKS_LIKE = [
	'pdf',
	'xls',
	'encrypted-office',
	'old-office',
	'xlsb',
	'word',
	'powerpoint',
	'open-document',
	'numbers',
	'html',
	'xml',
	'rtf',
	'image',
	'archive',
	'zip',
	'json',
	'other'
] as const;
export type LooksLike = (typeof LOOKS_LIKE)[number];

/** What a table tells: the report's three tabs, people, queues with their members. */
export const TABLE_KINDS = ['summary', 'seats', 'details', 'people', 'queues'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

export const FIELDS = [
	'name',
	'firstName',
	'lastName',
	'extension',
	'email',
	'role',
	'status',
	'costCenter',
	'type',
	'roleType',
	'lastViewed',
	'queueCount',
	'dashboardCount',
	'queue',
	'dashboard',
	'liveReports',
	'booster',
	'queueExtension',
	'members',
	'member',
	'memberExtension',
	'managers'
] as const;
export type Field = (typeof FIELDS)[number];

/** The user's answer about one table: what it is, where its headings are, which column is what. */
export interface TableMapping {
	/** `ignore` leaves the table out. */
	readonly kind: TableKind | 'ignore';
	/** Row of the headings, from 1; 0 where there are none. */
	readonly headerRow: number;
	/** Columns from 1. A field that is not named is not read. */
	readonly columns: Readonly<Partial<Record<Field, number>>>;
}

/** A column as a candidate for a field: its heading and some of what stands below. */
export interface CandidateColumn {
	readonly column: number;
	readonly heading: string;
	readonly samples: readonly string[];
}

/** A table that could not be understood without doubt. Answer with a TableMapping under `id`. */
export interface MappingQuestion {
	/** Key of the answer: see `tableId`. */
	readonly id: string;
	readonly place: ImportPlace;
	/** The best guess, ready to be corrected; null: nothing was recognized. */
	readonly guess: TableMapping | null;
	/** Fields in doubt: without a column, or with several. */
	readonly doubtful: readonly { readonly field: Field; readonly candidates: readonly number[] }[];
	readonly columns: readonly CandidateColumn[];
}

/** Key of a table's answer; a queue's answer for a members file has the same key. */
export const tableId = (file: string, tab = ''): string => `${file}\n${tab}`;

/** What can be done about a problem. The first of a problem's fixes is what happens unless chosen otherwise. */
export const FIXES = [
	'skip',
	'keep',
	'keep-empty',
	'add-person',
	'unnamed-queue',
	'count-once',
	'use-first',
	'use-second',
	'from-details',
	'standard-role',
	'own-role',
	'enabled',
	'ended'
] as const;
export type Fix = (typeof FIXES)[number];

export const PROBLEMS = [
	'NO_PERSON',
	'TOTALS_ROW',
	'NO_DASHBOARD',
	'NO_QUEUE',
	'ROLE_TYPE_UNKNOWN',
	'NOT_A_DATE',
	'DATE_OUTSIDE',
	'DOUBLE_ROW',
	'NOT_A_COUNT',
	'LABEL_MISSING',
	'AGENT_WITHOUT_QUEUE',
	'SEAT_MISSING',
	'COUNT_DIFFERS',
	'CELL_ERROR',
	'MEMBER_UNKNOWN',
	'MANAGER_UNKNOWN',
	'AMBIGUOUS_PERSON',
	'DOUBLE_EXTENSION',
	'STATUS_UNKNOWN',
	'ROLE_UNKNOWN',
	'CONFLICT',
	'NOT_ON_LIST',
	'MISSING_PAGES',
	'QUEUE_OF_FILE_UNKNOWN'
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/** One thing that a row leaves in doubt; the draft already holds what `chosen` does. */
export interface ImportProblem {
	/** Key of the choice; the same for the same files. */
	readonly id: string;
	readonly code: ProblemCode;
	readonly place: ImportPlace;
	readonly detail: Detail;
	/** Empty: nothing can be chosen, it is only said. */
	readonly fixes: readonly Fix[];
	readonly chosen: Fix | null;
}

/** What the files can't say, or what was assumed for the whole draft. */
export const NOTES = [
	'PERMISSIONS_UNKNOWN',
	'VIEWERS_GOT_ROLE',
	'OWNERS_UNKNOWN',
	'MEMBERSHIP_DATES_UNKNOWN',
	'PARTIAL_ROWS',
	'PURCHASE_DATES_UNKNOWN',
	'AS_OF_FROM_DAY',
	'AS_OF_FROM_NAME',
	'AS_OF_GIVEN',
	'ZONE_ASSUMED',
	'DAY_FIRST',
	'VIEWING_TIMES_UNKNOWN',
	'ASSUMPTION_READ',
	'ASSUMPTION_INFERRED',
	'NUMERIC_EXTENSIONS',
	'TABS_LEFT_OUT',
	'TYPES_LEFT_OUT',
	'ROLES_WITHOUT_PERMISSIONS',
	'LICENSE_ORDER_UNKNOWN',
	'WIDGETS_UNKNOWN',
	'MEMBERS_NOT_IN_REPORT'
] as const;
export type NoteCode = (typeof NOTES)[number];

export interface ImportNote {
	readonly code: NoteCode;
	readonly detail: Detail;
}

/** Tab 1 as it stands, beside what the draft's own figures will be; null: not there, or no number. */
export interface StatedFigures {
	readonly from: string | null;
	readonly to: string | null;
	readonly liveReports: number | null;
	readonly callQueuesBooster: number | null;
	readonly total: number | null;
	readonly agents: number | null;
	readonly viewers: number | null;
	readonly active: number | null;
	readonly overage: number | null;
}

/** Rows of Total Active Users: how many say each Role Type. */
export interface SeatRows {
	readonly rows: number;
	readonly agents: number;
	readonly viewers: number;
}

/** The figures of tab 1 that the sandbox computes too, in the report's order. */
export const STATED_KEYS = [
	'liveReports',
	'callQueuesBooster',
	'total',
	'agents',
	'viewers',
	'active',
	'overage'
] as const;
export type StatedKey = (typeof STATED_KEYS)[number];

/** Why a stated and a computed figure differ, as far as the files show it. */
export const DIFFERENCE_REASONS = [
	'SUM_IN_FILE',
	'OVERAGE_IN_FILE',
	'TABS_DISAGREE',
	'WINDOW_LENGTH',
	'ROWS_LEFT_OUT',
	'OUTSIDE_WINDOW',
	'NOT_ON_TAB_2',
	'WITHOUT_QUEUE',
	'NOT_ENABLED',
	'ONLY_ON_LISTS',
	'LEFT_BY_LISTS',
	'ACTIVE_DIFFERS',
	'UNEXPLAINED'
] as const;
export type DifferenceReason = (typeof DIFFERENCE_REASONS)[number];

/** A figure as the report states it beside the same figure of the draft; reasons only where they differ. */
export interface ComparedFigure {
	readonly key: StatedKey;
	/** Null: the report does not state it. */
	readonly stated: number | null;
	readonly computed: number;
	readonly reasons: readonly { readonly code: DifferenceReason; readonly detail: Detail }[];
}

/** All problems of a code: how many there are, and how many have each fix in force. */
export interface ProblemGroup {
	readonly code: ProblemCode;
	readonly count: number;
	/** What can be chosen for all of them; empty: nothing. */
	readonly fixes: readonly Fix[];
	readonly chosen: Readonly<Partial<Record<Fix, number>>>;
}

/** A table as it was read: for the preview's list of what came from where. */
export interface ReadTable {
	readonly place: ImportPlace;
	readonly kind: TableKind | 'ringcentral' | 'ignore';
	/** Rows below the headings that hold anything. */
	readonly rows: number;
	/** The mapping in force, so that it can be shown and corrected; null for JSON. */
	readonly mapping: TableMapping | null;
	/** Headings, then the first rows, as text, cut short. */
	readonly sample: readonly (readonly string[])[];
	/** Its columns, to choose from; empty for JSON. */
	readonly columns: readonly CandidateColumn[];
}

export interface ImportDraft {
	readonly scenario: Scenario;
	/** Null: no License Status Report among the files. */
	readonly stated: StatedFigures | null;
	/** The first ones by file, tab and row; `problemCount` counts all. */
	readonly problems: readonly ImportProblem[];
	readonly problemCount: number;
	readonly groups: readonly ProblemGroup[];
	/** Null: no Total Active Users among the files. */
	readonly seatRows: SeatRows | null;
	readonly notes: readonly ImportNote[];
	readonly tables: readonly ReadTable[];
}

/** What building a draft answers: questions first, where a table is in doubt. */
export type ImportAnswer =
	| { readonly kind: 'mapping'; readonly questions: readonly MappingQuestion[] }
	| { readonly kind: 'draft'; readonly draft: ImportDraft };

/** What the user says about the files: all of it may be empty. */
export interface ImportChoices {
	readonly mappings: Readonly<Record<string, TableMapping>>;
	/** By a problem's id, or by its code for all that have none of their own. */
	readonly fixes: Readonly<Record<string, Fix>>;
	/** The account's zone, which no report says. */
	readonly timeZone: string;
	/** As-of for files without a report; a report's own wins. */
	readonly asOf: Instant;
	readonly name: string;
}
