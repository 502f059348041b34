import { type FileFaultCode } from '$lib/domain/fault';
import { LARGEST } from '$lib/domain/money';
import { type z } from '$lib/domain/zod';
import { countText, numberText } from '$lib/text/format';
import { type Detail, type Faults, kindOf, type Path, shown, shownText } from './faults';

type Issue = z.core.$ZodIssue;

/** Adds a fault for everything that `schema` finds wrong with `value`, which stands at `at` in its file. */
export function explain(schema: z.ZodType, value: unknown, at: Path, faults: Faults): void {
	const parsed = schema.safeParse(value);
	if (parsed.success) return;
	const told = new Set<string>(); // a number can break several rules at once: one fault says it
	for (const issue of parsed.error.issues) {
		const inside = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
		if (issue.code === 'unrecognized_keys') {
			for (const key of issue.keys)
				faults.add('UNKNOWN_KEY', [...at, ...inside, key], { key: shownText(key) });
			continue;
		}
		const place = inside.join('\n');
		if (told.has(place)) continue;
		told.add(place);
		const [code, detail] = reason(issue, inside, value);
		faults.add(code, [...at, ...inside], detail);
	}
}

function reason(issue: Issue, inside: Path, value: unknown): [FileFaultCode, Detail] {
	const parent = inside.slice(0, -1).reduce<unknown>(step, value);
	const key = inside.at(-1);
	if (key !== undefined && !(Object(parent) === parent && Object.hasOwn(parent as object, key)))
		return ['MISSING_KEY', { key }];
	const found = key === undefined ? value : step(parent, key);
	const standing = { found: kindOf(found), value: shown(found) };
	const { code, message } = issue;
	if (code === 'invalid_type') {
		const isNumber = issue.expected === 'number' || issue.expected === 'int';
		if (isNumber && typeof found === 'number') return ['NOT_A_QUANTITY', standing];
		return ['WRONG_TYPE', { ...standing, expected: isNumber ? 'number' : issue.expected }];
	}
	if (code === 'too_small' || code === 'too_big') {
		const isQuantity = code === 'too_small' ? issue.minimum <= 0 : issue.maximum >= LARGEST;
		if (typeof found === 'number' && isQuantity) return ['NOT_A_QUANTITY', standing];
		return ['WRONG_VALUE', { ...standing, expected: bound(issue) }];
	}
	if (code === 'invalid_value') {
		if (issue.values.every((choice) => typeof choice !== typeof found))
			return ['WRONG_TYPE', { ...standing, expected: typeof issue.values[0] }];
		return ['WRONG_VALUE', { ...standing, expected: issue.values.map(String).join(', ') }];
	}
	if (message === 'instant') return ['NOT_AN_INSTANT', standing];
	if (message === 'time-zone') return ['UNKNOWN_TIME_ZONE', standing];
	const expected = message === 'currency' ? 'three capital letters like USD' : message;
	return ['WRONG_VALUE', { ...standing, expected }];
}

/** What the bound asks for that was broken: how long a text, how many entries, which number. */
function bound(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
	const [words, limit] =
		issue.code === 'too_small' ? ['at least', issue.minimum] : ['at most', issue.maximum];
	const many = Number(limit);
	if (issue.origin === 'string') return `${words} ${countText(many, 'character')}`;
	if (issue.origin === 'array') return `${words} ${countText(many, 'entry', 'entries')}`;
	return `a whole number of ${words} ${numberText(many)}`;
}

const step = (value: unknown, key: string | number): unknown =>
	(value as Readonly<Record<string | number, unknown>> | null | undefined)?.[key];
