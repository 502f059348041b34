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

/** Writes the marker; a state without scenarios or lessons never overwrites one that had some unless `emptied` by the user. */
export function writeMarker(storage: Storage, marker: Marker, emptied: boolean): void {
	const before = readMarker(storage);
	const isEmptier = (key: 'scenarios' | 'lessons') => (marker[key] ?? 0) === 0 && (before?.[key] ?? 0) > 0;
	if (!emptied && (isEmptier('scenarios') || isEmptier('lessons'))) return;
	try {
		storage.setItem(KEY, JSON.stringify(marker));
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
