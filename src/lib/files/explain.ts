import { type FileFaultCode } from '$lib/domain/fault';
import { type z } from '$lib/domain/zod';
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
		if (typeof found === 'number') return ['NOT_A_QUANTITY', standing];
		return ['WRONG_VALUE', { ...standing, expected: sizeText(issue) }];
	}
	if (code === 'invalid_value') {
		if (issue.values.every((choice) => typeof choice !== typeof found))
			return ['WRONG_TYPE', { ...standing, expected: typeof issue.values[0] }];
		return ['WRONG_VALUE', { ...standing, expected: issue.values.map(String).join(', ') }];
	}
	if (code === 'invalid_union') return ['WRONG_VALUE', { ...standing, expected: unionText(issue) }];
	if (message === 'instant') return ['NOT_AN_INSTANT', standing];
	if (message === 'time-zone') return ['UNKNOWN_TIME_ZONE', standing];
	const expected = message === 'currency' ? 'three capital letters like USD' : message;
	return ['WRONG_VALUE', { ...standing, expected }];
}

/** How long a text or a list may be; an id's length is said whole. */
function sizeText(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
	const unit = issue.origin === 'string' ? 'character' : 'entry';
	const units = issue.origin === 'string' ? 'characters' : 'entries';
	if (issue.code === 'too_small')
		return `at least ${Number(issue.minimum)} ${Number(issue.minimum) === 1 ? unit : units}`;
	if (issue.origin === 'string' && issue.maximum === LONGEST_ID) return '1 to 200 characters';
	return `at most ${Number(issue.maximum)} ${units}`;
}
const LONGEST_ID = 200;

/** What may stand where a value is one of several kinds. */
function unionText(issue: Extract<Issue, { code: 'invalid_union' }>): string {
	const { discriminator } = issue;
	return discriminator === undefined ? 'one of the forms that are known' : `a known ${discriminator}`;
}

const step = (value: unknown, key: string | number): unknown =>
	(value as Readonly<Record<string | number, unknown>> | null | undefined)?.[key];
