import { type Detail, kindOf, shown } from './faults';
import { isRaw } from './check-shape';

const OURS = 'live-reports-sandbox/';

/**
 * Undefined for a file that says it is of `wanted`; else the detail of WRONG_FORMAT: `found` is the
 * format that the file names (or empty), `looksLike` one of `ours` (another file of this sandbox),
 * `unnamed-scenario`, `ringcentral-api`, `list`, `value` and `unknown`.
 */
export function wrongFormat(raw: unknown, wanted: string): Detail | undefined {
	if (!isRaw(raw)) return { found: '', looksLike: kindOf(raw) === 'array' ? 'list' : 'value' };
	const named = Object.hasOwn(raw, 'format') ? raw['format'] : undefined;
	if (named === wanted) return undefined;
	const found = named === undefined ? '' : shown(named);
	if (typeof named === 'string' && named.startsWith(OURS)) return { found, looksLike: 'ours' };
	if (Array.isArray(raw['records'])) return { found, looksLike: 'ringcentral-api' };
	const isLikely = isRaw(raw['account']) && Array.isArray(raw['people']) && Array.isArray(raw['queues']);
	return { found, looksLike: isLikely ? 'unnamed-scenario' : 'unknown' };
}
