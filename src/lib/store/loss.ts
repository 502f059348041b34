import { type ScenarioRow } from './db';
import { type Marker } from './marker';

/** What was here when this browser was last seen, and is not any more (S5). */
export interface Loss {
	/** Nothing at all is left. */
	readonly isTotal: boolean;
	/** How many scenarios are gone, or stand at an older state than they were saved at. */
	readonly count: number;
	/** Their names, as far as they were noted. */
	readonly names: readonly string[];
	/** How many packs, drafts and begun lessons are gone: all that there were, or none. */
	readonly lessons: number;
	/** When they were last seen, the computer's time; null where nothing but the copy knows of them. */
	readonly at: number | null;
}

/** What the marker says was here and the database does not have: gone, or its end is cut off. */
export function lossOf(
	marker: Marker | undefined,
	rows: readonly ScenarioRow[],
	lessonsHere = 0
): Loss | null {
	if (!marker) return null;
	const { scenarios, names, at } = marker;
	const lessons = lessonsHere === 0 ? (marker.lessons ?? 0) : 0;
	if (scenarios === 0 && lessons === 0) return null;
	if (rows.length === 0 && (scenarios > 0 || lessonsHere === 0))
		return { isTotal: true, count: scenarios, names, lessons, at };
	const here = new Map(rows.map((row) => [row.id, row.revision]));
	const lost = (marker.seen ?? []).flatMap(([id, revision], i) =>
		(here.get(id) ?? 0) < revision ? [names[i] ?? []] : []
	);
	const count = (marker.seen ?? []).filter(([id, revision]) => (here.get(id) ?? 0) < revision).length;
	return count === 0 && lessons === 0 ? null : { isTotal: false, count, names: lost.flat(), lessons, at };
}
