import { type Course } from '$lib/charts/lanes';
import { type StoreFault } from '$lib/domain/fault';
import { type CourseAnswer } from '$lib/domain/overlap';
import { failed, ok, type Result } from '$lib/domain/result';
import { shortName } from '$lib/text/admin';
import { nameText } from '$lib/text/format';
import { GONE, NO_PEOPLE, noDates, type Nothing } from '$lib/text/nothing';
import { type Choice } from '$lib/ui/combobox.svelte';
import { type Session } from '$lib/worker/session.svelte';

export type Kind = 'queue' | 'person';
export const KINDS = [
	{ value: 'queue', label: 'A call queue' },
	{ value: 'person', label: 'A user' }
];

/** One more than a list of choices shows, so that it can say that there are more. */
const LIMIT = 60;

type Asking = Pick<Session, 'ask'>;
type Found = Result<readonly Choice[], StoreFault>;

async function found(session: Asking, kind: Kind, text: string, limit: number, key: string): Promise<Found> {
	const name = kind === 'queue' ? 'findQueues' : 'findPeople';
	const answer = await session.ask(name, { text, limit }, key);
	if (!answer.ok) return answer;
	return ok(
		answer.value.map(({ id, name: full, extension }) => ({
			value: id,
			label: shortName(full),
			detail: extension
		}))
	);
}

/** The matches for a picker; what goes wrong is thrown, because the picker's list says it. */
export async function find(session: Asking, kind: Kind, text: string): Promise<readonly Choice[]> {
	const answer = await found(session, kind, text, LIMIT, 'picture find');
	if (!answer.ok) throw new Error(answer.error.detail);
	return answer.value;
}

export interface CourseShown {
	readonly kind: Kind;
	/** Null: there is none to choose. */
	readonly choice: Choice | null;
	/** Null: the one that was chosen is gone. */
	readonly course: CourseAnswer | null;
}

/** The dates of what was chosen, or of the first one there is. */
export async function askCourse(
	session: Asking,
	kind: Kind,
	choice: Choice | null
): Promise<Result<CourseShown, StoreFault>> {
	const first = choice ? ok([choice]) : await found(session, kind, '', 1, 'picture first');
	if (!first.ok) return failed(first.error);
	const [one] = first.value;
	if (!one) return ok({ kind, choice: null, course: null });
	const answer = await session.ask('course', { of: kind, id: one.value }, 'picture course');
	return answer.ok ? ok({ kind, choice: one, course: answer.value }) : answer;
}

export function courseNothing({ choice, course }: CourseShown): Nothing | undefined {
	if (choice === null) return NO_PEOPLE;
	if (course === null) return GONE;
	return course.rows.length === 0 ? noDates(shortName(course.name)) : undefined;
}

const NOTHING: Course = { from: '', to: '', rows: [] };

export const courseOf = (shown: CourseShown | undefined): Course =>
	shown?.course
		? { ...shown.course, rows: shown.course.rows.map((row) => ({ ...row, name: nameText(row.name) })) }
		: NOTHING;
