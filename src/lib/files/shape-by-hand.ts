import { type Id } from '$lib/domain/id';
import { isInstant } from '$lib/domain/instant';
import { STATUSES } from '$lib/domain/person';

// The long lists (people, memberships, viewings) hold millions of items, and zod takes two
// microseconds for each. These say yes to exactly what the schemas accept, and never why not:
// where one says no, zod is asked for the reasons. A test holds the two equal.

/** Any value that JSON.parse gives. */
type Json = unknown;

const DAYS = 20_000;
const days = new Set<string>();

/** isInstant, remembering the days that were found to exist. */
function instant(value: Json): boolean {
	if (typeof value !== 'string' || value.length !== 20) return false;
	const day = value.slice(0, 10);
	if (days.has(day)) return clock(value);
	if (!isInstant(value)) return false;
	if (days.size < DAYS) days.add(day);
	return true;
}

const digit = (text: string, at: number): number => {
	const value = text.charCodeAt(at) - 48;
	return value >= 0 && value <= 9 ? value : NaN;
};

/** Whether `T14:00:00Z` follows the day. A NaN fails every comparison. */
function clock(text: string): boolean {
	if (text[10] !== 'T' || text[13] !== ':' || text[16] !== ':' || text[19] !== 'Z') return false;
	return (
		digit(text, 11) * 10 + digit(text, 12) < 24 &&
		digit(text, 14) * 10 + digit(text, 15) < 60 &&
		digit(text, 17) * 10 + digit(text, 18) < 60
	);
}

/** Like the schema, counts characters, not their halves. */
const id = (value: Json): value is Id =>
	typeof value === 'string' && value.length > 0 && (value.length <= 200 || isShortInCharacters(value));

const isShortInCharacters = (text: string): boolean => text.length <= 400 && [...text].length <= 200;

const statuses = new Set<Json>(STATUSES);

type Rule = (value: Json) => boolean;

/**
 * True for an object with all `required` keys and none but those and the `optional` ones. Keys from
 * JSON are own and enumerable, `__proto__` too, so `for in` meets each of them; an unknown one has no rule.
 */
function shape(required: Record<string, Rule>, optional: Record<string, Rule>): Rule {
	const rules = new Map(Object.entries({ ...required, ...optional }));
	const needed = new Set(Object.keys(required));
	return (value) => {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
		let missing = needed.size;
		for (const key in value) {
			const rule = rules.get(key);
			if (rule === undefined || !rule((value as Record<string, Json>)[key])) return false;
			if (needed.has(key)) missing--;
		}
		return missing === 0;
	};
}

const text: Rule = (value) => typeof value === 'string';

/** Exactly what the schema Viewing accepts of JSON. */
export const isViewing = shape(
	{ personId: id, dashboardId: (value) => value === null || id(value), at: instant },
	{}
);

/** Exactly what the schema Membership accepts of JSON. */
export const isMembership = shape({ personId: id }, { from: instant, to: instant });

/** Exactly what the schema Person accepts of JSON. */
export const isPerson = shape(
	{ id, name: text, extension: text, roleId: id },
	{
		email: text,
		costCenterId: id,
		status: (value) => statuses.has(value),
		booster: (value) => typeof value === 'boolean'
	}
);
