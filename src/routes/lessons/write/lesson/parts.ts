import { type ProblemField } from '$lib/domain/lesson-problem';
import { LESSON_TEXT } from '$lib/text/authoring';

/** The parts of a lesson's page, in their order. */
export const PARTS = ['lesson', 'steps', 'mistakes', 'end', 'notes'] as const;
type Part = (typeof PARTS)[number];

/** The parts as tabs. */
export const PART_TABS = PARTS.map((value) => ({ value, label: LESSON_TEXT.parts[value] }));

/** The part that an address names; the first where it names none. */
export const partIn = (params: URLSearchParams): Part =>
	PARTS.find((part) => part === params.get('part')) ?? 'lesson';

/** Where a field stands. */
export function partOf(field: ProblemField, isOfStep: boolean): Part {
	if (field === 'solution') return 'end';
	if (field === 'mistakes') return isOfStep ? 'steps' : 'mistakes';
	return isOfStep || field === 'steps' ? 'steps' : 'lesson';
}
