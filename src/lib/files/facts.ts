import { type Assumptions } from '$lib/domain/assumption';
import { type ImportPlace, type StatedFigures } from '$lib/domain/import';
import { type ReadDate } from './dates';

/** Somebody as a file names them; any part may be empty. */
export interface PersonName {
	readonly name: string;
	readonly extension: string;
	/** The vendor's own id, of API answers. */
	readonly apiId?: string;
}

export interface QueueName {
	readonly name: string;
	readonly extension: string;
	readonly apiId?: string;
}

export interface PersonFact extends PersonName {
	readonly place: ImportPlace;
	readonly email: string;
	readonly role: string;
	readonly status: string;
	readonly costCenter: string;
}

export interface QueueFact extends QueueName {
	readonly place: ImportPlace;
	readonly managers: readonly PersonName[];
	readonly members: readonly { readonly person: PersonName; readonly place: ImportPlace }[];
}

/** A row of Total Active Users. Null flags: its Role Type was not understood. */
export interface SeatFact extends PersonName {
	readonly place: ImportPlace;
	readonly viewer: boolean | null;
	readonly agent: boolean | null;
	readonly lastViewed: ReadDate | null;
	readonly queues: number | null;
	readonly dashboards: number | null;
}

/** A row of Detailed Usage. An empty queue: the row is a viewer's. */
export interface DetailFact extends PersonName {
	readonly place: ImportPlace;
	readonly queue: string;
	readonly dashboard: string;
	readonly lastViewed: ReadDate | null;
	readonly booster: boolean;
}

export interface ReportFacts {
	stated: StatedFigures | null;
	/** Where the summary states its figures. */
	summary: ImportPlace | null;
	/** What our own notes under the summary say. */
	assumptions: Partial<Assumptions>;
	fileName: string;
	readonly seats: SeatFact[];
	readonly details: DetailFact[];
	hasSeats: boolean;
	hasDetails: boolean;
}

/** Everything that the files say, each with its place. */
export interface Facts {
	readonly people: PersonFact[];
	readonly queues: QueueFact[];
	report: ReportFacts | null;
}

const NOBODY = new Set(['', 'no member', 'no members', 'none', 'n/a', '-', '–', 'null', 'empty']);

/** One person out of a cell: `Ann Lee`, `101`, `x4250`, `ext. 4796`, `Ann Lee - 101`, `Ann Lee (101)`; null: nobody. */
export function personIn(text: string): PersonName | null {
	const trimmed = text.trim();
	if (NOBODY.has(trimmed.toLowerCase())) return null;
	const bare = /^(?:x|ext\.?|extension)?[\s#:]*(\d{1,13})$/i.exec(trimmed);
	if (bare) return { name: '', extension: bare[1]! };
	const both =
		/^(.*\S)\s*[-–—]\s*(?:x|ext\.?)?\s*(\d{1,13})$/i.exec(trimmed) ??
		/^(.*\S)\s*\(\s*(?:x|ext\.?)?\s*(\d{1,13})\s*\)$/i.exec(trimmed) ??
		/^(.*\S)\s+(?:x|ext\.?)\s*(\d{1,13})$/i.exec(trimmed);
	return both ? { name: both[1]!, extension: both[2]! } : { name: trimmed, extension: '' };
}

/** Everybody in a cell; commas part people only where nothing stronger does. */
export function peopleIn(text: string): PersonName[] {
	const parts = /[;\n|]/.test(text) ? text.split(/[;\n|]/) : text.split(',');
	return parts.flatMap((part) => personIn(part) ?? []);
}

/** A name as names are compared: one case, one form of each letter, one space. */
export const nameKey = (name: string): string =>
	name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
