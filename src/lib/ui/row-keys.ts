/** The id that a row says it has. */
const idOf = (row: unknown): string | undefined =>
	typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? row.id : undefined;

/**
 * What makes each row of a window, which begins at row `first`, the same row after a filter, a sort or a change moved it, so that its open
 * menu and the focus in it go along: its id, else (no id, not there yet, or the id a second time) its place.
 */
export function rowKeys(rows: readonly unknown[], first: number): readonly (string | number)[] {
	const seen = new Set<string>();
	return rows.map((row, n) => {
		const id = idOf(row);
		if (id === undefined || seen.has(id)) return first + n;
		seen.add(id);
		return id;
	});
}
