import { COLLECTIONS } from '$lib/domain/scenario';
import { type JournalRow, type OtherSide } from './db';

const LISTS: readonly string[] = [...COLLECTIONS, 'viewings'];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;

const isNumbers = (value: unknown): boolean => Array.isArray(value) && value.every(Number.isInteger);

const isChunk = (value: unknown): boolean =>
	isObject(value) &&
	Number.isInteger(value['n']) &&
	(value['data'] === null ||
		value['data'] instanceof Uint8Array ||
		(isObject(value['data']) && value['data']['at'] instanceof Float64Array));

/**
 * What an entry of the history replaced, if it can still be stepped over: it is there and whole. A step over one that
 * some accident damaged would put the damage into the scenario (S5).
 */
export function otherSideOf(entry: JournalRow | undefined): OtherSide | null {
	const other: unknown = entry?.other;
	const isWhole =
		isObject(other) &&
		isObject(other['head']) &&
		typeof other['head']['name'] === 'string' &&
		isObject(other['head']['account']) &&
		isObject(other['counts']) &&
		Array.isArray(other['chunks']) &&
		other['chunks'].every(isChunk) &&
		isObject(other['lists']) &&
		Object.entries(other['lists']).every(([name, numbers]) => LISTS.includes(name) && isNumbers(numbers));
	return isWhole ? (other as unknown as OtherSide) : null;
}
