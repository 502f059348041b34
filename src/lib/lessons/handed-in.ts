import { type LessonResult } from '$lib/domain/lesson-result';
import { type HandedIn } from './results-table';

/** The results with one more, under a name of its own; the very same list where that result is here already. */
export function withResult(
	handedIn: readonly HandedIn[],
	name: string,
	result: LessonResult
): readonly HandedIn[] {
	const text = JSON.stringify(result);
	if (handedIn.some((one) => JSON.stringify(one.result) === text)) return handedIn;
	const taken = new Set(handedIn.map(({ source }) => source));
	let source = name;
	for (let n = 2; taken.has(source); n++) source = `${name} (${n})`;
	return [...handedIn, { source, result }];
}

/** The groups that results name, in their order; '' for none. */
export const groupsOf = (handedIn: readonly HandedIn[]): readonly string[] =>
	[...new Set(handedIn.map(groupOf))].toSorted();

export const groupOf = ({ result }: HandedIn): string => result.group ?? '';
