/** What this browser held when it was last seen, kept outside the database (S5). */
export interface Marker {
	readonly scenarios: number;
	readonly names: readonly string[];
	/** The computer's time, milliseconds. */
	readonly at: number;
	/** Which scenarios, at which revision, in the order of the names. Not in markers of earlier days. */
	readonly seen?: readonly (readonly [id: string, revision: number])[];
	/** How many packs, drafts and begun lessons. Not in markers of earlier days. */
	readonly lessons?: number;
}

const KEY = 'live-reports-sandbox.marker';

/** The marker, or undefined where there is none or storage is denied. */
export function readMarker(storage: Pick<Storage, 'getItem'>): Marker | undefined {
	try {
		const text = storage.getItem(KEY);
		const value: unknown = text === null ? undefined : JSON.parse(text);
		return isMarker(value) ? value : undefined;
	} catch {
		return undefined; // denied storage or a foreign value: then there is no marker
	}
}

/** What is known anew: of the scenarios or of the lessons, each only from its own newest answer. */
export type Marked = Pick<Marker, 'at'> &
	(Pick<Marker, 'scenarios' | 'names' | 'seen'> | Required<Pick<Marker, 'lessons'>>);

/**
 * Writes one part of the marker and leaves the other as it is; a state without scenarios or lessons never overwrites
 * one that had some unless `emptied` by the user.
 */
export function writeMarker(storage: Storage, part: Marked, emptied: boolean): void {
	const before = readMarker(storage);
	const [now, then] =
		'scenarios' in part ? [part.scenarios, before?.scenarios] : [part.lessons, before?.lessons];
	if (now === 0 && !emptied && (then ?? 0) > 0) return;
	try {
		storage.setItem(KEY, JSON.stringify({ scenarios: 0, names: [], ...before, ...part } satisfies Marker));
	} catch {
		// denied or full: the marker is a second net, work goes on without it
	}
}

const isMarker = (value: unknown): value is Marker =>
	typeof value === 'object' &&
	value !== null &&
	'scenarios' in value &&
	typeof value.scenarios === 'number' &&
	'names' in value &&
	Array.isArray(value.names) &&
	'at' in value &&
	typeof value.at === 'number' &&
	(!('lessons' in value) || typeof value.lessons === 'number') &&
	(!('seen' in value) || (Array.isArray(value.seen) && value.seen.every(isSeen)));

const isSeen = (pair: unknown): boolean =>
	Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number';
