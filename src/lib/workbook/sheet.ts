/** What a cell can hold, and nothing else: there is no way to say a formula (W6). Null: empty. */
export type Cell = string | number | CivilDate | null;

/** A whole day, YYYY-MM-DD: no zone, no time. */
export interface CivilDate {
	readonly date: string;
}

/** A sheet as plain data, rows made when asked for. At most 26 columns. */
export interface Sheet {
	/** At most 31 characters, unique in its workbook. */
	readonly name: string;
	/** Width of each column, in characters: as many entries as columns. */
	readonly widths: readonly number[];
	/** Headings of a table, which then gets a filter and stays in view; null: no header row. */
	readonly header: readonly string[] | null;
	/** Rows below the header. */
	readonly rowCount: number;
	/** Cells of row `i`, 0 ≤ i < rowCount; a short row ends empty. */
	readonly cells: (row: number) => readonly Cell[];
}
