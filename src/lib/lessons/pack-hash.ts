import { seedOf } from '$lib/domain/live-figures';
import { type LessonPack } from '$lib/domain/lesson';

/**
 * Sixteen digits that stand for a pack's content, whatever the order of its keys: two editions under one number are
 * told apart by them. No seal: anybody can make a pack with the digits of another (E6).
 */
export function packHash(pack: LessonPack): string {
	const text = canonical(pack);
	return [seedOf([text]), seedOf(['again', text])].map((part) => part.toString(16).padStart(8, '0')).join('');
}

/** The key of a pack's edition: two files of one edition have the same. */
export const packKey = (pack: LessonPack): string => `${pack.id} ${packHash(pack)}`;

/** JSON with its keys in order and without those that say nothing. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	const keys = Object.entries(value)
		.filter(([, one]) => one !== undefined)
		.toSorted(([a], [b]) => (a < b ? -1 : 1));
	return `{${keys.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}
