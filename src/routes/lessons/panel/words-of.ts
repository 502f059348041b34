import { type LessonQuestion } from '$lib/domain/lesson';
import { numberText } from '$lib/text/format';

/** An answer in words: the number, or what the choice says. */
export function wordsOf(question: LessonQuestion, answer: number | string): string {
	if (typeof answer === 'number') return numberText(answer);
	const text =
		question.kind === 'choice' ? question.choices.find(({ id }) => id === answer)?.text : undefined;
	return `“${text ?? answer}”`;
}
